"""The commands about rules; each family of them is a module of its own."""

from __future__ import annotations

import click

from engine.cli.reading import try_command
from engine.cli.rules_backtest import backtest_command
from engine.cli.rules_check import check
from engine.cli.rules_kept import disable, enable, export, ls, show
from engine.cli.rules_plan import apply, plan_command
from engine.cli.rules_versions import diff, history, rollback


@click.group(name="rules")
def rules_command() -> None:
    """Write rules: check a file, look at what it would change, apply it, go back.

    \b
    Examples:
      toque rules check rules.yaml              every mistake at once, and the file's own examples tried
      toque rules plan rules.yaml               what would change, tried on the last 30 days
      toque rules apply rules.yaml              the rules hold from the next reaction on
      toque rules test 'Pay rent 900 by Friday' --emoji 💳 --rules rules.yaml
    """  # noqa: D301 - \b keeps click from filling the lines


for _command in (
    check, plan_command, apply, backtest_command, ls, show, enable, disable, history, diff, rollback, export,
):  # fmt: skip
    rules_command.add_command(_command)
rules_command.add_command(try_command, "test")
