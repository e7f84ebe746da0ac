"""What the API offers: its addresses with the scope and the least role that each needs, and its description."""

from __future__ import annotations

from collections.abc import Iterator

import click
from starlette.routing import Route

from engine.cli import screen
from engine.web.access import LOGIN
from engine.web.api import declared
from engine.web.app import API, OPEN, ROUTES

_FOR_PROGRAMS = ("/api/", "/livez", "/readyz", "/metrics", "/schema/", "/calendar/", "/openapi.json", "/docs")


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
    return "\n".join([*head, *_others(), *rows]) + "\n"


def _others() -> Iterator[str]:
    """Yield the rows of what the description does not tell of: what gateways, orchestrators and editors call."""
    yield "| `POST` | `/api/webhook/{slug}` | Take what a gateway tells; its own secret lets it in | – | everybody |"
    for route in ROUTES:
        if not isinstance(route, Route) or not route.path.startswith(_FOR_PROGRAMS) or "{event}" in route.path:
            continue
        scope = getattr(route.endpoint, "scope", LOGIN)
        least = "everybody" if route in OPEN else declared.least_role(scope)
        says = (route.endpoint.__doc__ or "").partition("\n")[0].partition(";")[0].rstrip(".")
        for method in sorted((route.methods or set()) - {"HEAD"}):
            yield f"| `{method}` | `{route.path}` | {says} | {'–' if route in OPEN else _scope(scope)} | {least} |"


def _scope(scope: str) -> str:
    return "any" if scope == LOGIN else f"`{scope}`"
