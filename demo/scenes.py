"""The fixed conversation of the scripted demo: what is done on the phone, and what must become of it."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from demo.expect import Scene, first_line, ignored, must, one, reacted, same_item, shown
from demo.stage import Stage

OWNER_ZONE: Final = ZoneInfo("America/Mexico_City")
FRIDAY: Final = 4

CFE: Final = "Pagar luz CFE $890 vence 15 enero"
TWO_BILLS: Final = "Telmex 389 y el agua 245.50, los dos antes del 20"
UNREADABLE: Final = "Gracias por los 2 kilos de mango"

# Seeds that swap, or keep, two webhooks.
SWAP: Final = 2
KEEP: Final = 0


def a_bill(stage: Stage) -> str:
    """Make a bill and read the Spanish answer in the owner's chat with themselves."""
    after, sent = len(stage.feed.events()), len(stage.sent())
    message_id = stage.say(CFE, name="cfe")
    stage.react(message_id, "💳")
    stage.settled(message_id, ("created",), after)
    stage.standing[message_id] = 1
    item = one(stage.items(message_id), "bill")
    fields = item["fields"]
    stage.found["cfe"] = item
    must(fields["vendor"] == "CFE" and Decimal(str(fields["amount"])) == Decimal(890), fields)
    must(fields["currency"] == "MXN" and str(fields["due"])[4:10] == "-01-15", fields)
    reply = stage.reply(lambda text: "CFE" in text and "890" in text, sent)
    must(reply["chat"] == "owner", f"the reply in the chat {reply['chat']!r}")
    must(re.search(r"(?i)\b(vence|ene|enero|pago|recibo|cuenta|quita)\b", reply["text"]), reply["text"])
    return f"bill CFE {fields['amount']} {fields['currency']}, due {fields['due']}; “{first_line(reply)}”"


def taken_back(stage: Stage) -> str:
    """Take the reaction back: the bill is cancelled."""
    return same_item(stage, None, ("cancelled",), "bill", "cancelled")


def put_again(stage: Stage) -> str:
    """React again: the same bill is opened again."""
    return same_item(stage, "💳", ("reopened",), "bill", None)


def changed(stage: Stage) -> str:
    """Change the emoji: the bill becomes a task and stays the same item."""
    return same_item(stage, "✅", ("converted",), "task", None)


def two_bills(stage: Stage) -> str:
    """Make two bills of one message, and answer with their sum."""
    after, sent = len(stage.feed.events()), len(stage.sent())
    message_id = stage.say(TWO_BILLS)
    stage.react(message_id, "💳")
    stage.settled(message_id, ("created",), after)
    stage.standing[message_id] = 2
    items = stage.items(message_id)
    must([item["kind"] for item in items] == ["bill", "bill"], shown(items))
    amounts = sorted(Decimal(str(item["fields"]["amount"])) for item in items)
    must(amounts == [Decimal("245.50"), Decimal(389)], amounts)
    stage.reply(lambda text: re.search(r"634[.,]50", text) is not None, sent)
    return "2 bills, 389.00 and 245.50; the reply says 634.50"


def an_appointment(stage: Stage) -> str:
    """Make an event, in English."""
    item = reacted(stage, "Dentist appointment tomorrow at 3pm", "📅", "event", chat="sam")
    start = datetime.fromisoformat(str(item["fields"]["start"]))
    there = start.astimezone(OWNER_ZONE) if start.tzinfo else start
    must("dentist" in item["title"].lower() and 15 in {start.hour, there.hour}, item)  # noqa: PLR2004 - 3pm
    return f"event {item['title']!r}, {start:%d %b %H:%M}"


def a_task(stage: Stage) -> str:
    """Make a task with a due date, in Portuguese."""
    item = reacted(stage, "Não esquece de levar o RG na sexta", "✅", "task", chat="marina")
    due = date.fromisoformat(str(item["fields"]["due"])[:10])
    must("RG" in item["title"] and due.weekday() == FRIDAY, item)
    return f"task {item['title']!r}, due {due:%a %d %b}"


def a_note(stage: Stage) -> str:
    """Make a note of something the owner wrote to themselves."""
    item = reacted(stage, "Código del portón: pedir uno nuevo", "📝", "note", chat="owner")
    must("portón" in item["title"].lower(), item)
    return f"note {item['title']!r}"


def unreadable(stage: Stage) -> str:
    """Find no bill in a message, and say so with an example."""
    after, sent = len(stage.feed.events()), len(stage.sent())
    message_id = stage.say(UNREADABLE)
    stage.react(message_id, "💳")
    event = stage.settled(message_id, ("failed",), after)
    must(event["error"], event)
    must(not stage.items(message_id), shown(stage.items(message_id)))
    reply = stage.reply(lambda text: "890" in text or re.search(r"(?i)ejemplo|example|exemplo", text) is not None, sent)
    return f"{event['error']}; “{first_line(reply)}”"


def no_rule(stage: Stage) -> str:
    """Use an emoji that no rule knows."""
    return ignored(stage, "🎉", "owner")


def somebody_else(stage: Stage) -> str:
    """Let the other person react: by default only the owner's reactions count."""
    return ignored(stage, "💳", "lupe")


def twice_and_mixed_up(stage: Stage) -> str:
    """Post every webhook five times and out of order."""
    sent = len(stage.sent())
    stage.phone("faults", duplicate=5, reorder=10, seed=7)
    item = reacted(stage, "Pagar Totalplay $649 vence 3 de febrero", "💳", "bill")
    stage.told()
    stage.reply(lambda text: "Totalplay" in text, sent)
    must(sum("Totalplay" in reply["text"] for reply in stage.sent()[sent:]) == 1, "more than one reply")
    return f"one bill {item['fields']['vendor']}, one reply"


def before_its_message(stage: Stage) -> str:
    """Let the reaction come before the message that it is on."""
    stage.phone("faults", reorder=2, seed=SWAP)
    item = reacted(stage, "Comprar croquetas para el perro", "✅", "task")
    return f"task {item['title']!r}"


def without_a_number(stage: Stage) -> str:
    """React in the chat of somebody of whom no phone number is known."""
    item = reacted(stage, "Recuérdame devolverte el libro el lunes", "✅", "task", chat="nina")
    return f"task {item['title']!r}"


def variation_selector(stage: Stage) -> str:
    """Write the same emoji with an invisible selector behind it."""
    item = reacted(stage, "Llamar al plomero", "✅\ufe0f", "task")
    return f"task {item['title']!r}"


def skin_tone(stage: Stage) -> str:
    """Write the same emoji with a skin tone."""
    item = reacted(stage, "Book the train tickets", "✅🏽", "task", chat="sam")
    return f"task {item['title']!r}"


def back_at_once(stage: Stage) -> str:
    """React and take it back in the same breath."""
    after = len(stage.feed.events())
    message_id = stage.say("Pagar gas $310 vence el 28")
    stage.told()
    stage.phone("faults", reorder=2, seed=KEEP)
    stage.react(message_id, "💳")
    stage.react(message_id, None)
    stage.settled(message_id, ("cancelled", "nothing"), after)
    must(not stage.live(message_id), shown(stage.items(message_id)))
    return "nothing left"


def back_before_it_came(stage: Stage) -> str:
    """Let the removal overtake the reaction: the older one changes nothing any more."""
    message_id = stage.say("Pagar agua $120 vence el 9")
    stage.told()
    stage.phone("faults", reorder=2, seed=SWAP)
    stage.react(message_id, "💳")
    stage.react(message_id, None)
    stage.told()
    must(not stage.live(message_id), shown(stage.items(message_id)))
    return "nothing left"


def by_a_program(stage: Stage) -> str:
    """React through the gateway's own API: what programs send triggers nothing."""
    message_id = stage.say("Pagar predial $2,100 antes del 31")
    stage.react(message_id, "💳", via_api=True)
    stage.told()
    must(not stage.items(message_id), shown(stage.items(message_id)))
    return "no item"


def nothing_else(stage: Stage) -> str:
    """Look at everything once more: exactly what was asked for stands, and no reply became anything."""
    stage.told()
    for message_id, count in stage.standing.items():
        live = stage.live(message_id)
        must(len(live) == count, f"{shown(live)} where {count} should stand")
    replies = [sent for sent in stage.sent() if sent["kind"] == "text"]
    for reply in replies:
        must(not stage.items(reply["message_id"]), f"an item made of the product's own reply {reply['text']!r}")
    again = sum("Totalplay" in reply["text"] for reply in replies)
    must(again <= 1, f"{again} replies about the bill that came five times")
    strange = {str(event["message_id"]) for event in stage.feed.events()} - set(stage.standing)
    must(not strange, f"something settled on messages nobody reacted to: {sorted(strange)}")
    return f"{sum(stage.standing.values())} items stand, {len(replies)} replies"


SCENES: Final = (
    Scene("A bill", f"{CFE} · 💳", "bill CFE 890.00 MXN, due 15 January; answered in Spanish", a_bill),
    Scene("Taken back", "💳 removed", "the bill is cancelled", taken_back),
    Scene("Put again", "💳 again", "the same bill, open again", put_again),
    Scene("Changed", "💳 becomes ✅", "the same item, now a task", changed),
    Scene("Two bills", f"{TWO_BILLS} · 💳", "2 bills and their total", two_bills),
    Scene("An appointment", "Dentist appointment tomorrow at 3pm · 📅", "event at 15:00", an_appointment),
    Scene("A to-do", "Não esquece de levar o RG na sexta · ✅", "task due on a Friday", a_task),
    Scene("A note", "Código del portón: pedir uno nuevo · 📝", "note", a_note),
    Scene("Unreadable", f"{UNREADABLE} · 💳", "no bill; answered with an example", unreadable),
    Scene("No rule", "Pagar Izzi $599… · 🎉", "no item", no_rule),
    Scene("Somebody else", "Lupe reacts 💳", "no item", somebody_else),
    Scene("Five times, mixed up", "Pagar Totalplay $649… · 💳", "one bill, one reply", twice_and_mixed_up),
    Scene("Reaction comes first", "Comprar croquetas… · ✅", "task", before_its_message),
    Scene("Nobody's number", "Recuérdame devolverte el libro… · ✅", "task", without_a_number),
    Scene("Variation selector", "Llamar al plomero · ✅ + U+FE0F", "task", variation_selector),
    Scene("Skin tone", "Book the train tickets · ✅🏽", "task", skin_tone),
    Scene("Back at once", "💳 and away in one breath", "nothing left", back_at_once),
    Scene("Removal comes first", "💳 and away, overtaken", "nothing left", back_before_it_came),
    Scene("By a program", "💳 through the gateway's API", "no item", by_a_program),
    Scene("Nothing else", "a last look at everything", "only what was asked for", nothing_else),
)
