"""Who follows her, and how it ends."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.enums import ClosingReason
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.acting import Act, Acting
from maillon.portals.pro.cases.forms.ending import CloseForm, HandOverForm, ReplaceForm


def _hand_over(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.hand_over(**acting.here, to_id=UUID(given["to"]))


def _replace(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.name_replacement(**acting.here, to_id=UUID(given["to"]), until=given["until"])


def _end_replacement(acting: Acting, _given: Mapping[str, Any]) -> object:
    return services.end_replacement(**acting.here)


def _close(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.close(**acting.here, reason=ClosingReason(given["reason"]), text=given["text"])


def _reopen(acting: Acting, _given: Mapping[str, Any]) -> object:
    return services.reopen(**acting.here)


ACTS = (
    Act(
        name="case_hand_over",
        slug="confier",
        ability=Ability.HAND_OVER,
        title=_("Confier l’accompagnement"),
        lead=_("Parlez-en avec elle d’abord. Ensuite vous ne le lirez plus, sauf si vous encadrez l’équipe."),
        button=_("Confier"),
        icon="people",
        form=HandOverForm,
        run=_hand_over,
        done=_("L’accompagnement est confié."),
        page="cases",
        needs="to",
        without=_("Aucun autre membre ne peut le suivre : il doit recevoir, et tenir la clé de votre organisation."),
    ),
    Act(
        name="case_replace",
        slug="remplacer",
        ability=Ability.REPLACE,
        title=_("Se faire remplacer"),
        lead=_("Pendant ce temps, deux personnes lisent et écrivent. Le remplacement s’arrête de lui-même."),
        button=_("Enregistrer le remplacement"),
        icon="people",
        form=ReplaceForm,
        run=_replace,
        done=_("Le remplacement est enregistré."),
        needs="to",
        without=_("Aucun autre membre ne peut le suivre : il doit recevoir, et tenir la clé de votre organisation."),
    ),
    Act(
        name="case_replace_end",
        slug="remplacement-fini",
        ability=Ability.REPLACE,
        title=_("Mettre fin au remplacement ?"),
        button=_("Mettre fin au remplacement"),
        icon="people",
        run=_end_replacement,
        done=_("Le remplacement est fini."),
    ),
    Act(
        name="case_close",
        slug="clore",
        ability=Ability.CLOSE,
        title=_("Clore l’accompagnement"),
        lead=_("Les partages prennent fin. Elle peut toujours revenir : il se rouvre d’un geste."),
        button=_("Clore"),
        icon="check-circle",
        form=CloseForm,
        run=_close,
        done=_("L’accompagnement est clos. Elle peut revenir à tout moment."),
    ),
    Act(
        name="case_reopen",
        slug="rouvrir",
        ability=Ability.REOPEN,
        title=_("Rouvrir l’accompagnement ?"),
        lead=_("Elle est de retour : tout ce qui était écrit est de nouveau là."),
        button=_("Rouvrir"),
        icon="refresh",
        run=_reopen,
        done=_("L’accompagnement est rouvert."),
    ),
)
