"""What else to try after a refusal or a silence: for whoever refers, beside the next service in line."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.referrals.enums import RefusalReason, StepState
from maillon.referrals.models import Step

AFTER: Mapping[RefusalReason, Promise] = {
    RefusalReason.OUT_OF_ZONE: _("Cherchez un service dont le secteur comprend la commune de la personne."),
    RefusalReason.FULL: _("Cherchez un service qui annonce des places, ou demandez une mise à l’abri par le 115."),
    RefusalReason.NOT_ELIGIBLE: _("Vérifiez à qui le service s’adresse, et cherchez-en un pour ce public."),
    RefusalReason.NOT_COMPETENT: _("Cherchez par besoin : ce service ne couvre pas celui-ci."),
    RefusalReason.LANGUAGE: _("Cherchez un interprète, ou un service qui parle sa langue, puis proposez à nouveau."),
    RefusalReason.UNSAFE: _("Cherchez plus loin : un éloignement est peut-être nécessaire. En danger : 17 ou 112."),
    RefusalReason.NOT_REACHED: _("Vérifiez avec elle comment la joindre sans danger, avant de proposer à nouveau."),
    RefusalReason.DECLINED: _("Laissez-lui de quoi vous recontacter. Rien d’autre n’est à faire sans elle."),
    RefusalReason.CLOSED: _("Signalez la fermeture à qui tient l’annuaire, et cherchez un autre service."),
}
AFTER_SILENCE = _("Appelez le service : la demande est peut-être restée sans lecteur. Ou cherchez-en un autre.")


def advice_for(steps: Iterable[Step]) -> list[str]:
    """What else to try, given what became of the steps, once each and the latest first; empty if none failed."""
    found: list[Promise] = []
    for step in sorted(steps, key=lambda step: step.position, reverse=True):
        if step.state == StepState.SILENT:
            found.append(AFTER_SILENCE)
        elif step.refusal_reason:
            found.append(AFTER[RefusalReason(step.refusal_reason)])
    return list(dict.fromkeys(str(piece) for piece in found))
