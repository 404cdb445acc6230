"""The pieces of a file, one form each: what is asked, and the sealed piece that it makes."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.exits.content import Advice, Circumstances, Engagement, Identity, Paper, Review, Sworn
from maillon.exits.enums import Axis, IdentityPaper, PaperKind, Stay
from maillon.portals.pro.exits.forms import fields


class PaperForm(forms.Form):
    """A piece of the file. Its fields are named as those of the sealed piece."""

    made: ClassVar[type[Paper]]

    @classmethod
    def shown(cls, paper: Paper | None) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {} if paper is None else asdict(paper)

    def piece(self) -> Paper:
        """The piece that a valid form makes."""
        return self.made(**{name: _written(value) for name, value in self.cleaned_data.items()})


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


class IdentityForm(PaperForm):
    """Who asks."""

    made = Identity
    first_name = fields.line(_("Son prénom"), required=False)
    last_name = fields.line(_("Son nom"))
    birth_on = fields.day(_("Sa date de naissance"))
    birth_place = fields.line(_("Son lieu de naissance"), required=False)
    paper = fields.choice(
        _("A-t-elle une pièce d’identité ?"),
        IdentityPaper.choices,
        _("Sans pièce, la demande reste possible. Aucune photo ni copie n’est gardée ici."),
    )
    absence = fields.words(
        _("S’il n’y en a pas, pourquoi ?"),
        _("Demandé quand il n’y a pas de pièce. En quelques mots, sans nommer personne."),
        required=False,
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        """Without a document, why there is none belongs to the file (CASF R121-12-12)."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("paper") not in {None, IdentityPaper.COPY_GIVEN} and not cleaned.get("absence", "").strip():
            self.add_error("absence", _("Écrivez en quelques mots pourquoi il n’y a pas de pièce."))
        return cleaned


class CircumstancesForm(PaperForm):
    """Where she stands."""

    made = Circumstances
    administrative = fields.words(_("Sa situation administrative"))
    family = fields.words(_("Sa situation familiale"))
    social = fields.words(_("Sa situation sociale"))
    stay = fields.choice(
        _("Son droit au séjour"),
        Stay.choices,
        _(
            "Demandé ici seulement, pour l’aide et l’autorisation de séjour du parcours. Part avec ce dossier, jamais "
            "seul."
        ),
    )
    aps_asked = fields.tick(_("Elle demande une autorisation provisoire de séjour avec ce parcours"))


class EngagementForm(PaperForm):
    """What is planned, and what each side commits to."""

    made = Engagement
    housing = fields.words(_("Pour se loger"), _("Remplissez au moins une des trois actions."), required=False)
    care = fields.words(_("Pour se soigner et faire valoir ses droits"), required=False)
    work = fields.words(_("Pour s’insérer et travailler"), required=False)
    by_association = fields.words(_("Ce à quoi l’association s’engage"))
    by_person = fields.words(_("Ce à quoi elle s’engage, dans ses mots"))
    signed_on = fields.day(_("Signé par les deux, le"))

    def clean(self) -> dict[str, Any]:
        """Something is planned on one axis at least."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not any(cleaned.get(axis.value, "").strip() for axis in Axis):
            self.add_error("housing", _("Écrivez au moins une action : se loger, se soigner, ou travailler."))
        return cleaned


class SwornForm(PaperForm):
    """That she signed the statement, and knew what it means."""

    made = Sworn
    declared_on = fields.day(_("Quel jour l’a-t-elle signée ?"))
    place = fields.line(_("À quel endroit ?"), _("La commune suffit."))
    explained = fields.tick(
        _("On lui a lu l’attestation et dit ce qu’elle signifie"),
        _("Elle atteste que l’activité a cessé. Si c’est difficile à dire, parlez-en d’abord avec elle."),
        missing=_("Lisez-lui d’abord l’attestation, puis cochez cette case."),
    )


class ReviewForm(PaperForm):
    """The six months gone by."""

    made = Review
    done = fields.words(_("Ce qui a été fait"))
    difficulties = fields.words(_("Les difficultés rencontrées"), _("Dites aussi ce qui a manqué ou fait obstacle."))
    her_words = fields.words(_("Ce qu’elle en dit"), _("Dans ses mots."), required=False)


class AdviceForm(PaperForm):
    """The association's own opinion."""

    made = Advice
    favourable = forms.TypedChoiceField(
        label=_("L’avis de votre association"),
        choices=((True, _("Favorable")), (False, _("Défavorable"))),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une des réponses.")},
    )
    reasons = fields.words(_("Pourquoi"))


FORMS: Mapping[PaperKind, type[PaperForm]] = {
    PaperKind.IDENTITY: IdentityForm,
    PaperKind.SITUATION: CircumstancesForm,
    PaperKind.ENGAGEMENT: EngagementForm,
    PaperKind.SWORN: SwornForm,
    PaperKind.REVIEW: ReviewForm,
    PaperKind.ASSOCIATION: AdviceForm,
}
