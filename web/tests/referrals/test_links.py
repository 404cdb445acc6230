"""A service without an account: an address by e-mail, eight digits by voice, one answer."""

import datetime as dt

import pytest
from django.core import mail

from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.referrals import services
from maillon.referrals.enums import LinkEnd, RefusalReason, StepState
from maillon.referrals.models import Link, Referral
from maillon.referrals.refusals import NoSuchLink, NotAllowed
from maillon.vault import services as vault
from maillon.vault.crypto import CannotOpen
from maillon.vault.enums import KeyOwner
from maillon.vault.keyrings import Keyring
from maillon.vault.models import Grant, KeyPair
from tests.referrals.factories import PARTS, TOLD, Town, make_town, refer, states, step_at
from tests.reports.factories import AT

S, P = StepState.PROPOSED, StepState.PLANNED


@pytest.fixture
def town(db) -> Town:
    return make_town()


@pytest.fixture
def referral(town: Town) -> Referral:
    return refer(town, [town.outside, town.first])


def make(town: Town, referral: Referral, *, at: dt.datetime = AT) -> services.NewLink:
    return services.make_link(
        step_id=step_at(referral, town.outside).pk, by=town.worker.membership, keyring=town.worker.keyring, at=at
    )


def token_of(link: services.NewLink) -> str:
    return link.address.rstrip("/").rpartition("/")[2]


def enter(link: services.NewLink, digits: str = "", *, at: dt.datetime = AT) -> services.EnteredLink:
    return services.enter_link(token=token_of(link), digits=digits or link.digits, at=at)


def wrong(link: services.NewLink) -> str:
    return f"{(int(link.digits) + 1) % 10**8:08d}"


def test_before_the_digits_nothing_is_sealed_read_or_mailed_but_that_something_waits(town, referral) -> None:
    link = make(town, referral)
    assert link.mailed
    (message,) = mail.outbox
    assert message.to == ["accueil@exemple.invalid"]
    assert link.address in message.body
    said = f"{message.subject} {message.body}"
    hidden = (link.digits, referral.number, town.outside.service.name, town.home.organisation.name, *PARTS.values())
    assert not [text for text in hidden if text in said]
    assert services.link_exists(token=token_of(link), at=AT)
    assert not services.link_exists(token="x" * 22, at=AT)
    assert step_at(referral, town.outside).state == S
    assert link.digits not in repr(link)
    assert token_of(link) not in repr(link)


def test_with_token_and_digits_the_service_reads_its_parts_and_accepts_once(town, referral) -> None:
    link = make(town, referral)
    entered = enter(link, f"{link.digits[:4]} {link.digits[4:]}")
    keyring = Keyring.from_bytes(entered.keyring.to_bytes())
    step, texts = services.open_by_link(link_id=entered.link_id, keyring=keyring, at=AT)
    assert dict(texts.texts) == {kind: PARTS[kind] for kind in TOLD}
    assert step.state == StepState.SEEN
    services.accept_by_link(link_id=entered.link_id, keyring=keyring, at=AT)
    assert states(referral) == [StepState.ACCEPTED, P]
    for again in (services.open_by_link, services.accept_by_link):
        with pytest.raises(NoSuchLink):
            again(link_id=entered.link_id, keyring=keyring, at=AT)
    assert not services.link_exists(token=token_of(link), at=AT)
    assert Link.objects.get().end == LinkEnd.ANSWERED
    assert not KeyPair.objects.filter(owner_kind=KeyOwner.LINK).exists()
    opening = Line.objects.filter(action=Action.UNSEALED, details__by="link")
    assert opening.count() == len(TOLD)


def test_a_refusal_by_link_asks_the_next_service(town, referral) -> None:
    entered = enter(make(town, referral))
    services.open_by_link(link_id=entered.link_id, keyring=entered.keyring, at=AT)
    services.refuse_by_link(
        link_id=entered.link_id, reason=RefusalReason.FULL, words="Complet", keyring=entered.keyring, at=AT
    )
    assert states(referral) == [StepState.REFUSED, S]


def test_five_wrong_codes_end_the_link_and_the_right_one_comes_too_late(town, referral) -> None:
    link = make(town, referral)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(NoSuchLink) as refused:
            enter(link, wrong(link))
        assert refused.value.left == left
    with pytest.raises(NoSuchLink):
        enter(link)
    assert Link.objects.get().end == LinkEnd.WRONG_CODES
    assert not Grant.objects.filter(key_pair__owner_kind=KeyOwner.LINK).exists()
    assert Line.objects.filter(action=Action.LINK_TRIED).count() == 5
    # Who refers makes another one: the step was not answered.
    assert enter(make(town, referral)).link_id


def test_a_few_mistakes_before_the_right_digits_are_forgiven(town, referral) -> None:
    link = make(town, referral)
    for _try in range(3):
        for _mistake in range(4):
            with pytest.raises(NoSuchLink):
                enter(link, wrong(link))
        enter(link)


def test_it_expires_is_revoked_and_gives_way_to_a_newer_one(town, referral) -> None:
    first = make(town, referral)
    entered = enter(first)
    second = make(town, referral)
    with pytest.raises(NoSuchLink):
        services.open_by_link(link_id=entered.link_id, keyring=entered.keyring, at=AT)
    assert services.link_exists(token=token_of(second), at=AT)
    assert not services.link_exists(token=token_of(second), at=second.link.expires_at)
    with pytest.raises(NoSuchLink):
        enter(second, at=second.link.expires_at)
    services.end_link(step_id=step_at(referral, town.outside).pk, by=town.colleague.membership, at=AT)
    with pytest.raises(NoSuchLink):
        enter(second)
    with pytest.raises(NotAllowed):
        services.end_link(step_id=step_at(referral, town.outside).pk, by=town.worker.membership, at=AT)


def test_withdrawing_ends_the_link_while_it_is_open_in_front_of_somebody(town, referral) -> None:
    entered = enter(make(town, referral))
    services.withdraw(referral_id=referral.pk, by=town.worker.membership, at=AT)
    with pytest.raises(NoSuchLink):
        services.open_by_link(link_id=entered.link_id, keyring=entered.keyring, at=AT)
    assert not Grant.objects.filter(key_pair__owner_kind=KeyOwner.LINK).exists()


def test_one_links_keyring_is_no_other_links_nor_a_members_nor_a_codes(town, referral) -> None:
    link = enter(make(town, referral))
    other = refer(town, [town.outside])
    theirs = enter(make(town, other))
    for keyring in (theirs.keyring, town.worker.keyring):
        with pytest.raises(NoSuchLink):
            services.open_by_link(link_id=link.link_id, keyring=keyring, at=AT)
    with pytest.raises(CannotOpen):
        vault.open_for_link(items=[], keyring=town.worker.keyring, at=AT, reason="test")
    with pytest.raises(CannotOpen):
        vault.open_for_code(items=[], keyring=link.keyring)


@pytest.mark.guardrail("G6")
def test_digits_without_the_token_and_the_token_without_digits_give_another_key(db) -> None:
    salt = vault.new_link_salt()
    keys = {
        vault.link_private_key(token=token, digits=digits, salt=salt)
        for token in ("a" * 22, "b" * 22)
        for digits in ("00000000", "00000001")
    }
    assert len(keys) == 4


def test_who_may_not_refer_makes_no_link_and_an_organisation_here_gets_none(town, referral) -> None:
    stranger = town.first.reader
    step = step_at(referral, town.outside)
    with pytest.raises(NotAllowed):
        services.make_link(step_id=step.pk, by=stranger.membership, keyring=stranger.keyring, at=AT)
    inside = refer(town, [town.first])
    with pytest.raises(NotAllowed):
        services.make_link(
            step_id=step_at(inside, town.first).pk, by=town.worker.membership, keyring=town.worker.keyring, at=AT
        )


def test_who_refers_writes_down_what_the_service_said_by_telephone(town, referral) -> None:
    step = step_at(referral, town.outside)
    for act in (services.accept, services.met):
        act(step_id=step.pk, by=town.worker.membership, at=AT)
    services.finish(step_id=step.pk, outcome="answered", by=town.colleague.membership, at=AT)
    assert states(referral) == [StepState.DONE, StepState.WITHDRAWN]


def test_a_mail_server_that_does_not_take_it_leaves_the_link_to_be_given_otherwise(town, referral, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    link = make(town, referral)
    assert not link.mailed
    assert enter(link).link_id


def test_in_a_demonstration_whose_mails_go_nowhere_the_link_is_shown(town, referral, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert not make(town, referral).mailed
