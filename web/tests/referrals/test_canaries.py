"""What is told of a person in a referral is found in no table, log, mail or repr; nor is a token or a digit."""

import logging
from collections.abc import Iterator

import pytest
from django.core import mail

from maillon.base.ids import new_id
from maillon.referrals import services
from maillon.referrals.content import NewReferral
from maillon.referrals.enums import PartKind, Reading, RefusalReason
from maillon.referrals.models import Consent
from maillon.reports.notices import to_leads, to_member, to_organisation
from maillon.speaking.code import new_code
from tests.guardrails.test_canaries import every_table, forms_of
from tests.referrals.factories import Town, accepted, agreed, draft, make_town, opened, refer, step_at
from tests.reports.factories import AT

pytestmark = [pytest.mark.guardrail("G6"), pytest.mark.django_db]
CANARIES = {kind: f"Canari-{kind}-4t8xvbn2" for kind in [*PartKind, "refusal", "outcome", "draft"]}
EVERY_PART = {kind: CANARIES[kind] for kind in PartKind}


@pytest.fixture
def town() -> Town:
    return make_town()


def leaks(text: bytes) -> list[str]:
    return [name for name, word in CANARIES.items() if any(form in text for form in forms_of(word))]


def live(town: Town) -> Iterator[bytes]:
    """A referral with a canary in each field, from the draft to the outcome; gives the secrets of its link."""
    worker = town.worker
    services.save_draft(draft_id=new_id(), data=CANARIES["draft"].encode(), by=worker.membership, at=AT)
    wanted = tuple(agreed(place, set(PartKind)) for place in (town.outside, town.first, town.second))
    referral = refer(town, wanted=wanted, parts=EVERY_PART, code=new_code())
    link = services.make_link(
        step_id=step_at(referral, town.outside).pk, by=worker.membership, keyring=worker.keyring, at=AT
    )
    token = link.address.rstrip("/").rpartition("/")[2]
    entered = services.enter_link(token=token, digits=link.digits, at=AT)
    answering = {"link_id": entered.link_id, "keyring": entered.keyring, "at": AT}
    assert dict(services.open_by_link(**answering)[1].texts) == EVERY_PART
    services.refuse_by_link(reason=RefusalReason.FULL, words=CANARIES["refusal"], **answering)
    assert opened(referral, town.first) == EVERY_PART
    step, reader = accepted(referral, town.first), town.first.reader
    services.met(step_id=step.pk, by=reader.membership, at=AT)
    services.finish(step_id=step.pk, outcome="accompanied", words=CANARIES["outcome"], by=reader.membership, at=AT)
    read = services.read_words(
        step_id=step.pk, by=worker.membership, keyring=worker.keyring, at=AT, reason=Reading.FOLLOWING
    )
    assert read == CANARIES["outcome"]
    yield token.encode()
    yield entered.keyring.private_key


def test_nothing_that_was_told_and_no_secret_of_a_link_lies_in_clear(town, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = list(live(town))
    for table, text in every_table():
        assert (table, leaks(text)) == (table, [])
        for secret in secrets:
            assert secret not in text
    assert leaks(caplog.text.encode()) == []
    organisation = town.first.house.organisation
    to_organisation(organisation.pk)
    to_leads(organisation.pk)
    to_member(town.worker.membership.member_id)
    assert mail.outbox
    assert [found for message in mail.outbox if (found := leaks(message.message().as_bytes()))] == []


def test_neither_a_draft_nor_what_was_opened_shows_itself_when_printed(town) -> None:
    written: NewReferral = draft(town, parts=EVERY_PART, code=new_code())
    assert leaks(repr(written).encode()) == []
    referral = services.propose(draft=written, by=town.worker.membership, at=AT)
    reader, step = town.first.reader, step_at(referral, town.first)
    result = services.open_step(
        step_id=step.pk, by=reader.membership, keyring=reader.keyring, at=AT, reason=Reading.ANSWERING
    )
    assert leaks(repr(result).encode()) == []


def test_nothing_typed_stands_in_the_record_of_a_consent(town) -> None:
    refer(town, parts=EVERY_PART)
    assert [found for consent in Consent.objects.all() if (found := leaks(consent.wording.encode()))] == []
