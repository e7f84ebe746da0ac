"""The commands about rules; each family of them is a module of its own."""

from __future__ import annotations

import click

from engine.cli.people import AS_JSON
from engine.cli.reading import try_command
from engine.cli.rules_backtest import backtest_command
from engine.cli.rules_check import check
from engine.cli.rules_fmt import fmt
from engine.cli.rules_kept import CONNECTION, disable, enable, export, ls, show, show_all
from engine.cli.rules_packs import packs_command
from engine.cli.rules_plan import apply, plan_command
from engine.cli.rules_schema import schema
from engine.cli.rules_versions import diff, history, rollback


@click.group(name="rules", invoke_without_command=True)
@CONNECTION
@AS_JSON
@click.pass_context
def rules_command(ctx: click.Context, *, connection: str | None, as_json: bool) -> None:
    """List the rules; with a command, check a file, look at what it would change, apply it, go back.

    \b
    Examples:
      toque rules                               those of a number, in the order in which they are asked
      toque rules check rules.yaml              every mistake at once, and the file's own examples tried
      toque rules plan rules.yaml               what would change, tried on the last 30 days
      toque rules apply rules.yaml              the rules hold from the next reaction on
      toque rules test 'Pay rent 900 by Friday' --emoji 💳 --rules rules.yaml
    """  # noqa: D301 - \b keeps click from filling the lines
    if ctx.invoked_subcommand is None:
        show_all(connection, as_json=as_json)


for _command in (
    check, plan_command, apply, backtest_command, ls, show, enable, disable, history, diff, rollback, export, schema,
    packs_command, fmt,
):  # fmt: skip
    rules_command.add_command(_command)
rules_command.add_command(try_command, "test")
