"""What she may ask for: to have it corrected, kept for a procedure, or erased."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.enums import CorrectionState, EntryKind, HoldGround
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.acting import Act, Acting
from maillon.portals.pro.cases.forms.ending import CorrectionForm, DecideForm, HoldForm


def _ask(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.ask_correction(**acting.here, text=given["text"], about_id=given["about"])


def _decide(acting: Acting, given: Mapping[str, Any]) -> object:
    state = CorrectionState(given["state"])
    return services.decide_correction(correction_id=acting.about, state=state, text=given["text"], **acting.who)


def _hold(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.hold(**acting.here, until=given["until"], ground=HoldGround(given["ground"]))


def _lift(acting: Acting, _given: Mapping[str, Any]) -> object:
    return services.lift(**acting.here)


def _erase(acting: Acting, _given: Mapping[str, Any]) -> object:
    return services.erase_asked(**acting.here)


ACTS = (
    Act(
        name="case_correction",
        slug="correction",
        ability=Ability.ASK_CORRECTION,
        title=_("Noter une rectification demandée"),
        button=_("Noter la demande"),
        icon="edit",
        form=CorrectionForm,
        run=_ask,
        done=_("La demande est notée. Une réponse lui est due dans le mois."),
        page="case_rights",
    ),
    Act(
        name="case_correction_decide",
        slug="correction",
        about=EntryKind.CORRECTION,
        ability=Ability.DECIDE_CORRECTION,
        title=_("Répondre à sa demande de rectification"),
        lead=_("Si c’est oui, écrivez aussi la nouvelle version : l’ancienne reste marquée comme remplacée."),
        button=_("Répondre"),
        icon="edit",
        form=DecideForm,
        run=_decide,
        done=_("La réponse est enregistrée."),
        page="case_rights",
    ),
    Act(
        name="case_hold",
        slug="conserver",
        ability=Ability.HOLD,
        title=_("Conserver plus longtemps"),
        lead=_("Rien n’est effacé jusqu’à ce jour, même à sa demande. Dites-le-lui."),
        button=_("Conserver"),
        icon="lock",
        form=HoldForm,
        run=_hold,
        done=_("La conservation est prolongée."),
        page="case_rights",
    ),
    Act(
        name="case_lift",
        slug="lever",
        ability=Ability.HOLD,
        title=_("Ne plus prolonger la conservation ?"),
        lead=_("La durée ordinaire vaut de nouveau."),
        button=_("Lever la prolongation"),
        icon="lock",
        run=_lift,
        done=_("La prolongation est levée."),
        page="case_rights",
    ),
    Act(
        name="case_erase",
        slug="effacer",
        ability=Ability.ERASE,
        title=_("Elle demande d’effacer : tout effacer ?"),
        lead=_(
            "Tout ce qui est scellé est détruit avec ses clés, aussitôt et pour toujours. Restent des dates et des "
            "états, sans rien d’elle, pour compter. Un certificat le prouve."
        ),
        button=_("Tout effacer pour toujours"),
        icon="trash",
        run=_erase,
        done=_("Tout est effacé. Le certificat le prouve."),
        page="case_rights",
        danger=True,
    ),
)
