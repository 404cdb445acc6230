"""From an invitation to a membership."""

from datetime import timedelta

import pytest

from maillon.accounts import refusals, rules, selectors, services
from maillon.accounts.enums import Role
from maillon.accounts.models import Invitation, Member, Membership
from maillon.directory.enums import OrganisationKind
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import selectors as vault
from maillon.vault.models import KeyPair
from maillon.vault.refusals import WrongPassphrase
from maillon.vault.services import unlock_member
from tests.accounts.factories import PASSPHRASE, make_membership, make_organisation

pytestmark = pytest.mark.django_db
NEW = "trois loutres dansent au bal"


@pytest.fixture
def invite(lead, at):
    def make(role=Role.RECIPIENT, email="Nouvelle@Exemple.invalid", by=lead, organisation=None, when=at):
        return services.invite(
            organisation=organisation or by.organisation, email=email, name="Nouvelle Venue", role=role, by=by, at=when
        )

    return make


def test_an_invitation_keeps_only_the_digest_of_its_code(invite, lead, at):
    invitation, code = invite()
    assert rules.read_code(code, rules.INVITATION_CODE_LENGTH) is not None
    stored = Invitation.objects.values().get()
    assert code not in repr(stored)
    assert code.replace("-", "") not in repr(stored)
    assert invitation.email == "nouvelle@exemple.invalid"
    assert invitation.expires_at == at + timedelta(days=7)
    line = Line.objects.get(action=Action.MEMBER_INVITED)
    assert (line.member_id, line.details) == (lead.member_id, {"role": "recipient"})
    assert "nouvelle" not in repr(line.details)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.RECIPIENT, Role.ADMINISTRATOR])
def test_who_does_not_lead_invites_nobody(invite, member_of, lead, role):
    with pytest.raises(refusals.NotAllowed):
        invite(by=member_of(lead.organisation, role), role=Role.RECIPIENT)
    assert not Invitation.objects.exists()


def test_a_lead_invites_to_her_own_organisation_only(invite, member_of, lead):
    with pytest.raises(refusals.NotAllowed):
        invite(organisation=make_organisation(OrganisationKind.POLICE), by=lead)


def test_a_lead_makes_no_administrator(invite):
    with pytest.raises(refusals.NotAllowed):
        invite(role=Role.ADMINISTRATOR)


def test_an_administrator_opens_any_door(invite, administrator, lead, at):
    _invitation, code = invite(role=Role.LEAD, by=administrator, organisation=lead.organisation)
    member = services.accept_invitation(secret=code, passphrase=NEW, at=at)
    assert Membership.objects.get(member=member).organisation == lead.organisation


def test_one_open_invitation_for_one_address(invite, lead, at):
    invite()
    with pytest.raises(refusals.AlreadyInvited):
        invite()
    with pytest.raises(refusals.AlreadyMember):
        invite(email=lead.member.email)
    invite(when=at + timedelta(days=8))


def test_accepting_makes_member_key_and_membership(invite, at):
    _invitation, code = invite(role=Role.REPORTER)
    member = services.accept_invitation(secret=code.lower().replace("-", " "), passphrase=NEW, at=at)
    assert (member.email, member.name) == ("nouvelle@exemple.invalid", "Nouvelle Venue")
    assert unlock_member(member_id=member.pk, passphrase=NEW) == member.keyring
    membership = Membership.objects.get(member=member)
    assert (membership.role, membership.started_at, membership.ended_at) == (Role.REPORTER, at, None)
    assert Line.objects.get(action=Action.MEMBER_JOINED).subject_id == membership.pk


def test_a_code_serves_once(invite, at):
    _invitation, code = invite()
    services.accept_invitation(secret=code, passphrase=NEW, at=at)
    with pytest.raises(refusals.UnknownInvitation):
        services.accept_invitation(secret=code, passphrase=NEW, at=at)


def test_late_revoked_and_mistyped_codes_look_the_same(invite, lead, at):
    revoked, code = invite()
    for secret, when in ((code, at + timedelta(days=7)), ("0" * 20, at), ("", at), (code[:-1], at)):
        with pytest.raises(refusals.UnknownInvitation):
            services.accept_invitation(secret=secret, passphrase=NEW, at=when)
    services.revoke_invitation(invitation=revoked, by=lead, at=at)
    with pytest.raises(refusals.UnknownInvitation):
        services.accept_invitation(secret=code, passphrase=NEW, at=at)
    with pytest.raises(refusals.UnknownInvitation):
        services.revoke_invitation(invitation=revoked, by=lead, at=at)


def test_revoking_needs_the_right_to_invite(invite, member_of, lead, at):
    invitation, _code = invite()
    with pytest.raises(refusals.NotAllowed):
        services.revoke_invitation(invitation=invitation, by=member_of(lead.organisation, Role.RECIPIENT), at=at)


def test_a_weak_passphrase_leaves_the_invitation_open_and_no_trace(invite, at):
    _invitation, code = invite()
    keys = KeyPair.objects.count()
    with pytest.raises(refusals.PassphraseTooShort):
        services.accept_invitation(secret=code, passphrase="court", at=at)
    with pytest.raises(refusals.PassphraseTooPersonal):
        services.accept_invitation(secret=code, passphrase="Nouvelle Venue", at=at)
    assert KeyPair.objects.count() == keys
    assert not Member.objects.filter(email="nouvelle@exemple.invalid").exists()
    services.accept_invitation(secret=code, passphrase=NEW, at=at)


def test_an_account_in_use_is_never_taken_over_by_an_invitation(invite, member_of, at):
    reporter = member_of(OrganisationKind.SCHOOL)
    _invitation, code = invite(email=reporter.member.email)
    with pytest.raises(refusals.HasAccount):
        services.accept_invitation(secret=code, passphrase=NEW, at=at)
    assert unlock_member(member_id=reporter.member_id, passphrase=PASSPHRASE)
    joined = services.join_with_account(secret=code, member=reporter.member, at=at)
    assert selectors.current_memberships(reporter.member) == sorted(
        [reporter, joined], key=lambda item: item.organisation.name
    )


def test_somebody_elses_invitation_is_not_joined(invite, member_of, at):
    _invitation, code = invite()
    stranger = member_of(OrganisationKind.SCHOOL)
    with pytest.raises(refusals.OtherAccount):
        services.join_with_account(secret=code, member=stranger.member, at=at)
    assert selectors.invitation_for(code, at) is not None


def test_one_joins_an_organisation_once(invite, lead, at):
    _invitation, code = invite()
    other = make_membership(lead.organisation, email="nouvelle@exemple.invalid")
    with pytest.raises(refusals.AlreadyMember):
        services.join_with_account(secret=code, member=other.member, at=at)


def test_who_left_everywhere_starts_again_with_a_new_key(invite, lead, member_of, at):
    """What the guide tells whoever has forgotten her passphrase."""
    former = member_of(lead.organisation, Role.RECIPIENT)
    services.new_recovery_codes(former.member)
    services.end_membership(membership=former, by=lead, at=at)
    _invitation, code = invite(email=former.member.email)
    member = services.accept_invitation(secret=code, passphrase=NEW, at=at)
    assert member == former.member
    assert unlock_member(member_id=member.pk, passphrase=NEW) == member.keyring
    with pytest.raises(WrongPassphrase):
        unlock_member(member_id=member.pk, passphrase=PASSPHRASE)
    assert selectors.recovery_codes_left(member) == 0
    assert member.pk not in vault.holders(lead.organisation_id)


def test_the_first_reader_makes_the_key_and_the_next_one_waits(invite, administrator, at):
    organisation = make_organisation(OrganisationKind.POLICE)
    assert organisation in selectors.unreachable_organisations()
    _invitation, code = invite(role=Role.LEAD, by=administrator, organisation=organisation)
    first = services.accept_invitation(secret=code, passphrase=NEW, at=at)
    assert vault.holders(organisation.pk) == {first.pk}
    assert organisation not in selectors.unreachable_organisations()
    by = Membership.objects.select_related("organisation", "member").get(member=first)
    _invitation, code = invite(email="seconde@exemple.invalid", by=by)
    second = services.accept_invitation(secret=code, passphrase=NEW, at=at)
    assert [item.member for item in selectors.waiting_for_key(organisation)] == [second]
    assert vault.holders(organisation.pk) == {first.pk}


def test_an_organisation_that_takes_no_part_receives_nobody(invite, lead, at):
    _invitation, code = invite()
    lead.organisation.is_active = False
    lead.organisation.save()
    with pytest.raises(refusals.UnknownInvitation):
        services.accept_invitation(secret=code, passphrase=NEW, at=at)
