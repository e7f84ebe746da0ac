"""What a fault means to the person who typed the command, and what to type next."""

from __future__ import annotations

import psycopg

from engine.accounts import LastOwner, LinkOver, NameTaken, NoSuchAccount, NotAName, OwnersOnly
from engine.actions import NoSuchAction
from engine.backup import CannotCopy
from engine.directory import NotFound
from engine.doubts import NothingToReview
from engine.keys import MoreThanYours, NoSuchKey, NoSuchScope
from engine.lessons import NotKept
from engine.packs import NoSuchPack
from engine.passwords import Unsuitable
from engine.people import UnknownAddress
from engine.postgres import PostgresFailed
from engine.privacy import StillWriting, TheOwner
from engine.rules_by_hand import Moved, NoSuchRule
from engine.supervisor import ChildFailed
from engine.vault import WrongKey
from executors.completing import NotPossible
from executors.corrections import WrongField
from executors.destinations import NotNow, Permanent, Unclear
from rules.faults import FaultyRules
from sql.migrate import WrongSchema

PLAIN = (
    PostgresFailed, ChildFailed, WrongKey, NotNow, Permanent, Unclear, FaultyRules, WrongSchema, NotFound,
    UnknownAddress, NotPossible, Moved, NoSuchRule,
    NothingToReview, NoSuchAction, NotKept, WrongField, NoSuchPack,
    LastOwner, LinkOver, NameTaken, NoSuchAccount, NotAName, OwnersOnly, MoreThanYours, NoSuchKey, NoSuchScope,
    Unsuitable, CannotCopy, StillWriting, TheOwner,
)  # fmt: skip
"""Faults whose message is a sentence for people."""


def words(fault: Exception) -> str | None:
    """Return what to say of a fault; None for one that is Toque's own, whose trace is wanted."""
    if isinstance(fault, PLAIN):
        return str(fault)
    if isinstance(fault, psycopg.OperationalError):
        return (
            f"The database cannot be reached: {str(fault).strip()}\nCheck DATABASE_URL, or unset it and type: toque up"
        )
    return None
