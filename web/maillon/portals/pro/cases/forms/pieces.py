"""What there is one of in a case, shown as it stands and written anew: her name, how to reach her, her safety."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.content import Identity, Piece, Reaching, SafetyPlan, Situation
from maillon.cases.enums import Control, EntryKind, Exploitation, Recruitment, SexualExploitation, Trafficking
from maillon.portals.pro.cases.acting import ActForm
from maillon.portals.pro.cases.forms.fields import boxes, day, line, words
from maillon.portals.pro.cases.openings import reason_for


class PieceForm(ActForm):
    """One piece. Its fields are called as those of the piece."""

    piece_type: ClassVar[type[Piece]]

    def shown(self) -> dict[str, Any]:
        """What stands today; opening it is journalled with the reason that was given."""
        acting, kind = self.acting, self.piece_type.kind
        reason = reason_for(acting.request, acting.case.pk)
        assert kind is not None
        assert reason is not None  # the view has asked for it
        kept = services.read_case(
            **acting.here, keyring=acting.request.keyring, reason=reason, kinds={kind}, limit=1
        ).latest(kind)
        piece = kept.piece if kept is not None else None
        return {name: getattr(piece, name) for name in self.fields_of()} if piece is not None else {}

    def fields_of(self) -> list[str]:
        """The names of its fields."""
        return list(self.base_fields)

    @property
    def piece(self) -> Any:
        """What is to be written."""
        return self.piece_type(**{name: _plain(value) for name, value in self.cleaned_data.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else value


class IdentityForm(PieceForm):
    """Her name in law, where it is needed."""

    piece_type = Identity
    first_name = line(_("Prénom"))
    middle_name = line(_("Deuxième prénom"))
    last_name = line(_("Nom"))
    birth_on = day(_("Date de naissance"), required=False)
    birth_place = line(_("Lieu de naissance"))


class ReachingForm(PieceForm):
    """How to reach her without danger."""

    piece_type = Reaching
    text = words(
        _("À quoi faire attention"),
        _("Les heures sûres, qui peut décrocher, ce qu’il ne faut pas dire."),
        rows=3,
    )
    phone = line(_("Téléphone"), inputmode="tel")
    email = line(_("Messagerie"), inputmode="email")
    street = line(_("Adresse"))
    postal_code = line(_("Code postal"), length=5, inputmode="numeric")
    city = line(_("Ville"))


class SafetyPlanForm(PieceForm):
    """What she would do in danger."""

    piece_type = SafetyPlan
    warning_signs = words(_("Quels signes l’alertent ?"), rows=2)
    safe_people = words(_("Qui peut-elle appeler ?"), rows=2)
    safe_places = words(_("Où peut-elle aller ?"), rows=2)
    to_take = words(_("Qu’emporte-t-elle ?"), _("Papiers, médicaments, téléphone, clés."), rows=2)
    code_word = line(_("Quel mot convenu appelle à l’aide ?"))
    children = words(_("Et pour ses enfants ?"), rows=2)
    text = words(_("Autre chose"), rows=2)


class SituationForm(PieceForm):
    """What she lived through."""

    piece_type = Situation
    trafficking = forms.ChoiceField(
        label=_("Est-ce de la traite des êtres humains ?"),
        choices=[("", _("On ne sait pas, ou elle n’en parle pas")), *Trafficking.choices],
        required=False,
    )
    recruitment = boxes(_("Comment cela a-t-il commencé ?"), Recruitment.choices)
    control = boxes(_("Qu’est-ce qui la retient, ou la retenait ?"), Control.choices)
    exploitation = boxes(_("Quelles formes d’exploitation ?"), Exploitation.choices)
    sexual_exploitation = boxes(_("Si elle est sexuelle, laquelle ?"), SexualExploitation.choices)
    age_then = forms.IntegerField(
        label=_("Quel âge avait-elle quand cela a commencé ?"), required=False, min_value=0, max_value=120
    )
    children = forms.IntegerField(
        label=_("Combien d’enfants a-t-elle à charge ?"), required=False, min_value=0, max_value=30
    )
    text = words(_("Ses mots"), _("Ce qu’elle veut voir écrit. Ne la faites pas répéter."))

    @property
    def piece(self) -> Situation:
        """A number that was left out is none, not nothing."""
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in self.cleaned_data.items()
        }
        return Situation(**given)


FORMS: dict[EntryKind, type[PieceForm]] = {
    EntryKind.IDENTITY: IdentityForm,
    EntryKind.REACHING: ReachingForm,
    EntryKind.SITUATION: SituationForm,
    EntryKind.SAFETY_PLAN: SafetyPlanForm,
}
