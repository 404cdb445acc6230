"""Who else may read: on her agreement, kinds by kinds, until a day; and no longer than she wants it."""

import datetime as dt

import pytest

from maillon.accounts.enums import Role
from maillon.accounts.events import MembershipEnded, ReadingEnded
from maillon.base.events import publish
from maillon.cases import selectors, services
from maillon.cases.content import NewShare
from maillon.cases.enums import DocumentKind, EntryKind, Purpose, Reading, ShareEnd
from maillon.cases.models import Case, Share
from maillon.cases.refusals import (
    AlreadyEnded,
    NoConsent,
    NotAllowed,
    NothingToShare,
    NotReceivable,
    WrongMoment,
    WrongSuccessor,
)
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant
from maillon.vault.services import open_items
from tests.accounts.factories import make_membership
from tests.cases import pdfs
from tests.cases.factories import (
    LATER,
    TODAY,
    Place,
    acting,
    consent,
    make_place,
    open_case,
    read,
    shared,
    with_key,
)
from tests.reports.factories import AT, House, Person, make_person

DAY = dt.timedelta(days=1)


@pytest.fixture
def place(db) -> Place:
    return make_place()


@pytest.fixture
def case(place) -> Case:
    case = open_case(place)
    services.write_note(case_id=case.pk, text="La note", **acting(place.nadia))
    services.set_goal(case_id=case.pk, text="Le but", **acting(place.nadia))
    return case


def read_shared(share: Share, person: Person, at: dt.datetime = AT) -> list[str]:
    opened = services.read_shared(share_id=share.pk, **with_key(person, at))
    assert opened.pseudonym == ""
    return [entry.text for entry in opened.entries]


def opens_any(case: Case, house: House) -> bool:
    """Whether the house's own key still opens anything of the case, whatever rights say."""
    reader, items = house.reader, [entry.item for entry in case.entries.exclude(item=None).select_related("item")]
    opened = open_items(
        items=items,
        keyring=reader.keyring,
        organisation_id=house.organisation.pk,
        by=reader.membership,
        at=AT,
        reason="test",
    )
    return bool(opened)


def test_another_organisation_reads_what_was_shared_and_nothing_else(place, case) -> None:
    share = shared(case, place.nadia, place.clinic)
    assert read_shared(share, place.clinic.reader) == ["La note"]
    with pytest.raises(NotAllowed):
        read(case, place.clinic.reader)
    assert list(selectors.shares_for(place.clinic.reader.membership, TODAY)) == [share]
    lines = Line.objects.filter(action=Action.CASE_SHARED, recipient_organisation_id=place.clinic.organisation.pk)
    assert lines.count() == 1


def test_what_is_written_later_of_a_shared_kind_goes_there_too(place, case) -> None:
    share = shared(case, place.nadia, place.clinic)
    services.write_note(case_id=case.pk, text="Plus tard", **acting(place.nadia, LATER))
    services.set_goal(case_id=case.pk, text="Un autre but", **acting(place.nadia, LATER))
    assert read_shared(share, place.clinic.reader, LATER) == ["Plus tard", "La note"]


def test_a_document_that_is_shared_can_be_opened_and_another_can_not(place, case) -> None:
    document = services.add_document(
        case_id=case.pk, kind=DocumentKind.HEALTH, title="Ordonnance", data=pdfs.plain(), **acting(place.nadia)
    )
    opening = {"entry_id": document.pk, "reason": Reading.SHARED, **with_key(place.clinic.reader)}
    with pytest.raises(NotAllowed):
        services.read_document(**opening)
    shared(case, place.nadia, place.clinic)
    with pytest.raises(NotAllowed):
        services.read_document(**opening)
    shared(case, place.nadia, place.clinic, kinds=frozenset({EntryKind.DOCUMENT}))
    assert pdfs.WORDS in pdfs.words_of(services.read_document(**opening))


def test_a_document_opens_by_the_share_it_is_in_until_its_last_day_or_until_it_is_taken_back(place, case) -> None:
    document = services.add_document(
        case_id=case.pk, kind=DocumentKind.HEALTH, title="Ordonnance", data=pdfs.plain(), **acting(place.nadia)
    )
    elsewhere, reader = open_case(place), place.clinic.reader
    others = shared(elsewhere, place.nadia, place.clinic, kinds=frozenset({EntryKind.DOCUMENT}))
    notes = shared(case, place.nadia, place.clinic)

    def opening(of: Share, person: Person = reader, at: dt.datetime = AT) -> bytes:
        return services.read_shared_document(share_id=of.pk, entry_id=document.pk, **with_key(person, at))

    # While notes alone are shared of this case, that share opens none of its documents.
    with pytest.raises(NotAllowed):
        opening(notes)
    share = shared(case, place.nadia, place.clinic, kinds=frozenset({EntryKind.DOCUMENT}), until=TODAY + DAY)
    assert pdfs.WORDS in pdfs.words_of(opening(share, at=AT + DAY))
    for wrong in (
        (others,),
        (notes,),
        (share, place.other.reader),
        (share, place.colleague),
        (share, reader, AT + 2 * DAY),
    ):
        with pytest.raises(NotAllowed):
            opening(*wrong)
    services.withdraw_consent(consent_id=share.consent_id, **acting(place.nadia))
    with pytest.raises(NotAllowed):
        opening(share)
    file = document.file
    assert not Grant.objects.filter(item=file, key_pair__owner_id=place.clinic.organisation.pk).exists()


def test_a_document_added_later_goes_where_documents_are_shared(place, case) -> None:
    share = shared(case, place.nadia, place.clinic, kinds=frozenset({EntryKind.DOCUMENT}))
    document = services.add_document(
        case_id=case.pk, kind=DocumentKind.HEALTH, title="Ordonnance", data=pdfs.plain(), **acting(place.nadia, LATER)
    )
    opened = services.read_shared_document(
        share_id=share.pk, entry_id=document.pk, **with_key(place.clinic.reader, LATER)
    )
    assert pdfs.WORDS in pdfs.words_of(opened)


def test_without_her_agreement_to_exactly_that_nothing_goes(place, case) -> None:
    agreed = consent(case, place.nadia, place.clinic)
    new = {"until": TODAY, "organisation_id": place.clinic.organisation.pk}
    for wrong in (
        {"kinds": frozenset({EntryKind.NOTE})},
        {"kinds": frozenset({EntryKind.NOTE, EntryKind.GOAL}), "consent_id": agreed.pk},
        {
            "kinds": frozenset({EntryKind.NOTE}),
            "consent_id": agreed.pk,
            "organisation_id": place.other.organisation.pk,
        },
        {"kinds": frozenset({EntryKind.NOTE}), "consent_id": consent(case, place.nadia, purpose=Purpose.KEEPING).pk},
    ):
        with pytest.raises(NoConsent):
            services.share(case_id=case.pk, new=NewShare(**{**new, **wrong}), **with_key(place.nadia))
    assert not Share.objects.exists()


@pytest.mark.parametrize("who", ["police", "council", "prefecture", "home"])
def test_police_council_and_prefecture_receive_nothing_even_if_she_agreed(place, case, who) -> None:
    with pytest.raises(NotReceivable):
        consent(case, place.nadia, getattr(place, who))
    new = {"kinds": frozenset({EntryKind.NOTE}), "until": TODAY}
    with pytest.raises(NotReceivable):
        services.share(
            case_id=case.pk,
            new=NewShare(organisation_id=getattr(place, who).organisation.pk, **new),
            **with_key(place.nadia),
        )
    if who != "home":
        member = getattr(place, who).reader.membership.pk
        with pytest.raises(NotReceivable):
            services.share(case_id=case.pk, new=NewShare(member_id=member, **new), **with_key(place.nadia))


def test_reviews_and_corrections_are_never_shared_and_no_day_is_too_far(place, case) -> None:
    for wrong in (frozenset({EntryKind.REVIEW}), frozenset()):
        with pytest.raises(NothingToShare):
            consent(case, place.nadia, place.clinic, kinds=wrong)
        new = NewShare(kinds=wrong, until=TODAY, organisation_id=place.clinic.organisation.pk)
        with pytest.raises(NothingToShare):
            services.share(case_id=case.pk, new=new, **with_key(place.nadia))
    for until in (TODAY - DAY, TODAY + 400 * DAY):
        with pytest.raises(WrongMoment):
            shared(case, place.nadia, place.clinic, until=until)


def test_taking_it_back_destroys_the_keys_at_once(place, case) -> None:
    share = shared(case, place.nadia, place.clinic)
    assert opens_any(case, place.clinic)
    services.unshare(share_id=share.pk, **acting(place.nadia))
    assert not opens_any(case, place.clinic)
    with pytest.raises(NotAllowed):
        read_shared(share, place.clinic.reader)
    with pytest.raises(AlreadyEnded):
        services.unshare(share_id=share.pk, **acting(place.nadia))


def test_when_she_withdraws_her_agreement_what_rests_on_it_ends(place, case) -> None:
    share = shared(case, place.nadia, place.clinic)
    services.withdraw_consent(consent_id=share.consent_id, **acting(place.nadia, LATER))
    share.refresh_from_db()
    assert share.end == ShareEnd.PERSON
    assert not opens_any(case, place.clinic)
    with pytest.raises(AlreadyEnded):
        services.withdraw_consent(consent_id=share.consent_id, **acting(place.nadia, LATER))


def test_a_share_ends_with_its_last_day_by_rights_at_once_and_by_keys_that_night(place, case) -> None:
    share = shared(case, place.nadia, place.clinic, until=TODAY + DAY)
    assert read_shared(share, place.clinic.reader, AT + DAY) == ["La note"]
    assert services.end_expired_shares(at=AT + DAY) == 0
    with pytest.raises(NotAllowed):
        read_shared(share, place.clinic.reader, AT + 2 * DAY)
    assert services.end_expired_shares(at=AT + 2 * DAY) == 1
    assert not opens_any(case, place.clinic)


def test_a_new_share_takes_the_place_of_the_earlier_one(place, case) -> None:
    first = shared(case, place.nadia, place.clinic)
    second = shared(case, place.nadia, place.clinic, kinds=frozenset({EntryKind.GOAL}))
    first.refresh_from_db()
    assert first.end == ShareEnd.REPLACED
    assert read_shared(second, place.clinic.reader) == ["Le but"]


def test_one_member_of_another_organisation_reads_and_her_colleague_does_not(place, case) -> None:
    reader = place.clinic.reader
    share = shared(case, place.nadia, place.clinic, organisation_id=None, member_id=reader.membership.pk)
    assert read_shared(share, reader) == ["La note"]
    assert not opens_any(case, place.clinic)
    assert Grant.objects.filter(key_pair_id=reader.keyring.key_pair_id).exists()
    services.unshare(share_id=share.pk, **acting(place.nadia))
    assert not Grant.objects.filter(key_pair_id=reader.keyring.key_pair_id).exists()


def test_inside_the_organisation_a_colleague_needs_no_consent_and_has_her_part_alone(place, case) -> None:
    with pytest.raises(NotAllowed):
        read(case, place.colleague)
    for person in (place.colleague, place.volunteer):
        new = NewShare(kinds=frozenset({EntryKind.NOTE}), until=TODAY, member_id=person.membership.pk)
        share = services.share(case_id=case.pk, new=new, **with_key(place.nadia))
        assert read_shared(share, person) == ["La note"]
        with pytest.raises(NotAllowed):
            read(case, person)


def test_closing_ends_every_share(place, case) -> None:
    share = shared(case, place.nadia, place.clinic)
    services.close(case_id=case.pk, reason="her_choice", **acting(place.nadia))
    share.refresh_from_db()
    assert share.end == ShareEnd.CASE_ENDED
    assert not opens_any(case, place.clinic)


def test_a_case_is_handed_over_when_somebody_leaves(place, case) -> None:
    services.hand_over(case_id=case.pk, to_id=place.colleague.membership.pk, **acting(place.nadia))
    with pytest.raises(NotAllowed):
        read(case, place.nadia)
    assert read(case, place.colleague).pseudonym
    place.colleague.membership.ended_at = AT
    place.colleague.membership.save()
    with pytest.raises(NotAllowed):
        read(case, place.colleague)
    assert list(selectors.orphans(place.lead.membership, TODAY)) == [case]
    services.hand_over(case_id=case.pk, to_id=place.nadia.membership.pk, **acting(place.lead))
    assert not selectors.orphans(place.lead.membership, TODAY)


def test_only_somebody_who_can_read_follows_her_next(place, case) -> None:
    keyless = make_membership(place.home.organisation, Role.RECIPIENT, holds_key=False)
    for person in (place.volunteer, place.clinic.reader, place.nadia):
        with pytest.raises(WrongSuccessor):
            services.hand_over(case_id=case.pk, to_id=person.membership.pk, **acting(place.nadia))
    with pytest.raises(WrongSuccessor):
        services.hand_over(case_id=case.pk, to_id=keyless.pk, **acting(place.nadia))


def test_a_replacement_reads_and_writes_until_her_last_day(place, case) -> None:
    until = TODAY + DAY
    services.name_replacement(case_id=case.pk, to_id=place.colleague.membership.pk, until=until, **acting(place.nadia))
    assert list(selectors.cases_of(place.colleague.membership, until)) == [case]
    services.write_note(case_id=case.pk, text="Remplacement", **acting(place.colleague, AT + DAY))
    with pytest.raises(NotAllowed):
        services.close(case_id=case.pk, reason="her_choice", **acting(place.colleague, AT + DAY))
    with pytest.raises(NotAllowed):
        read(case, place.colleague, AT + 2 * DAY)
    assert not selectors.cases_of(place.colleague.membership, until + DAY)
    services.end_replacement(case_id=case.pk, **acting(place.nadia))
    with pytest.raises(NotAllowed):
        read(case, place.colleague)


def test_whoever_leaves_has_nothing_in_hand_any_more_and_the_leads_are_told(place, case, monkeypatch) -> None:
    told: list[tuple[str, dict[str, str]]] = []
    monkeypatch.setattr("maillon.cases.services.leaving.defer", lambda name, **to: told.append((name, to)))
    member = place.colleague.membership
    services.name_replacement(case_id=case.pk, to_id=member.pk, until=TODAY + DAY, **acting(place.nadia))
    new = NewShare(kinds=frozenset({EntryKind.NOTE}), until=TODAY, member_id=member.pk)
    share = services.share(case_id=case.pk, new=new, **with_key(place.nadia))
    own = open_case(place, by=place.colleague)
    given = {
        "membership_id": member.pk,
        "organisation_id": place.home.organisation.pk,
        "by_membership_id": place.lead.membership.pk,
    }
    publish(ReadingEnded(**given, at=AT))
    case.refresh_from_db()
    share.refresh_from_db()
    assert (case.replacement, share.ended_at) == (None, None)
    publish(MembershipEnded(member_id=member.member_id, **given, at=AT))
    share.refresh_from_db()
    assert share.end == ShareEnd.MEMBER_LEFT
    assert not Grant.objects.filter(key_pair_id=place.colleague.keyring.key_pair_id, item__subject_id=case.pk).exists()
    assert told == [("reports.notify_leads", {"organisation_id": str(place.home.organisation.pk)})] * 2
    assert own.responsible == member


def test_a_document_opens_by_a_share_of_her_own_beside_one_of_her_organisation(place, case) -> None:
    reporter = make_person(place.clinic.organisation, Role.REPORTER)
    document = services.add_document(
        case_id=case.pk, kind=DocumentKind.HEALTH, title="Ordonnance", data=pdfs.plain(), **acting(place.nadia)
    )
    kinds = frozenset({EntryKind.DOCUMENT})
    shared(case, place.nadia, place.clinic, kinds=kinds)
    opening = {"entry_id": document.pk, "reason": Reading.SHARED, **with_key(reporter)}
    with pytest.raises(NotAllowed):
        services.read_document(**opening)
    shared(case, place.nadia, place.clinic, kinds=kinds, organisation_id=None, member_id=reporter.membership.pk)
    assert pdfs.WORDS in pdfs.words_of(services.read_document(**opening))


def test_a_lead_reviews_and_never_her_own(place, case) -> None:
    services.review(case_id=case.pk, text="Relu", **acting(place.lead))
    assert read(case, place.nadia).latest(EntryKind.REVIEW).text == "Relu"
    assert Line.objects.filter(action=Action.CASE_REVIEWED, subject_id=case.pk).exists()
    with pytest.raises(NotAllowed):
        services.review(case_id=case.pk, text="Moi", **acting(place.nadia))
    own = open_case(place, by=place.lead)
    with pytest.raises(NotAllowed):
        services.review(case_id=own.pk, text="Moi", **acting(place.lead))


def test_an_agreement_is_kept_as_it_was_put_to_her_and_help_does_not_hang_on_it(place, case) -> None:
    agreed = consent(case, place.nadia, place.clinic)
    assert place.clinic.organisation.name in agreed.wording
    assert "nos notes" in agreed.wording
    assert "ne dépend pas" in agreed.wording
    with pytest.raises(WrongMoment):
        consent(case, place.nadia, place.clinic, given_at=LATER)


def test_whoever_has_no_key_is_told_so(place, case) -> None:
    with pytest.raises(CannotOpen):
        services.read_case(
            case_id=case.pk,
            reason=Reading.SUPERVISING,
            by=place.lead.membership,
            keyring=place.clinic.reader.keyring,
            at=AT,
        )
