"""Completion: what a shell needs so that Tab completes commands, options and time zones."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script that makes Tab complete commands, options and time zones.

    \b
    Examples:
      eval "$(toque completion bash)"                                   for this terminal
      echo 'eval "$(toque completion bash)"' >> ~/.bashrc               for every one
      echo 'eval "$(toque completion zsh)"' >> ~/.zshrc
      toque completion fish > ~/.config/fish/completions/toque.fish
    """  # noqa: D301 - \b keeps click from filling the lines
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"There is no completion for {shell}.")
    click.echo(kind(ctx.find_root().command, {}, "toque", "_TOQUE_COMPLETE").source())
