"""When two addresses are the same, however a person or a gateway writes them."""

from __future__ import annotations

import regex

_WRITTEN = regex.compile(r"\+[0-9][0-9 ().-]{5,24}")
_HEARD = regex.compile(r"\+?([0-9]{6,20})(?::[0-9]+)?(?:@(?:s\.whatsapp\.net|c\.us))?")

# WhatsApp keeps digits that these countries dropped or added years ago; people write the number either way.
_OTHER_SPELLINGS = (
    (regex.compile(r"521([0-9]{10})"), r"52\1"),
    (regex.compile(r"549([0-9]{10})"), r"54\1"),
    (regex.compile(r"55([0-9]{2})([6-9][0-9]{7})"), r"55\g<1>9\2"),
)
_AS_WHATSAPP_MAY_WRITE = (
    (regex.compile(r"52([0-9]{10})"), r"521\1"),
    (regex.compile(r"54([0-9]{10})"), r"549\1"),
    (regex.compile(r"55([0-9]{2})9([6-9][0-9]{7})"), r"55\1\2"),
)


def phone(address: str) -> str | None:
    """Return the digits of the phone number that an address stands for, None where it stands for none."""
    written = _WRITTEN.fullmatch(address.strip())
    if written:
        digits = "".join(c for c in written[0] if c.isdigit())
    else:
        heard = _HEARD.fullmatch(address.strip())
        if not heard:
            return None
        digits = heard[1]
    for pattern, spelling in _OTHER_SPELLINGS:
        if pattern.fullmatch(digits):
            return str(pattern.sub(spelling, digits))
    return digits


def same_address(rule_address: str, heard: str) -> bool:
    """Tell whether an address or a name in a rule is the one that was heard."""
    if rule_address.casefold().strip() == heard.casefold().strip():
        return True
    number = phone(rule_address)
    return number is not None and number == phone(heard)


def spellings(address: str) -> tuple[str, ...]:
    """Return the digits of a phone number in each way in which it can be heard; nothing for any other address."""
    number = phone(address)
    if number is None:
        return ()
    others = (pattern.sub(again, number) for pattern, again in _AS_WHATSAPP_MAY_WRITE if pattern.fullmatch(number))
    return (number, *map(str, others))
