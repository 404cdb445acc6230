"""An organisation's key through the comings and goings of its readers."""

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest

from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import crypto, services
from maillon.vault.crypto import CannotOpen
from maillon.vault.models import Grant, KeyPair, KeyShare, SealedItem
from maillon.vault.refusals import HasKey, NoKey, NotAHolder
from maillon.vault.selectors import current_keys, has_key, has_pending, holders
from tests.vault.factories import AT, acting, ids, member, organisation
from tests.vault.test_crypto import AFTER

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=2)


def seal(organisation_id, text=b"text"):
    return services.seal(
        plaintext=text, kind="report.account", subject_id=uuid4(), organisations=[organisation_id], at=AT
    )


def open_(item, keyring, organisation_id):
    by = acting(keyring, organisation_id)
    return services.open_item(item=item, keyring=keyring, organisation_id=organisation_id, by=by, at=AT, reason="")


def opens(item, keyring, organisation_id):
    try:
        open_(SealedItem.objects.get(pk=item.pk), keyring, organisation_id)
    except CannotOpen:
        return False
    return True


def share(organisation_id, keyring, with_):
    services.share_organisation_key(
        organisation_id=organisation_id,
        with_member_id=with_.member_id,
        keyring=keyring,
        by=acting(keyring, organisation_id),
        at=AT,
    )


def leave(organisation_id, keyring, *remaining):
    return services.remove_holder(
        organisation_id=organisation_id, member_id=keyring.member_id, remaining=ids(remaining), by=None, at=AT
    )


def reseal(organisation_id, keyring, at=LATER, **limit):
    return services.reseal_pending(
        organisation_id=organisation_id, keyring=keyring, by=acting(keyring, organisation_id), at=at, **limit
    )


def test_a_new_reader_opens_what_was_there_before_once_a_holder_shares():
    lead, reader = member(), member()
    ours = organisation(lead)
    item = seal(ours)
    assert not opens(item, reader, ours)
    share(ours, lead, reader)
    share(ours, lead, reader)
    assert opens(item, reader, ours)
    assert holders(ours) == {lead.member_id, reader.member_id}
    assert Line.objects.filter(action=Action.KEY_SHARED, subject_id=ours).first().details == {
        "member": str(reader.member_id)
    }


def test_only_a_holder_shares_and_only_with_somebody_who_has_a_key():
    lead, stranger = member(), member()
    ours = organisation(lead)
    with pytest.raises(NotAHolder):
        share(ours, stranger, stranger)
    with pytest.raises(NotAHolder):
        share(uuid4(), lead, stranger)
    nobody = uuid4()
    with pytest.raises(NoKey) as refused:
        services.share_organisation_key(
            organisation_id=ours, with_member_id=nobody, keyring=lead, by=acting(lead, ours), at=AT
        )
    assert refused.value.owner_id == nobody
    assert holders(ours) == {lead.member_id}


def test_a_first_key_needs_holders_with_keys_and_is_made_once():
    lead = member()
    ours = organisation(lead)
    for organisation_id, among, refusal in (
        (ours, [lead.member_id], HasKey),
        (uuid4(), [], NoKey),
        (uuid4(), [lead.member_id, uuid4()], NoKey),
    ):
        with pytest.raises(refusal):
            services.create_organisation_key(organisation_id=organisation_id, holders=among, by=None, at=AT)
    assert has_key([ours, uuid4()]) == {ours}


def test_who_leaves_opens_nothing_from_that_moment_and_the_others_everything():
    leaving, staying = member(), member()
    ours = organisation(leaving, staying)
    before = seal(ours)
    old = current_keys(organisations=[ours])[ours]
    new = leave(ours, leaving, staying)
    after = seal(ours)
    assert new.id == current_keys(organisations=[ours])[ours].id != old.id
    assert [opens(item, leaving, ours) for item in (before, after)] == [False, False]
    assert [opens(item, staying, ours) for item in (before, after)] == [True, True]
    assert holders(ours) == {staying.member_id}
    line = Line.objects.get(action=Action.KEY_ROTATED)
    assert line.details == {"retired": str(old.id), "new": str(new.id), "member": str(leaving.member_id)}


def test_who_left_with_a_copy_of_the_old_key_finds_nothing_under_it_after_resealing():
    leaving, staying = member(), member()
    ours = organisation(leaving, staying)
    item = seal(ours)
    taken = list(KeyShare.objects.filter(member_key_id=leaving.key_pair_id))
    leave(ours, leaving, staying)
    KeyShare.objects.bulk_create(taken)
    assert opens(item, leaving, ours)
    assert reseal(ours, staying, at=AT) == 1
    assert not opens(item, leaving, ours)
    assert opens(item, staying, ours)


def test_resealing_moves_everything_in_pieces_and_then_removes_the_old_pair():
    leaving, staying = member(), member()
    ours = organisation(leaving, staying)
    items = [seal(ours, str(number).encode()) for number in range(7)]
    old = current_keys(organisations=[ours])[ours]
    leave(ours, leaving, staying)
    assert [reseal(ours, staying, limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert not has_pending(ours)
    assert [open_(item, staying, ours) for item in items] == [str(number).encode() for number in range(7)]
    assert not KeyPair.objects.filter(pk=old.pk).exists()
    assert not KeyShare.objects.filter(key_pair_id=old.pk).exists()
    assert [line.details["grants"] for line in Line.objects.filter(action=Action.RESEALED)] == [3, 3, 1]


def test_a_grant_made_to_the_old_pair_just_after_the_rotation_is_found():
    leaving, staying = member(), member()
    ours = organisation(leaving, staying)
    old = current_keys(organisations=[ours])
    leave(ours, leaving, staying)
    assert reseal(ours, staying, at=AT + timedelta(minutes=1)) == 0
    late = _sealed_to(old, ours)
    assert opens(late, staying, ours)
    assert reseal(ours, staying) == 1
    assert opens(late, staying, ours)
    assert not KeyPair.objects.filter(pk=old[ours].pk).exists()


def _sealed_to(keys, organisation_id):
    """What a writer does who read the current keys before a rotation and writes after it."""
    with patch("maillon.vault.services.sealing.current_keys", return_value=keys):
        return seal(organisation_id)


def test_resealing_what_was_granted_to_the_new_pair_already_leaves_one_grant():
    leaving, staying, other = member(), member(), member()
    ours, theirs = organisation(leaving, staying), organisation(other)
    item = seal(theirs)
    _grant(item, ours, other, theirs)
    leave(ours, leaving, staying)
    _grant(item, ours, other, theirs)
    assert reseal(ours, staying) == 1
    assert item.grants.count() == 2
    assert opens(item, staying, ours)


def _grant(item, to, keyring, through):
    services.grant_to(
        item=item, organisation_id=to, keyring=keyring, through_organisation_id=through, by=acting(keyring), at=AT
    )


def test_a_broken_grant_stays_and_stops_nothing(caplog):
    leaving, staying = member(), member()
    ours = organisation(leaving, staying)
    broken, whole = seal(ours), seal(ours)
    Grant.objects.filter(item=broken).update(sealed_key=b"\x01" + b"x" * 112)
    leave(ours, leaving, staying)
    caplog.set_level("WARNING", logger="maillon")
    assert reseal(ours, staying) == 1
    assert opens(whole, staying, ours)
    assert Grant.objects.filter(item=broken).exists()
    assert has_pending(ours)


def test_two_departures_in_a_row_lose_nothing():
    first, second, staying = member(), member(), member()
    ours = organisation(first, second, staying)
    items = [seal(ours)]
    leave(ours, first, second, staying)
    items.append(seal(ours))
    leave(ours, second, staying)
    items.append(seal(ours))
    assert all(opens(item, staying, ours) for item in items)
    assert reseal(ours, staying) == 2
    assert all(opens(item, staying, ours) for item in items)
    assert not any(opens(item, gone, ours) for item in items for gone in (first, second))
    assert KeyPair.objects.filter(owner_id=ours).count() == 1


def test_a_new_reader_gets_the_retired_keys_that_still_open_something():
    leaving, staying, new = member(), member(), member()
    ours = organisation(leaving, staying)
    item = seal(ours)
    leave(ours, leaving, staying)
    share(ours, staying, new)
    assert opens(item, new, ours)
    assert reseal(ours, new) == 1
    assert opens(item, staying, ours)


def test_a_rotation_gives_the_key_to_nobody_who_did_not_hold_it():
    leaving, staying, waiting = member(), member(), member()
    ours = organisation(leaving, staying)
    leave(ours, leaving, leaving, staying, waiting)
    assert holders(ours) == {staying.member_id}


def test_the_departure_of_somebody_without_the_key_changes_nothing():
    reader, reporter = member(), member()
    ours = organisation(reader)
    pair = current_keys(organisations=[ours])[ours]
    assert leave(ours, reporter, reader).pk == pair.pk
    assert current_keys(organisations=[ours])[ours].retired_at is None
    assert leave(uuid4(), reporter) is None


def test_after_the_last_holder_nobody_can_be_sealed_to_any_more():
    last, waiting = member(), member()
    ours = organisation(last)
    item = seal(ours)
    assert leave(ours, last, waiting) is None
    assert has_key([ours]) == set()
    assert not opens(item, last, ours)
    assert reseal(ours, last) == 0
    with pytest.raises(NoKey):
        seal(ours)


def test_what_a_member_may_open_herself_survives_her_departure():
    author, staying = member(), member()
    ours = organisation(author, staying)
    item = services.seal(
        plaintext=b"text", kind="k", subject_id=uuid4(), organisations=[ours], members=[author.member_id], at=AT
    )
    leave(ours, author, staying)
    assert opens(item, author, None)
    assert not opens(item, author, ours)


def test_the_old_version_of_an_envelope_is_replaced_when_it_is_opened(monkeypatch):
    reader = member()
    ours = organisation(reader)
    item = seal(ours)
    monkeypatch.setattr(crypto, "ENVELOPES", AFTER)
    assert open_(item, reader, ours) == b"text"
    stored = SealedItem.objects.get(pk=item.pk)
    assert bytes(stored.envelope)[:4] == b"MLN\x02"
    assert open_(stored, reader, ours) == b"text"
