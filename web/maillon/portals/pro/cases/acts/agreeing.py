"""Sharing and transfer. Her agreement itself, in two steps, stands in `views.agreeing`."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.acting import Act, Acting
from maillon.portals.pro.cases.forms.agreeing import ShareForm
from maillon.portals.pro.cases.forms.ending import TransferForm


def _share(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.share(**acting.here, new=given["form"].new, keyring=acting.request.keyring)


def _transfer(acting: Acting, given: Mapping[str, Any]) -> object:
    consent_id = UUID(given["consent"])
    return services.transfer(**acting.here, consent_id=consent_id, keyring=acting.request.keyring)


ACTS = (
    Act(
        name="case_share",
        slug="partager",
        ability=Ability.SHARE,
        title=_("Partager une partie"),
        lead=_("Ce qui s’écrira ensuite dans ces rubriques se lira aussi. Vous pouvez le retirer à tout moment."),
        button=_("Partager"),
        icon="people",
        form=ShareForm,
        run=_share,
        done=_("C’est partagé jusqu’au jour choisi."),
        page="case_agreements",
        needs="to",
        without=_("Personne ne peut encore recevoir quoi que ce soit : notez d’abord l’accord de la personne."),
    ),
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
        needs="consent",
        without=_("Notez d’abord l’accord de la personne pour ce transfert : sans accord, rien ne part."),
    ),
)
