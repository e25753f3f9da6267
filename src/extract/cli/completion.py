"""`extract completion`: print the script with which a shell completes commands, options and file names."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print a script for SHELL to complete commands and options.

    Save it where your shell looks for such scripts, and start a new shell. Zsh looks in the folders of its
    fpath; Bash needs version 4.4 or newer and the package bash-completion.

    \b
    Examples:
      extract completion bash > ~/.local/share/bash-completion/completions/extract
      extract completion zsh > ~/.zfunc/_extract
      extract completion fish > ~/.config/fish/completions/extract.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(ctx.find_root().command, {}, "extract", "_EXTRACT_COMPLETE").source())
