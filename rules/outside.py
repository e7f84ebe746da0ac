"""How a rule names what lies outside of Toque: an address to call, a secret, a channel, whom to write to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import regex
from pydantic import AfterValidator, Discriminator, Field, JsonValue, Tag

from rules.address import phone
from rules.faults import meant, refusal, shown
from rules.shape import Looks, Spelled, Text

SECRET: Final = regex.compile(r"\$\{secret:([A-Z][A-Z0-9_]{0,60})\}")
"""A secret by its name: its value stands in the environment, never in a rule."""

WHOM: Final = ("self", "chat", "author")
_OURS: Final = frozenset({"host", "content-length", "transfer-encoding", "connection", "te", "upgrade"})
_RESERVED: Final = "KEY"
"""TOQUE_SECRET_KEY opens the vault: no rule may send that anywhere."""


def secrets_in(value: object) -> Iterator[str]:
    """Yield the names of the secrets in a text, or in any text of a mapping or list."""
    match value:
        case str():
            yield from SECRET.findall(value)
        case Mapping():
            for inner in value.values():
                yield from secrets_in(inner)
        case list() | tuple():
            for inner in value:
                yield from secrets_in(inner)
        case _:
            pass


def texts_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a body, each with the way to it."""
    match value:
        case str():
            yield path, value
        case Mapping():
            for name, inner in value.items():
                yield from texts_in(inner, (*path, str(name)))
        case list() | tuple():
            for number, inner in enumerate(value):
                yield from texts_in(inner, (*path, number))
        case _:
            pass


def _known_secrets(value: str) -> str:
    if "${" in SECRET.sub("", value):
        raise refusal(f"{shown(value)} names a secret in another way than ${{secret:NAME}}, in capitals")
    if _RESERVED in secrets_in(value):
        raise refusal("the secret KEY is Toque's own: give yours another name")
    return value


def _url(value: str) -> str:
    _known_secrets(value)
    plain = SECRET.sub("x", value)
    try:
        parts = urlsplit(plain)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or regex.search(r"[\s{}\x00-\x20\x7f]", plain):
        raise refusal(f"{shown(value)} is not an address such as https://example.org/hook")
    if SECRET.search(value.split("/")[2]):
        raise refusal("the host of an address is written out: a secret can stand behind it")
    if "@" in urlsplit(plain).netloc:
        raise refusal("a name and password do not stand in an address: put them into a header")
    return value


def _one_secret(value: str) -> str:
    if not SECRET.fullmatch(value):
        raise refusal(
            "a secret does not stand in a rule", 'write "${secret:NAME}" and set TOQUE_SECRET_NAME where Toque runs'
        )
    return _known_secrets(value)


def _header(name: str) -> str:
    if not regex.fullmatch(r"[A-Za-z0-9-]{1,60}", name) or name.lower() in _OURS or name.lower().startswith("webhook-"):
        raise refusal(f"{shown(name)} is not a header that a rule can set")
    return name


def _header_value(value: str) -> str:
    if not regex.fullmatch(r"[\x20-\x7e]{1,1000}", value):
        raise refusal(f"{shown(value)} is not what a header can carry: plain letters, on one line")
    return _known_secrets(value)


def _whom(value: str) -> str:
    if value not in WHOM and "@" not in value and phone(value) is None:
        raise refusal(
            f"{shown(value)} is not one of {', '.join(WHOM)}, nor a phone number or address", meant(value, WHOM)
        )
    return value


def _one_or_each(value: object) -> str:
    return "each" if isinstance(value, dict) else "one"


Url = Annotated[Text, AfterValidator(_url), Looks("^[hH][tT][tT][pP][sS]?://")]
Secret = Annotated[Text, AfterValidator(_one_secret), Looks(f"^{SECRET.pattern}$")]
Headers = Annotated[
    dict[
        Annotated[str, AfterValidator(_header), Looks("^[A-Za-z0-9-]{1,60}$")],
        Annotated[str, AfterValidator(_header_value)],
    ],
    Field(max_length=20),
]
Body = Annotated[dict[str, JsonValue], Field(min_length=1, max_length=50)]
"""JSON whose texts are templates."""
Whom = Annotated[Text, AfterValidator(_whom), Looks(f"^(?:{'|'.join(WHOM)})$|[@0-9]")]
Channel = Annotated[Text, Spelled("[a-z0-9][a-z0-9_-]{0,39}", "the name of a channel: small letters, digits, '-', '_'")]
Language = Annotated[Text, Spelled("[a-z]{2,3}", "a language such as es, en or pt")]
Template = Annotated[str, Field(min_length=1, max_length=2_000)]
Words = Annotated[
    Annotated[Template, Tag("one")] | Annotated[dict[Language, Template], Field(min_length=1), Tag("each")],
    Discriminator(_one_or_each),
]
"""A template, or one for each language."""


def words_in(words: Any, *languages: str) -> str:  # noqa: ANN401 - a text or a mapping, as it was written
    """Return the template to write by: the first of these languages that there is one in, else English, else any."""
    if isinstance(words, Mapping):
        return str(next((words[one] for one in (*languages, "en") if one in words), next(iter(words.values()), "")))
    return str(words)
