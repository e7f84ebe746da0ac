"""The command line: `toque up` runs everything; each other command is one part of it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module

import click
from click.shell_completion import CompletionItem

USAGE = 64
"""Exit code for what was typed wrongly; 1 is for what failed."""

SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Run it": {
        "up": ("running", "Everything in one terminal: database, web, workers, demo phone"),
        "web": ("web", "The web process alone"),
        "work": ("work", "Workers alone"),
        "migrate": ("running", "Bring the database to the schema of this version"),
        "backup": ("backup", "Keep a copy of everything in one file"),
        "restore": ("backup", "Put a copy back into an empty database"),
        "demo": ("running", "Play the demo's scenario and check what became of it"),
    },
    "Real WhatsApp": {
        "connect": ("connect", "Connect a number, or repair its connection"),
        "connections": ("connections", "The numbers: list, test, pause, change, remove"),
        "people": ("people", "Who is who: list, merge, split, set zone and language"),
        "messages": ("messages", "Send a message by hand"),
        "chats": ("chats", "The chats: list, set name, zone and language"),
        "privacy": ("privacy", "What is kept of somebody: show it, or forget them"),
    },
    "What becomes of a reaction": {
        "rules": ("rules", "The rules: check, test, plan, apply, back-test, history"),
    },
    "What reactions made": {
        "review": ("review", "Readings in doubt: list, accept, correct, reject"),
        "items": ("items", "Tasks, events, bills, notes: list, show, export, set, done, pay, cancel"),
        "calendar": ("calendar", "An address that calendars subscribe to: list, create, revoke"),
        "trace": ("trace", "Why a reaction came to what it came to: list, explain"),
        "undo": ("trace", "Take back what a reaction did"),
    },
    "How it goes": {
        "analytics": ("analytics", "Statistics: who, what, when, how well, how quickly; also as CSV"),
    },
    "When something went wrong": {
        "doctor": ("doctor", "Look whether everything is well, and what to do where it is not"),
        "queue": ("queue", "The dead letters: list, try again, give up; wait for the rest"),
    },
    "Who may, and who did": {
        "users": ("users", "Accounts: list, add, invite, change, disable"),
        "keys": ("keys", "API keys for programs: list, create, revoke"),
        "audit": ("audit", "Who changed what: list, and verify that nothing was tampered with"),
    },
    "Look at a message": {
        "try": ("reading", "What a reaction would come to, without doing it"),
        "parse": ("reading", "Read many messages with the parsers alone"),
    },
    "For programs": {
        "jobs": ("jobs", "Long work that was asked for over the API: list, show, cancel"),
        "api": ("api", "The API: its addresses, and who may call each"),
    },
    "Your shell": {
        "completion": ("completion", "Print what makes Tab complete all this"),
    },
}
"""The commands with the module that each lives in, and a line for the list."""


class Commands(MutableMapping[str, click.Command]):
    """The commands by name, each read when it is asked for: `toque --help` needs no database driver."""

    def __init__(self) -> None:
        self._homes = {name: home for section in SECTIONS.values() for name, (home, _) in section.items()}
        self._more: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._more:
            command = getattr(import_module(f"{__name__}.{self._homes[name]}"), f"{name}_command")
            self._more[name] = command
        return self._more[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._more[name] = command

    def __delitem__(self, name: str) -> None:
        del self._more[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes | self._more)

    def __len__(self) -> int:
        return len(self._homes | self._more)


class TypedWrongly(click.UsageError):
    """What was typed is not understood."""

    exit_code = USAGE


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn the faults that a person can do something about into a sentence and an exit code."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError as fault:
        click.echo(fault.format_message(), err=True)
        raise click.exceptions.Exit(USAGE) from fault
    except click.UsageError as fault:
        raise TypedWrongly(fault.format_message(), fault.ctx) from fault
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as fault:
        words: str | None = import_module(f"{__name__}.faults").words(fault)
        if words is None:
            raise
        raise click.ClickException(words) from fault


class Toque(click.Group):
    """The command `toque`."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the words before the command's name."""
        with _told_plainly():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        with _told_plainly():
            return super().invoke(ctx)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, by what one wants to do."""
        width = max(map(len, self.commands))
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(f"{name:<{width}}", line) for name, (_, line) in section.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete a command's name without reading the commands."""
        lines = {name: line for section in SECTIONS.values() for name, (_, line) in section.items()}
        names = [CompletionItem(name, help=line) for name, line in lines.items() if name.startswith(incomplete)]
        return names if not incomplete.startswith("-") else super().shell_complete(ctx, incomplete)


@click.group(cls=Toque, commands=Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="toque")
def main() -> None:
    """React with an emoji to a WhatsApp message and it becomes a task, an event, a bill or a note.

    \b
    Examples:
      toque up                                  everything in one terminal, with a demo phone
      toque try 'Pagar luz CFE $890 vence 15 enero' --emoji 💳 --from +5215512345678
      toque connect --help                      connect your real WhatsApp
    """  # noqa: D301 - \b keeps click from filling the lines
