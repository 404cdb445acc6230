"""An approval, screen by screen: asked for, a paper missing, complete, granted, taken back."""

import pytest
from django.test import Client
from django.urls import reverse

from maillon.exits.enums import ApprovalState
from maillon.exits.models import Approval
from tests.accounts.factories import sign_in
from tests.portals.pro.exits.test_journey import TODAY, go, says


@pytest.fixture
def lead(world) -> Client:
    """The browser of the association's lead."""
    return sign_in(Client(), world.lead.membership)


def ask(world, lead) -> Approval:
    go(lead, "approval_ask", None)
    data = {
        "prefecture": str(world.prefecture.organisation.pk),
        "departements": [world.prefecture.organisation.departement_id],
        "asked_on": TODAY,
    }
    go(lead, "approval_ask", None, data)
    return Approval.objects.get()


def test_a_missing_paper_and_an_approval(world, lead, officer) -> None:
    approval = ask(world, lead)
    assert says(go(lead, "approvals", None), "calcul prudent, à confirmer")
    assert says(go(officer, "approvals", None), world.home.organisation.name)
    for name, client in (
        ("approval_claim", officer),
        ("approval_supply", lead),
        ("approval_complete", officer),
        ("approval_grant", officer),
        ("approval_withdraw", officer),
    ):
        go(client, name, approval.pk)
        go(client, name, approval.pk, {"day": TODAY})
    assert Approval.objects.get().state == ApprovalState.WITHDRAWN


def test_a_refusal(world, lead, officer) -> None:
    approval = ask(world, lead)
    go(officer, "approval_refuse", approval.pk, {"day": TODAY})
    assert Approval.objects.get().state == ApprovalState.REFUSED
    assert says(go(lead, "approvals", None), "refusé")


def test_only_a_lead_of_an_association_asks(world, worker, officer) -> None:
    for client in (worker, officer):
        assert client.get(reverse("pro:approval_ask")).status_code == 403
