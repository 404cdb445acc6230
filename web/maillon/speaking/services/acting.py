"""What a person does once she is back: answer, add, take her consent back, ask for erasure."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from maillon.base.events import publish
from maillon.reports import services as reports
from maillon.reports.models import Message, Report, Request
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, of_the_person
from maillon.speaking.events import ErasureAsked
from maillon.speaking.models import Speaker
from maillon.speaking.services.speakers import destroy, own
from maillon.vault.keyrings import Keyring


@transaction.atomic
def answer(*, keyring: Keyring, speaker_id: UUID, transmission_id: UUID, text: str, at: datetime) -> Message:
    """Writes to one recipient. Raises NoSuchCode, NotAllowed where that thread is over, or EmptyText."""
    own(speaker_id=speaker_id, keyring=keyring)
    return reports.write_without_account(transmission_id=transmission_id, keyring=keyring, text=text, at=at)


@transaction.atomic
def add(*, keyring: Keyring, speaker_id: UUID, text: str, at: datetime) -> list[Message]:
    """Writes the same to every recipient that still has the report in hand. Raises NotAllowed when none has."""
    report = _report(own(speaker_id=speaker_id, keyring=keyring))
    # In one order, so that two additions at once never wait for one another in a ring.
    threads = report.transmissions.select_related("report").order_by("pk")
    open_ones = [item.id for item in threads if Ability.WRITE_MESSAGE in of_the_person(item)]
    if not open_ones:
        raise NotAllowed
    return [reports.write_without_account(transmission_id=key, keyring=keyring, text=text, at=at) for key in open_ones]


@transaction.atomic
def withdraw_consent(*, keyring: Keyring, speaker_id: UUID, transmission_id: UUID, at: datetime) -> Request:
    """Takes consent back at one recipient. The answer says what was done, or that the law decides and not she."""
    speaker = own(speaker_id=speaker_id, keyring=keyring, lock=True)
    request = reports.withdraw_consent(transmission_id=transmission_id, key_pair_id=keyring.key_pair_id, at=at)
    speaker.contact_withdrawn = True
    speaker.save(update_fields=["contact_withdrawn"])
    return request


@transaction.atomic
def ask_erasure(*, keyring: Keyring, speaker_id: UUID, at: datetime) -> list[Request]:
    """Asks every recipient to erase; done at once where nobody has opened it, and for a telling that was only paused.

    One request for each recipient; none, and the code opens nothing any more, where nothing had been sent. What else
    is kept under the code hears of it (`events.ErasureAsked`); where the law keeps it, the code goes on opening it.
    """
    speaker = own(speaker_id=speaker_id, keyring=keyring, lock=True)
    # Apps above keep things under the same code.
    publish(ErasureAsked(keyring.key_pair_id, at))
    if speaker.report is None:
        destroy(speaker)
        return []
    speaker.erasure_asked = True
    speaker.save(update_fields=["erasure_asked"])
    return reports.ask_erasure(report_id=speaker.report.id, key_pair_id=keyring.key_pair_id, at=at)


def _report(speaker: Speaker) -> Report:
    if speaker.report is None:
        raise NotAllowed
    return speaker.report
