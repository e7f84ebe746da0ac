"""Starter packs: rules for a home, a freelancer, a shop or a family, to be added to those that a number has."""

from __future__ import annotations

from importlib import resources

from rules.book import Book, load

_ROOM = resources.files("rules") / "packs"
_SUFFIX = ".yaml"


class NoSuchPack(LookupError):  # noqa: N818 - it says what is the matter
    """There is no pack of that name."""


def names() -> list[str]:
    """Return what the packs are called."""
    return sorted(file.name.removesuffix(_SUFFIX) for file in _ROOM.iterdir() if file.name.endswith(_SUFFIX))


def text(name: str) -> str:
    """Return a pack as the file that it is. Raises `NoSuchPack`."""
    if name not in names():
        raise NoSuchPack(f"There is no pack {name}. There are: {', '.join(names())}")
    return (_ROOM / f"{name}{_SUFFIX}").read_text(encoding="utf-8")


def title(name: str) -> str:
    """Return what a pack is for, in a line: the first of its file."""
    return text(name).partition("\n")[0].removeprefix("# ")


def book(name: str) -> Book:
    """Return the rules of a pack. Raises `NoSuchPack`."""
    return load(text(name), f"{name}{_SUFFIX}")
