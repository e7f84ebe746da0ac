"""The schema that lets editors complete rule files and mark what is wrong."""

from __future__ import annotations

import click

from rules.schema import text


@click.command(name="schema")
def schema() -> None:
    """Print the JSON schema of rule files, for an editor that completes keys and underlines mistakes.

    Name it in the first line of a rule file: # yaml-language-server: $schema=./schema.json

    \b
    Example:
      toque rules schema > schema.json
    """  # noqa: D301 - \b keeps click from filling the lines
    click.echo(text(), nl=False)
