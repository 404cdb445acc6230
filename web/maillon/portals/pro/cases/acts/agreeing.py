"""Taking back what she agreed to and what is shared; transfer on her agreement. Giving stands in `views.agreeing`."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.acting import Act, Acting
from maillon.portals.pro.cases.forms.ending import TransferForm


def _transfer(acting: Acting, given: Mapping[str, Any]) -> object:
    keyring = acting.request.keyring
    return services.transfer(**acting.here, consent_id=UUID(given["consent"]), keyring=keyring)


def _living(acting: Acting) -> Mapping[str, Any]:
    return {"no_agreement": not acting.case.consents.filter(purpose="transfer", withdrawn_at=None).exists()}


ACTS = (
    Act(
        name="case_transfer",
        slug="transferer",
        ability=Ability.TRANSFER,
        title=_("Transférer l’accompagnement"),
        lead=_(
            "Une autre organisation l’accompagne à votre place, si la personne le veut. Elle reçoit ce que l’accord "
            "nomme, et rien d’autre. Vos partages prennent fin."
        ),
        button=_("Transférer"),
        icon="transfer",
        form=TransferForm,
        run=_transfer,
        done=_("L’accompagnement est proposé à l’autre organisation. Si elle refuse, il vous revient."),
        page="case_agreements",
        template="pro/cases/transfer.html",
        more=_living,
    ),
)
