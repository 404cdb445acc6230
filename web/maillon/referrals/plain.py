"""A referral in the words of the person it is about: the professionals' words are for professionals."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.referrals.enums import Outcome, PartKind, ReferralState, RefusalReason, StepState, Withdrawn
from maillon.referrals.models import Step

STATES: Mapping[StepState, Promise] = {
    StepState.ASKED: _("Ce service attend votre accord. Il n’a rien reçu."),
    StepState.PLANNED: _("Ce service n’a encore rien reçu. Il sera contacté si un autre ne peut pas vous aider."),
    StepState.PROPOSED: _("Ce service a reçu la demande. Il ne l’a pas encore lue."),
    StepState.SEEN: _("Ce service a lu la demande. Il n’a pas encore répondu."),
    StepState.ACCEPTED: _("Ce service a dit oui."),
    StepState.MET: _("Vous avez rencontré ce service."),
    StepState.DONE: _("C’est terminé avec ce service."),
    StepState.REFUSED: _("Ce service ne peut pas vous aider cette fois."),
    StepState.SILENT: _("Ce service n’a pas répondu à temps. Il ne peut plus rien lire."),
    StepState.WITHDRAWN: _("La demande a été retirée. Ce service ne peut plus rien lire."),
}
REFERRALS: Mapping[ReferralState, Promise] = {
    ReferralState.OPEN: _("Une réponse est attendue."),
    ReferralState.MET: _("Un service vous a rencontrée."),
    ReferralState.DONE: _("C’est terminé."),
    ReferralState.WITHDRAWN: _("Tout est arrêté. Personne ne peut plus rien lire."),
    ReferralState.EXHAUSTED: _("Aucun service n’a pu vous aider. La personne qui vous oriente est prévenue."),
}
# None of them is her fault, and none says so by leaving it open.
REFUSALS: Mapping[RefusalReason, Promise] = {
    RefusalReason.OUT_OF_ZONE: _("Il n’agit pas là où vous êtes."),
    RefusalReason.FULL: _("Il n’a pas de place en ce moment."),
    RefusalReason.NOT_ELIGIBLE: _("Il est prévu pour d’autres situations que la vôtre."),
    RefusalReason.NOT_COMPETENT: _("Ce que vous demandez ne fait pas partie de ce qu’il fait."),
    RefusalReason.LANGUAGE: _("Il n’a pas d’interprète dans votre langue."),
    RefusalReason.UNSAFE: _("Il pense ne pas pouvoir vous protéger assez bien."),
    RefusalReason.NOT_REACHED: _("Il n’a pas réussi à vous joindre."),
    RefusalReason.DECLINED: _("Vous avez dit que vous ne le souhaitiez plus."),
    RefusalReason.CLOSED: _("Il a fermé."),
}
OUTCOMES: Mapping[Outcome, Promise] = {
    Outcome.ACCOMPANIED: _("Ce service vous accompagne."),
    Outcome.PROTECTED: _("Vous avez un endroit où être à l’abri."),
    Outcome.ANSWERED: _("Ce service a répondu à votre demande."),
    Outcome.CHILD_PROTECTION: _("La protection de l’enfance s’occupe de la suite."),
    Outcome.NOT_SUITED: _("Ce service ne vous convenait pas."),
    Outcome.DECLINED: _("Vous avez choisi d’arrêter. Vous pouvez revenir quand vous voulez."),
    Outcome.LOST_TOUCH: _("Ce service n’a plus de nouvelles. Vous pouvez le recontacter."),
}
WITHDRAWALS: Mapping[Withdrawn, Promise] = {
    Withdrawn.PERSON: _("Vous l’avez demandé."),
    Withdrawn.REFERRER: _("La personne qui vous oriente l’a décidé."),
    Withdrawn.NOT_NEEDED: _("Un autre service a pu vous aider."),
    Withdrawn.EXPIRED: _("Le temps prévu est passé."),
}
PARTS: Mapping[PartKind, Promise] = {
    PartKind.SITUATION: _("Votre situation"),
    PartKind.NEEDS: _("Ce dont vous avez besoin"),
    PartKind.IDENTITY: _("Votre nom"),
    PartKind.CONTACT: _("Comment vous joindre"),
    PartKind.CHILDREN: _("Vos enfants"),
    PartKind.HEALTH: _("Votre santé"),
}


def sentences(step: Step) -> list[str]:
    """Where it stands with one service, and why, for her: one or two sentences."""
    said: list[Promise] = [STATES[StepState(step.state)]]
    if step.refusal_reason:
        said.append(REFUSALS[RefusalReason(step.refusal_reason)])
    if step.outcome:
        said.append(OUTCOMES[Outcome(step.outcome)])
    if step.withdrawn:
        said.append(WITHDRAWALS[Withdrawn(step.withdrawn)])
    return [str(sentence) for sentence in said]
