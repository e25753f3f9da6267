"""The command `extract`: group of all commands, and the exit codes of errors."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

import click

from extract import __version__
from extract.cli.completion import completion
from extract.cli.dates import dates
from extract.cli.info import info
from extract.cli.merge import merge
from extract.cli.report import report
from extract.cli.run import run
from extract.cli.schema import schema
from extract.cli.score import score
from extract.cli.show import show
from extract.cli.train import train
from extract.errors import ExtractError

# Only click loads at start, for help to be quick; every command imports what it needs.


class _CannotRunError(click.ClickException):
    exit_code = 2


class _Commands(click.Group):
    """Group that ends a command with one line and exit code 2 for an error of the package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of work, in which they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        # Closed by the caller: reading or writing fails with an error that says so.
        if sys.stdin is None:
            sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY))
        if sys.stdout is None:
            sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
        if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8")  # a pipe on Windows has the code page of the system
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except ExtractError as error:
            raise _CannotRunError(str(error)) from error
        except KeyboardInterrupt:
            click.echo("stopped by SIGINT", err=True)
            ctx.exit(130)
        except OSError as error:
            _discard_output()
            if _is_closed_pipe(error):
                ctx.exit(0)
            raise _CannotRunError(f"standard output cannot be written: {error.strerror or error}") from error


def _is_closed_pipe(error: OSError) -> bool:
    """Whether the reader of the output has had enough (`extract run ... | head`): no failure of any input."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _discard_output() -> None:
    """Discard what is still to be written, so that the end of the program does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="extract")
def main() -> None:
    """Who said what about which organization, and when: quotations out of news articles.

    \b
    Example:
      extract run articles/ -o out
    """


for _command in (run, show, report, merge, dates, score, train, schema, info, completion):
    main.add_command(_command)
