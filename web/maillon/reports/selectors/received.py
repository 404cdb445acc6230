"""One transmission at its recipient: what its page shows in clear, and where it may go."""

from uuid import UUID

from django.db.models import QuerySet

from maillon.directory.models import Organisation
from maillon.reports.enums import State
from maillon.reports.models import GuidedStep, Transmission
from maillon.vault.selectors import has_key


def transmission(transmission_id: UUID) -> Transmission | None:
    """One transmission with what its page shows in clear, or None. Rights are asked of `rights`."""
    query = Transmission.objects.select_related(
        "report__commune",
        "report__organisation",
        "report__author",
        "report__contact",
        "recipient",
        "parent__recipient",
        "assigned_to__member",
        "sender__organisation",
    )
    return query.filter(pk=transmission_id).first()


def transfers_of(transmission: Transmission) -> QuerySet[Transmission]:
    """Where this transmission was passed on to, the latest first, with the organisations."""
    return transmission.transfers.select_related("recipient").order_by("-sent_at")


def steps_of(transmission: Transmission) -> QuerySet[GuidedStep]:
    """The guided steps of its report in order, with who did them."""
    return transmission.report.steps.select_related("done_by__member", "done_by__organisation").order_by("position")


def transfer_targets(transmission: Transmission) -> list[Organisation]:
    """The organisations that this one could be sealed to now: active, with a reader, and not having it yet.

    By name, those of the département first. Whether a ground exists is asked of `services.grounds_for`.
    """
    holding = Transmission.objects.filter(report=transmission.report_id).exclude(state=State.RETURNED)
    others = Organisation.objects.filter(is_active=True).exclude(pk__in=holding.values("recipient_id"))
    found = list(others.select_related("departement").order_by("name"))
    reachable = has_key({organisation.id for organisation in found})
    home = transmission.recipient.departement_id
    return sorted(
        (organisation for organisation in found if organisation.id in reachable),
        key=lambda organisation: (organisation.departement_id != home, organisation.name),
    )
