"""`python -m extract` is the command `extract`."""

from extract.cli.main import main

if __name__ == "__main__":
    main(prog_name="extract")
