"""What the API offers: its addresses with the scope and the least role that each needs, and its description."""

from __future__ import annotations

import click

from engine.cli import screen
from engine.web.access import LOGIN
from engine.web.api import declared
from engine.web.app import API


@click.group(name="api", invoke_without_command=True)
@click.pass_context
def api_command(ctx: click.Context) -> None:
    """List the addresses of the API; with a command, print its description for programs.

    \b
    Examples:
      toque api                                 every address, with the scope and the role that it needs
      toque api openapi > openapi.json          the description, OpenAPI 3.1
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        click.echo(table(), nl=False)


@api_command.command(name="openapi")
def openapi() -> None:
    """Print the description of the API, OpenAPI 3.1; needs no database.

    \b
    Example:
      toque api openapi > openapi.json
    """  # noqa: D301 - as above
    screen.as_lines(declared.describe(API.api))


def table() -> str:
    """Return the table of addresses as it stands in docs/api.md."""
    rows = [
        f"| `{method}` | `{address}` | {one['summary']} | {_scope(one['x-scope'])} | {one['x-least-role']} |"
        for address, method, one in declared.operations(declared.describe(API.api))
    ]
    head = ["| method | address | what | scope | least role |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def _scope(name: str) -> str:
    return "any" if name == LOGIN else f"`{name}`"
