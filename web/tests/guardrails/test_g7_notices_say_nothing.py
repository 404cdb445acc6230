"""G7, G10: a notice says that something waits, and nothing else: whoever reads the mailbox learns no more."""

import pytest
from django.conf import settings
from django.core import mail

from maillon.accounts.enums import Role
from maillon.reports import notices, services, tasks
from tests.accounts.factories import make_membership
from tests.directory.factories import OrganisationFactory
from tests.reports.acting import act, open_as
from tests.reports.factories import AT, make_orne, make_report, minor_content, transmission_to

pytestmark = [pytest.mark.guardrail, pytest.mark.django_db]


@pytest.fixture
def orne():
    return make_orne()


def everything_said():
    return "\n".join(str(message.message()) for message in mail.outbox)


def test_each_notice_is_the_same_for_everybody_and_everything(orne):
    council, lead = orne.council.organisation, make_membership(orne.council.organisation, Role.LEAD)
    council.notice_email = "accueil@exemple.invalid"
    council.save(update_fields=["notice_email"])
    report = make_report(orne, content=minor_content(orne.commune, narrative="canari-récit", identity="canari-nom"))
    sent = transmission_to(report, orne.council)
    open_as(orne.council.reader, sent)
    act(services.write_message, orne.council, sent, text="canari-message")
    tasks.notify_organisation(str(council.id))
    tasks.notify_leads(str(council.id))
    tasks.notify_member(str(report.author.member_id))
    said = everything_said()
    assert len(mail.outbox) == 3
    assert {(message.subject, message.body) for message in mail.outbox} == {("Maillon", mail.outbox[0].body)}
    secrets = [
        "canari",
        report.number,
        orne.commune.name,
        council.name,
        report.author.member.name,
        lead.member.name,
        report.organisation.name,
        str(report.id),
        str(sent.id),
    ]
    assert [secret for secret in secrets if secret in said] == []
    assert settings.PRO_ORIGIN in mail.outbox[0].body


def test_nobody_learns_who_else_is_told(orne):
    for _ in range(3):
        make_membership(orne.council.organisation, Role.LEAD)
    notices.to_leads(orne.council.organisation.id)
    assert sorted(len(message.recipients()) for message in mail.outbox) == [1, 1, 1]


def test_who_has_left_is_told_nothing(orne):
    lead = make_membership(orne.council.organisation, Role.LEAD)
    lead.ended_at = AT
    lead.save(update_fields=["ended_at"])
    gone = make_membership(orne.council.organisation, Role.LEAD)
    gone.member.is_active = False
    gone.member.save(update_fields=["is_active"])
    notices.to_leads(orne.council.organisation.id)
    notices.to_member(gone.member_id)
    assert mail.outbox == []


def test_an_organisation_without_an_address_or_no_longer_active_is_told_nothing():
    notices.to_organisation(OrganisationFactory(notice_email="").id)
    notices.to_organisation(OrganisationFactory(notice_email="a@exemple.invalid", is_active=False).id)
    assert mail.outbox == []


def test_a_job_carries_keys_and_never_content(orne):
    from procrastinate.contrib.django.models import ProcrastinateJob

    report = make_report(orne, content=minor_content(orne.commune, narrative="canari-récit"))
    for job in ProcrastinateJob.objects.all():
        assert set(job.args) <= {"organisation_id", "member_id"}
        assert report.number not in str(job.args)
