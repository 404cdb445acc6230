"""Who follows her, what she asks to be corrected, how a case ends, and how long it is kept."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.cases.enums import ClosingReason, CorrectionState, HoldGround, Purpose, TransferRefusal
from maillon.cases.selectors.coming import successors
from maillon.portals.pro.cases.acting import ActForm
from maillon.portals.pro.cases.forms.fields import ask, day, radio, words
from maillon.referrals.models import Referral


class HandOverForm(ActForm):
    """Who is responsible from now on."""

    to = radio(_("Qui l’accompagne désormais ?"), [])

    def prepare(self) -> None:
        ask(self, "to", [(str(one.pk), one.member.name) for one in successors(self.acting.case)])


class ReplaceForm(HandOverForm):
    """Who stands in, and until when."""

    to = radio(_("Qui remplace ?"), [])
    until = day(_("Jusqu’à quel jour compris ?"))


class CorrectionForm(ActForm):
    """What she wants corrected."""

    text = words(
        _("Que veut-elle faire corriger ?"),
        _("Avec ses mots. Une réponse lui est due dans le mois (RGPD, article 12). Scellé."),
        required=True,
        rows=4,
    )
    # Which entry it is about: the link beside one leads here with its key.
    about = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def shown(self) -> dict[str, Any]:
        return {"about": self.acting.request.GET.get("entree", "")}


class DecideForm(ActForm):
    """The answer to it."""

    state = radio(_("Quelle est votre réponse ?"), [(state.value, state.label) for state in list(CorrectionState)[1:]])
    text = words(
        _("Votre réponse, en mots simples"), _("Elle lui est lue. Dites pourquoi, si ce n’est pas un oui entier.")
    )


class CloseForm(ActForm):
    """Why it ends."""

    reason = radio(_("Pourquoi l’accompagnement se termine-t-il ?"), ClosingReason.choices)
    text = words(_("Un mot sur la fin"), _("Ce qui a compté, ce qui reste ouvert. Scellé."), rows=3)


class HoldForm(ActForm):
    """Until when, and for what, nothing is erased."""

    ground = radio(_("Pourquoi le conserver plus longtemps ?"), HoldGround.choices)
    until = day(_("Jusqu’à quel jour ?"), _("Un an au plus ; à renouveler s’il le faut."))

    def shown(self) -> dict[str, Any]:
        return {"until": self.acting.today + timedelta(days=182)}


class TransferForm(ActForm):
    """On which agreement it goes, and so to whom with what."""

    consent = radio(_("Sur quel accord ?"), [])

    def prepare(self) -> None:
        living = self.acting.case.consents.filter(purpose=Purpose.TRANSFER, withdrawn_at=None)
        ask(self, "consent", [(str(one.pk), one.recipient.name if one.recipient else "") for one in living])


class RefuseForm(forms.Form):
    """Why another organisation's case is not taken over."""

    reason = radio(_("Pourquoi ne pouvez-vous pas l’accompagner ?"), TransferRefusal.choices)


class ReferralForm(ActForm):
    """Which referral of the organisation was made for her."""

    referral = radio(_("Quelle orientation a été faite pour elle ?"), [])

    def prepare(self) -> None:
        free = Referral.objects.filter(
            organisation_id=self.acting.case.organisation_id, minor=False, case_link=None
        ).select_related("commune")
        latest = free.order_by("-created_at")[:20]
        ask(self, "referral", [(str(one.pk), f"{one.number} · {one.commune.name}") for one in latest])
