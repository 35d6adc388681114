"""What workers do: one line per kind of row that waits to be worked on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.base import Work
from app.cases import Call, Delivery, MovedCase, Timer, deliver, fire, make
from app.cases.moving import carry_on
from app.events import Event
from app.notifications import Mail, handle, note_sent, pack_mail, send_mail
from app.studio.publishing import Publication, carry_out


@dataclass(frozen=True)
class Kind:
    """Rows of `model` are worked off by `verb(row, now=...)`, in one transaction with the row's settlement.

    A verb that gives its row a later `due_at` is asked again then. Work that reaches outside (a mail server, an
    address) must not hold a transaction meanwhile: `pack(row)` gives plain values in a transaction of its own,
    `reach(parcel)` uses them outside, and `verb(row, answer, now=...)` records what came of it.
    """

    name: str
    model: type[Work]
    verb: Callable[..., Any]
    pack: Callable[[Any], Any] | None = None
    reach: Callable[[Any], Any] | None = None


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("event", Event, handle),
        Kind("timer", Timer, fire),
        Kind("call", Call, make),
        Kind("delivery", Delivery, deliver),
        Kind("mail", Mail, note_sent, pack_mail, send_mail),
        Kind("move", MovedCase, carry_on),
        Kind("publication", Publication, carry_out),
    )
}
