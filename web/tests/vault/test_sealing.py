"""Sealing to several recipients, and who can open what."""

from uuid import uuid4

import pytest
from django.db import transaction

from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import services
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant, SealedItem
from maillon.vault.refusals import NoKey, NotOwn
from maillon.vault.services import SealRequest
from tests.vault.factories import AT, acting, member, organisation

pytestmark = pytest.mark.django_db

TEXT = "Ce que j’ai vu à la gare.".encode()


def sealed(**to):
    return services.seal(plaintext=TEXT, kind="report.account", subject_id=uuid4(), at=AT, **to)


def opened(item, keyring, organisation_id=None):
    by = acting(keyring, organisation_id)
    return services.open_item(
        item=SealedItem.objects.get(pk=item.pk),
        keyring=keyring,
        organisation_id=organisation_id,
        by=by,
        at=AT,
        reason="follow_up",
    )


def test_every_recipient_opens_and_nobody_else():
    author, reader, second, stranger = member(), member(), member(), member()
    ours, theirs, elsewhere = organisation(reader, second), organisation(stranger), organisation(stranger)
    item = sealed(organisations=[ours, theirs], members=[author.member_id])
    assert opened(item, author) == TEXT
    assert opened(item, reader, ours) == opened(item, second, ours) == opened(item, stranger, theirs) == TEXT
    for keyring, through in ((stranger, ours), (stranger, elsewhere), (stranger, None), (author, ours), (reader, None)):
        with pytest.raises(CannotOpen):
            opened(item, keyring, through)


@pytest.mark.guardrail("G7")
def test_g7_each_opening_is_in_the_journal_with_who_why_and_what():
    reader = member()
    ours = organisation(reader)
    item = sealed(organisations=[ours])
    opened(item, reader, ours)
    line = Line.objects.get(action=Action.UNSEALED)
    assert (line.member_id, line.organisation_id) == (reader.member_id, ours)
    assert (line.subject_kind, line.subject_id, line.reason) == (item.kind, item.subject_id, "follow_up")
    assert line.details == {"item": str(item.pk), "through": str(ours)}


@pytest.mark.guardrail("G7")
def test_g7_what_cannot_be_recorded_does_not_come_out():
    reader = member()
    ours = organisation(reader)
    item = sealed(organisations=[ours])
    with pytest.raises(Exception, match="too long"), transaction.atomic():
        services.open_item(
            item=item, keyring=reader, organisation_id=ours, by=acting(reader, ours), at=AT, reason="x" * 81
        )
    assert not Line.objects.filter(action=Action.UNSEALED).exists()


def test_a_refused_opening_leaves_no_line_and_a_usable_transaction():
    reader, stranger = member(), member()
    item = sealed(organisations=[organisation(reader)])
    with transaction.atomic():
        with pytest.raises(CannotOpen):
            opened(item, stranger, organisation(stranger))
        assert not Line.objects.filter(action=Action.UNSEALED).exists()


def test_sealing_costs_two_queries_however_much_there_is(django_assert_num_queries):
    author, reader = member(), member()
    organisations = [organisation(reader) for _ in range(3)]
    requests = [
        SealRequest(
            plaintext=TEXT, kind=kind, subject_id=uuid4(), organisations=organisations, members=[author.member_id]
        )
        for kind in ("report.account", "report.identity", "report.traces")
    ]
    with transaction.atomic(), django_assert_num_queries(2):
        items = services.seal_many(requests, at=AT)
    assert [item.kind for item in items] == ["report.account", "report.identity", "report.traces"]
    assert Grant.objects.count() == 12
    assert all(opened(item, reader, owner) == TEXT for item in items for owner in organisations)


def test_opening_costs_the_same_for_one_and_for_many(django_assert_num_queries):
    reader = member()
    ours = organisation(reader)
    items = [sealed(organisations=[ours]) for _ in range(12)]
    for some in (items[:1], items):
        # A savepoint and its release, one read, three for the journal.
        with transaction.atomic(), django_assert_num_queries(6):
            found = services.open_items(
                items=some, keyring=reader, organisation_id=ours, by=acting(reader, ours), at=AT, reason=""
            )
        assert found == {item.pk: TEXT for item in some}


def test_of_several_items_only_those_that_open_come_out_and_are_recorded():
    reader, other = member(), member()
    ours, theirs = organisation(reader), organisation(other)
    mine, not_mine = sealed(organisations=[ours, theirs]), sealed(organisations=[theirs])
    found = services.open_items(
        items=[mine, not_mine], keyring=reader, organisation_id=ours, by=acting(reader, ours), at=AT, reason=""
    )
    assert found == {mine.pk: TEXT}
    assert [line.subject_id for line in Line.objects.filter(action=Action.UNSEALED)] == [mine.subject_id]


def test_a_recipient_without_a_key_is_named_and_nothing_is_stored():
    nobody = uuid4()
    with pytest.raises(NoKey) as refused:
        sealed(organisations=[organisation(member()), nobody])
    assert refused.value.owner_id == nobody
    with pytest.raises(ValueError, match="somebody"):
        sealed()
    assert not SealedItem.objects.exists()


def test_a_recipient_named_twice_gets_one_grant():
    ours = organisation(member())
    assert sealed(organisations=[ours, ours]).grants.count() == 1


def test_a_draft_is_resealed_in_place_under_a_fresh_key():
    author = member()
    item = sealed(members=[author.member_id])
    before = (bytes(item.envelope), bytes(item.grants.get().sealed_key))
    services.reseal_own(item=item, plaintext=b"other", at=AT)
    stored = SealedItem.objects.get(pk=item.pk)
    assert services.open_own(item=stored, keyring=author) == services.open_own(item=item, keyring=author) == b"other"
    assert before[0] != bytes(stored.envelope)
    assert before[1] != bytes(stored.grants.get().sealed_key)


@pytest.mark.guardrail("G7")
def test_g7_the_unrecorded_door_opens_nothing_that_anybody_else_can_open():
    author, reader = member(), member()
    ours = organisation(author, reader)
    shared = sealed(organisations=[ours], members=[author.member_id])
    through_organisation = sealed(organisations=[ours])
    for item in (shared, through_organisation, sealed(members=[author.member_id, reader.member_id])):
        with pytest.raises(CannotOpen):
            services.open_own(item=item, keyring=author)
        with pytest.raises(NotOwn):
            services.reseal_own(item=item, plaintext=b"other", at=AT)
    with pytest.raises(CannotOpen):
        services.open_own(item=sealed(members=[author.member_id]), keyring=reader)


def test_forgetting_destroys_the_envelope_and_every_key_to_it(django_assert_num_queries):
    author = member()
    item, other = sealed(members=[author.member_id]), sealed(members=[author.member_id])
    with django_assert_num_queries(1):
        services.forget(item=item)
    assert list(SealedItem.objects.all()) == [other]
    assert Grant.objects.get().item_id == other.pk


def test_a_transfer_lets_the_other_organisation_open_and_is_recorded():
    reader, other = member(), member()
    ours, theirs = organisation(reader), organisation(other)
    item = sealed(organisations=[ours])
    for _ in range(2):
        services.grant_to(
            item=item,
            organisation_id=theirs,
            keyring=reader,
            through_organisation_id=ours,
            by=acting(reader, ours),
            at=AT,
        )
    assert opened(item, other, theirs) == TEXT
    assert item.grants.count() == 2
    line = Line.objects.filter(action=Action.SEALED).first()
    assert (line.organisation_id, line.recipient_organisation_id) == (ours, theirs)


@pytest.mark.guardrail("G5")
def test_g5_nobody_passes_on_what_she_cannot_open():
    reader, stranger = member(), member()
    ours, theirs = organisation(reader), organisation(stranger)
    item = sealed(organisations=[ours])
    for through in (ours, theirs, None):
        with pytest.raises(CannotOpen):
            services.grant_to(
                item=item,
                organisation_id=theirs,
                keyring=stranger,
                through_organisation_id=through,
                by=acting(stranger, theirs),
                at=AT,
            )
    with pytest.raises(NoKey):
        services.grant_to(
            item=item,
            organisation_id=uuid4(),
            keyring=reader,
            through_organisation_id=ours,
            by=acting(reader, ours),
            at=AT,
        )


def test_an_envelope_moved_to_another_row_does_not_open():
    reader = member()
    ours = organisation(reader)
    first, second = sealed(organisations=[ours]), sealed(organisations=[ours])
    first.envelope, first_grant = second.envelope, first.grants.get()
    first.save()
    first_grant.sealed_key = second.grants.get().sealed_key
    first_grant.save()
    with pytest.raises(CannotOpen):
        opened(first, reader, ours)


def test_a_request_does_not_show_its_content():
    request = SealRequest(plaintext=TEXT, kind="report.account", subject_id=uuid4())
    assert "gare" not in repr(request)
