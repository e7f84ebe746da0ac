"""A pretended Evolution API with a phone behind it: people chat on it, and the product hears of it by webhook."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from starlette.applications import Starlette

from demo import clock, dialect, gateway_api, phone_api, server
from demo.dialect import Body, Speaker
from demo.faults import Faults
from demo.news import News
from demo.people import OWNER
from demo.webhooks import Courier, Delivery, Webhook
from demo.world import Chat, Message, Reaction, Sent, World

OWNER_JID: Final = "5215512345678@s.whatsapp.net"
TOKEN_HEADER: Final = "X-Toque-Token"  # noqa: S105 - a header's name


class FakeEvolution:
    """One instance of Evolution API 2.3.7 in memory; every method may be called from any thread."""

    def __init__(
        self,
        *,
        webhook_url: str | None = None,
        webhook_token: str | None = None,
        headers: dict[str, str] | None = None,
        by_events: bool = False,
        api_key: str = "demo-key",
        instance: str = "demo",
        owner: str = OWNER_JID,
        base_delay: float = 5.0,
        max_attempts: int = 10,
        history: bool = False,
    ) -> None:
        token = {TOKEN_HEADER: webhook_token} if webhook_token else {}
        self.webhook = Webhook(webhook_url, {**token, **(headers or {})}, by_events=by_events) if webhook_url else None
        self.api_key = api_key
        self.instance = instance
        self.url = ""
        self.state = "open"
        self.faults = Faults()
        self.news = News()
        self.world = World(owner)
        self.courier = Courier(lambda: self.faults, base_delay=base_delay, max_attempts=max_attempts)
        self.app = Starlette(routes=[*gateway_api.routes(self), *phone_api.routes(self)], lifespan=self._lifespan)
        self.ready = threading.Event()
        self._sent: list[Sent] = []
        self._changed = threading.Condition()
        self._untold = self.world.write_history() if history else []

    @classmethod
    @contextlib.contextmanager
    def running(cls, *, port: int = 0, **options: object) -> Iterator[FakeEvolution]:
        """Serve one on a thread for as long as the block lasts; its address is `url`."""
        settings: dict[str, Any] = {"base_delay": 0.05, **options}
        fake = cls(**settings)
        with server.on_a_thread(fake, port):
            yield fake

    @property
    def speaker(self) -> Speaker:
        """The dialect as the faults of this moment have it."""
        return Speaker(self.world, self.faults.addressing, self.faults.bare_removal)

    @property
    def sent(self) -> list[Sent]:
        """What the product sent, oldest first."""
        with self._changed:
            return list(self._sent)

    @property
    def deliveries(self) -> list[Delivery]:
        """The webhooks so far, with what each attempt was answered."""
        return list(self.courier.deliveries)

    def wait_sent(self, wanted: Callable[[Sent], bool], timeout: float = 10.0) -> Sent:
        """Wait on another thread until the product has sent something that fits, and return it."""
        with self._changed:
            found = self._changed.wait_for(lambda: next(filter(wanted, self._sent), None), timeout)
        if found is None:
            raise TimeoutError(f"the product sent nothing that fits within {timeout} s; it sent {self.sent}")
        return found

    def wait_idle(self, timeout: float = 10.0) -> None:
        """Wait on another thread until every webhook was delivered or given up; those held back do not count."""
        if not self.courier.wait_idle(timeout):
            raise TimeoutError(f"{self.courier.in_flight} webhooks are still in flight after {timeout} s")

    async def idle(self, within: float = 10.0) -> bool:
        """Wait on the server's own loop until nothing is in flight; False when the time ran out."""
        return await self.courier.idle(within)

    def say(self, text: str, *, chat: str = "lupe", author: str | None = None, at: datetime | None = None) -> str:
        """Write a message on the phone, by the other person unless said otherwise; return its id."""
        with self._changed:
            message = self.world.say(text, chat=chat, author=author, at=at)
            self._tell("messages.upsert", self.speaker.text(message))
        return message.id

    def react(
        self,
        message_id: str,
        emoji: str | None,
        *,
        by: str = OWNER,
        at: datetime | None = None,
        via_api: bool = False,
    ) -> str:
        """Put, change or (None) take back a reaction; return the reaction's own id.

        `via_api` is what the phone shows when a program reacted through the gateway.
        """
        with self._changed:
            reaction = self.world.react(message_id, emoji, by=by, at=at, by_product=via_api)
            message = self.world.message(message_id)
            if via_api:
                self._tell("send.message", self.speaker.sent_reaction(message, reaction))
            else:
                self._tell("messages.upsert", self.speaker.reaction(message, reaction))
        return reaction.id

    def edit(self, message_id: str, text: str, *, at: datetime | None = None) -> None:
        """Let the author change a message."""
        with self._changed:
            message = self.world.edit(message_id, text)
            for event, data in self.speaker.edit(message, at or clock.now()):
                self._tell(event, data)

    def delete(self, message_id: str) -> None:
        """Let the author delete a message for everyone."""
        with self._changed:
            for event, data in self.speaker.deletion(self.world.delete(message_id)):
                self._tell(event, data)

    def regroup(self, chat: str, who: str, action: str) -> None:
        """Let somebody come to a group, leave it, become an admin or none: `add`, `remove`, `promote`, `demote`."""
        with self._changed:
            changed = self.world.regroup(chat, who, action)
            told = self.speaker.membership(changed, self.world.person(who).id, action)
            self._tell("group-participants.update", told)

    def connect(self, state: str) -> None:
        """Change the line to WhatsApp: `open`, `connecting` or `close`."""
        with self._changed:
            self.state = state
            reason = {"open": 200, "close": 401}.get(state, 428)
            self._tell("connection.update", {"instance": self.instance, "state": state, "statusReason": reason})

    def misbehave(self, **faults: object) -> None:
        """Change the named faults and leave the others."""
        with self._changed:
            self.faults = self.faults.changed(faults)

    def behave(self) -> None:
        """End all faults; what was held back stays so until it is released."""
        with self._changed:
            self.faults = Faults()

    def release(self, *, backwards: bool = False) -> int:
        """Send off the webhooks that `late` held back and return how many that are."""
        return self.courier.release(backwards=backwards)

    def set_webhook(self, webhook: Webhook) -> None:
        """Post to this address from now on, first of all the history that nobody was told of."""
        with self._changed:
            self.webhook = webhook
            self._tell_history()

    def send_text(self, chat: Chat, address: str, text: str, quoted_id: str | None) -> Message:
        """Put a text of the product's into a chat."""
        with self._changed:
            message = self.world.say(text, chat=chat.id, author=OWNER, by_product=True, quoted_id=quoted_id)
            self._sent.append(Sent("text", message.id, chat.id, address, text, quoted_id, message.at))
            self._changed.notify_all()
            self._tell("send.message", self.speaker.sent_text(message))
        return message

    def send_reaction(self, message: Message, address: str, emoji: str) -> Reaction:
        """Put a reaction of the product's on a message, where it replaces the owner's."""
        with self._changed:
            reaction = self.world.react(message.id, emoji, by_product=True)
            self._sent.append(Sent("reaction", message.id, message.chat, address, emoji, None, clock.now()))
            self._changed.notify_all()
            self._tell("send.message", self.speaker.sent_reaction(message, reaction))
        return reaction

    def take_fault(self, name: str) -> str:
        """Return how this request shall fail, counting down where the fault ends by itself."""
        with self._changed:
            fault = str(getattr(self.faults, name))
            left = self.faults.send_text_times
            if name == "send_text" and left:
                over = {"send_text": "ok", "send_text_times": 0}
                self.faults = self.faults.changed(over if left == 1 else {"send_text_times": left - 1})
            return fault

    def _tell(self, event: str, data: Body) -> None:
        self.news.spread()
        webhook = self.webhook
        if webhook is None or not webhook.wants(event):
            return
        if self.faults.lose:
            self.faults = self.faults.changed({"lose": self.faults.lose - (self.faults.lose > 0)})
            self.courier.note_lost(webhook, event)
            return
        body = dialect.envelope(
            event,
            data,
            instance=self.instance,
            url=webhook.address(event),
            sender=self.world.owner.jid,
            server=self.url,
            token=self.api_key,
            at=clock.now(),
        )
        self.courier.post(webhook, event, body)

    def _tell_history(self) -> None:
        if self.webhook is None:
            return
        untold, self._untold = self._untold, []
        for message in untold:
            self._tell("messages.upsert", self.speaker.text(message))

    @contextlib.asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> Any:  # noqa: ANN401 - an async generator, typed by its decorator
        await self.courier.open()
        with self._changed:
            self._tell_history()
        self.ready.set()
        yield
        await self.courier.close()
