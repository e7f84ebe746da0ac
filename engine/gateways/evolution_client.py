"""Answer through Evolution API 2.x: send texts and reactions, look messages up, set the webhook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import quote

import httpx2

from engine import clock
from engine.gateways import wire
from engine.gateways.evolution import group_told, kept, message_seen, second_of
from engine.gateways.evolution_keys import address
from engine.gateways.gateway import GroupTold, History, Quoted
from engine.gateways.signals import MessageSeen
from executors.destinations import NotNow, Permanent, Unclear
from executors.destinations.calling import certificates

EVENTS = (
    "MESSAGES_UPSERT",
    "MESSAGES_EDITED",
    "MESSAGES_UPDATE",
    "MESSAGES_DELETE",
    "SEND_MESSAGE",
    "CONNECTION_UPDATE",
    "GROUP_PARTICIPANTS_UPDATE",
)
"""What the webhook asks for; an empty list would mean everything there is."""

HISTORY = 100
"""Records that are asked for at once."""

UNLICENSED_PAUSE = 900.0
"""Seconds to wait while somebody activates a server: nothing will change sooner."""

_CONNECT = 5.0  # seconds; a server that is there answers at once
_SHOWN = 200  # characters of the server's own words in our messages

# Evolution turns whatever its line to WhatsApp throws into a 400 (or 500); these say that nothing was sent.
_LINE_DOWN = re.compile(r"connection closed|connection lost|not connected|rate-overlimit", re.IGNORECASE)
# ... and these, that it may have been: storing comes after sending.
_NO_GROUP = re.compile(r"error fetching group", re.IGNORECASE)
_AFTER_SENDING = re.compile(r"prisma|timed out", re.IGNORECASE)


class EvolutionClient:
    """One instance of an Evolution server, over HTTP; made for one thread."""

    def __init__(self, base_url: str, api_key: str, instance: str, timeout: float = 30.0) -> None:
        if not api_key or not re.fullmatch(r"[!-~]+", api_key):
            # Checked here because the HTTP library would print the key while it complains.
            raise Permanent("The API key of this connection is empty or holds characters that no header can carry.")
        self._api_key = api_key
        self._instance = instance
        self._path = quote(instance, safe="")
        self._http = httpx2.Client(
            base_url=_server(base_url),
            headers={"apikey": api_key},
            timeout=httpx2.Timeout(timeout, connect=min(timeout, _CONNECT)),
            # On a kept line that the server closed meanwhile a send would end unclear; a new line costs little.
            limits=httpx2.Limits(max_keepalive_connections=0),
            verify=certificates(),
        )

    def send_text(self, to: str, text: str, *, quoted: Quoted | None = None) -> str:
        """Send `text` to a chat, named by its full address, and return the id of the message sent."""
        body: dict[str, object] = {"number": to, "text": text, "linkPreview": False}
        if quoted:
            key = _key(quoted.chat, quoted.message_id, from_me=quoted.from_me, participant=quoted.participant)
            body["quoted"] = {"key": key, "message": {"conversation": quoted.text or ""}}
        return self._send(f"/message/sendText/{self._path}", body)

    def send_reaction(
        self, chat: str, message_id: str, *, from_me: bool, participant: str | None, emoji: str | None
    ) -> str:
        """React to a message (no emoji takes the reaction back) and return the id of the reaction."""
        key = _key(chat, message_id, from_me=from_me, participant=participant)
        return self._send(f"/message/sendReaction/{self._path}", {"key": key, "reaction": emoji or ""})

    def find_message(self, message_id: str) -> MessageSeen | None:
        """Return a message that the server has stored, None where it has not."""
        # By id only: the other filters are broken in 2.3.x. `offset` is the size of a page.
        wanted = {"where": {"key": {"id": message_id}}, "page": 1, "offset": 10}
        answer = self._ask("POST", f"/chat/findMessages/{self._path}", wanted)
        records = wire.at(answer, "messages", "records")
        found = (message_seen(wire.mapping(record)) for record in (records if isinstance(records, list) else ()))
        return next((message for message in found if message and message.message_id == message_id), None)

    def history(self, page: int) -> History:
        """Return a page of what the server has stored, reactions among it, the newest first."""
        wanted = {"where": {}, "page": page, "offset": HISTORY}
        records = wire.at(self._ask("POST", f"/chat/findMessages/{self._path}", wanted), "messages", "records")
        found = [wire.mapping(record) for record in (records if isinstance(records, list) else ())]
        moments = [moment for moment in map(second_of, found) if moment]
        return History(tuple(signal for record in found for signal in kept(record)), min(moments, default=None))

    def group(self, chat: str) -> GroupTold | None:
        """Return what the group calls itself and who belongs to it; None where the server is not in it."""
        answer = self._ask(
            "GET", f"/group/findGroupInfos/{self._path}?groupJid={quote(chat, safe='@')}", lacks=_NO_GROUP
        )
        return group_told(wire.mapping(answer)) if answer else None

    def set_webhook(self, url: str, headers: Mapping[str, str], *, enabled: bool = True) -> None:
        """Have the server post what happens to `url`, with `headers`; or, not enabled, have it post nothing more."""
        # Media inside the bodies would make them tens of megabytes.
        webhook = {
            "enabled": enabled, "url": url, "headers": dict(headers), "byEvents": False, "base64": False,
            "events": list(EVENTS),
        }  # fmt: skip
        self._ask("POST", f"/webhook/set/{self._path}", {"webhook": webhook})

    def webhook(self) -> dict[str, object]:
        """Return the webhook's settings as the server tells them, empty where none are set."""
        return dict(wire.mapping(self._ask("GET", f"/webhook/find/{self._path}")))

    def connection_state(self) -> str:
        """Return `open`, `connecting` or `close`."""
        state = wire.at(self._ask("GET", f"/instance/connectionState/{self._path}"), "instance", "state")
        return state if isinstance(state, str) and state in {"open", "connecting"} else "close"

    def instances(self, *, named: bool = False) -> list[dict[str, object]]:
        """Return what the server tells of its instances that this key may see, or of this one alone."""
        answer = self._ask("GET", "/instance/fetchInstances" + (f"?instanceName={self._path}" if named else ""))
        return [dict(wire.mapping(one)) for one in (answer if isinstance(answer, list) else [answer])]

    def owner(self) -> str | None:
        """Return the address of the number that is linked, None while none is."""
        mine = (one for one in self.instances(named=True) if one.get("name") == self._instance)
        return next((address(one.get("ownerJid")) for one in mine), None)

    def greeting(self) -> dict[str, object]:
        """Return what the server says of itself to anybody: its version, its manager's address."""
        return dict(wire.mapping(self._ask("GET", "/")))

    def settings(self) -> dict[str, object]:
        """Return how the instance behaves, empty where nobody ever set it."""
        return dict(wire.mapping(self._ask("GET", f"/settings/find/{self._path}")))

    def close(self) -> None:
        """Let go of the line."""
        self._http.close()

    def _send(self, path: str, body: Mapping[str, object]) -> str:
        """Send, and tell apart what was not sent from what may have been."""
        try:
            response = self._http.post(path, json=body)
        except (httpx2.TransportError, httpx2.DecodingError) as fault:
            raise self._broken(fault, sending=True) from None
        if not response.is_success:
            raise self._refused(response, sending=True)
        sent = wire.name(wire.at(_decoded(response), "key", "id"))
        if sent is None:
            raise Unclear("Evolution took the message but did not say under which id.")
        return sent

    def _ask(
        self, method: str, path: str, body: Mapping[str, object] | None = None, *, lacks: re.Pattern[str] | None = None
    ) -> object:
        """Ask; asking again does no harm, so a broken line is only a reason to come back.

        `lacks` is how a refusal sounds that means: there is no such thing; then it is None that comes back.
        """
        try:
            response = self._http.request(method, path, json=body)
        except (httpx2.TransportError, httpx2.DecodingError) as fault:
            raise self._broken(fault, sending=False) from None
        if not response.is_success:
            said = wire.clean(response.text)
            if lacks and response.status_code in {400, 404} and lacks.search(said):
                if _LINE_DOWN.search(said):
                    raise NotNow("Evolution's line to WhatsApp is down, or is asked too much.")
                return None
            raise self._refused(response, sending=False)
        answer = _decoded(response)
        if answer is _NO_JSON:
            raise Permanent("What answers at this connection's address is not Evolution: check its base URL.")
        return answer

    def _broken(self, fault: Exception, *, sending: bool) -> Exception:
        if isinstance(fault, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout | httpx2.ProxyError):
            return NotNow(f"Evolution cannot be reached ({self._without_key(str(fault)) or 'no answer'}).")
        if sending:
            return Unclear(f"The line to Evolution broke after the message had left ({type(fault).__name__}).")
        return NotNow(f"The line to Evolution broke before its answer came ({type(fault).__name__}).")

    def _refused(self, response: httpx2.Response, *, sending: bool) -> Exception:
        """Say what an answer other than 2xx means for the caller."""
        code, said = response.status_code, self._without_key(wire.clean(response.text))
        shown = " ".join(said.split())[:_SHOWN]
        if code != 400 and "LICENSE_REQUIRED" in said:  # noqa: PLR2004 - HTTP's own number, as below
            pause = _retry_after(response) or UNLICENSED_PAUSE
            return NotNow("This Evolution server wants its licence activated: open its manager.", retry_after=pause)
        if code in {429, 503}:
            return NotNow(f"Evolution is busy ({code}): {shown}", retry_after=_retry_after(response))
        may_be_sent = _AFTER_SENDING.search(said) is not None
        if code in {400, 500} and not may_be_sent and _LINE_DOWN.search(said):
            return NotNow(f"Evolution's line to WhatsApp is down: {shown}")
        if code == 408 or code >= 500 or (code == 400 and may_be_sent):  # noqa: PLR2004 - as above
            if sending:
                return Unclear(f"Evolution failed ({code}) and does not say whether it had sent: {shown}")
            return NotNow(f"Evolution failed ({code}): {shown}")
        return Permanent(self._advice(code, response, shown))

    def _advice(self, code: int, response: httpx2.Response, shown: str) -> str:
        if _names_nobody(_decoded(response)):
            return "This number is not on WhatsApp, so nothing can be sent to it: check the number."
        match code:
            case 401 | 403:
                return (
                    f"Evolution refuses this connection's API key ({code}): put the instance's token or the global key."
                )
            case 404:
                return (
                    f"Evolution knows no instance {self._instance!r} (404): check the instance's name and the base URL."
                )
            case _ if code < 400:  # noqa: PLR2004 - HTTP's own number
                return f"Evolution lives at another address ({code}): put the one it redirects to as base URL."
            case _:
                return f"Evolution does not accept this ({code}), and will not later: {shown}"

    def _without_key(self, text: str) -> str:
        return text.replace(self._api_key, "***")


_NO_JSON = object()


def _server(base_url: str) -> httpx2.URL:
    try:
        url = httpx2.URL(base_url)
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise Permanent(
            "The base URL of this connection's Evolution server is no URL: it looks like https://host:8080."
        )
    return url


def _key(chat: str, message_id: str, *, from_me: bool, participant: str | None) -> dict[str, object]:
    key: dict[str, object] = {"id": message_id, "remoteJid": chat, "fromMe": from_me}
    # Without its author a message of a group is not found by the phones.
    return key | {"participant": participant} if participant else key


def _decoded(response: httpx2.Response) -> object:
    try:
        return response.json()
    except (ValueError, RecursionError):
        return _NO_JSON


def _names_nobody(answer: object) -> bool:
    said = wire.at(answer, "response", "message")
    return any(wire.mapping(one).get("exists") is False for one in (said if isinstance(said, list) else [said]))


def _retry_after(response: httpx2.Response) -> float | None:
    """Return the seconds that the server asks us to wait: it may give them, or a date."""
    given = response.headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", given):
        return float(given)
    try:
        date = parsedate_to_datetime(given)
    except (ValueError, OverflowError):
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (aware - clock.now()).total_seconds())
