"""People who speak without an account, as they really do: through the services, with a code of their own.

orne = make_orne()
spoken = speak(orne)                     # an adult for herself, to the association that guidance proposes
spoken.report, spoken.code               # what was sent, and the eight words that open it
follow(spoken)                           # what she sees when she comes back
"""

import datetime as dt
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.reports.models import Report, Transmission
from maillon.speaking import services
from maillon.speaking.code import Code, new_code
from maillon.speaking.content import ContactWish, Telling
from maillon.speaking.enums import SourceLevel
from maillon.speaking.services import Entered, Followed
from tests.reports.factories import AT, House, Orne, adult_content, minor_content, transmission_to


@dataclass(frozen=True)
class Spoken:
    """A report without an account, and the code that belongs to it."""

    code: Code
    report: Report

    def at(self, house: House) -> Transmission:
        """The report at this house."""
        return transmission_to(self.report, house)


def telling(orne: Orne, *, minor: bool = False, for_self: bool = True, contact: Any = None, **answers: Any) -> Telling:
    """A complete telling: an adult's about herself, who left a number, unless told otherwise."""
    content = (minor_content if minor else adult_content)(orne.commune, **answers)
    return made(content, for_self=for_self, contact=contact or wish())


def made(content: Any, *, for_self: bool, contact: ContactWish) -> Telling:
    """A telling with exactly this content."""
    return Telling(for_self=for_self, contact=contact, answers=json.loads(content.to_bytes()))


def wish(value: str = "06 00 00 00 00") -> ContactWish:
    """How she may be contacted: by SMS, in neutral words."""
    return ContactWish(may_contact=True, channel="sms", value=value, hours="le matin", code_word="tulipe")


def speak(
    orne: Orne,
    *,
    told: Telling | None = None,
    code: Code | None = None,
    chosen: Collection[UUID] | None = None,
    source: SourceLevel = SourceLevel.NORMAL,
    repeats: bool = False,
    at: dt.datetime = AT,
) -> Spoken:
    """A sent telling. `chosen` are the recipients' ids; None takes everyone who is proposed and can be reached."""
    told, code = told or telling(orne), code or new_code()
    if chosen is None:
        chosen = services.proposed(told, localdate(at)).reachable().keys()
    report = services.send(telling=told, chosen=chosen, code=code, language="ro", source=source, at=at, repeats=repeats)
    return Spoken(code, report)


def back(spoken: Spoken, *, at: dt.datetime = AT) -> Entered:
    """She enters with her code."""
    return services.enter(code=spoken.code, at=at)


def follow(spoken: Spoken, *, at: dt.datetime = AT) -> Followed:
    """What she sees when she comes back."""
    entered = back(spoken, at=at)
    return services.follow(keyring=entered.keyring, speaker_id=entered.speaker_id, at=at)


def act(service: Any, spoken: Spoken, *, at: dt.datetime = AT, **more: Any) -> Any:
    """Calls a service of hers after entering with her code."""
    entered = back(spoken, at=at)
    return service(keyring=entered.keyring, speaker_id=entered.speaker_id, at=at, **more)
