"""The questions that one tap answers: a title, and choices that each set answers of the report's content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.guidance.enums import AgeClass, Answer, OffenceKnown, PlaceKind, Wish
from maillon.portals.pro.report.path import StepName
from maillon.reports.content import ReportContent
from maillon.reports.enums import ObservedWhen, Origin

Text = str | Promise


@dataclass(frozen=True)
class Choice:
    """One button."""

    value: str
    label: Text
    answers: Mapping[str, Any]
    hint: Text = ""

    def chosen_in(self, content: ReportContent) -> bool:
        """Whether the report gives exactly these answers."""
        return all(getattr(content, name) == value for name, value in self.answers.items())


@dataclass(frozen=True)
class Question:
    """One screen."""

    title: Text
    choices: tuple[Choice, ...]
    hint: Text = ""
    by_value: dict[str, Choice] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_value", {choice.value: choice for choice in self.choices})

    def chosen(self, content: ReportContent) -> Choice | None:
        """The choice that the report's answers stand for."""
        return next((choice for choice in self.choices if choice.chosen_in(content)), None)


def _yes_or_not(name: str) -> tuple[Choice, ...]:
    return (Choice("yes", _("Oui"), {name: True}), Choice("no", _("Non, ou je ne sais pas"), {name: False}))


def _one_of(name: str, values: Mapping[Any, Text], hints: Mapping[Any, Text] | None = None) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(value), label, {name: value}, (hints or {}).get(value, "")) for value, label in values.items()
    )


def _age(value: str, label: Text, age: AgeClass, *, sure: bool, hint: Text = "") -> Choice:
    return Choice(value, label, {"age": age, "age_is_sure": sure}, hint)


QUESTIONS: Mapping[StepName, Question] = {
    StepName.DANGER: Question(
        _("Quelqu’un est-il en danger immédiat ?"),
        _yes_or_not("danger"),
        _("Si oui, appelez d’abord : le signalement ne déclenche pas les secours."),
    ),
    StepName.ORIGIN: Question(
        _("Comment l’avez-vous su ?"),
        _one_of(
            "origin",
            {Origin(value): label for value, label in Origin.choices},
            {
                Origin.PHONE: _("Vous signalez pour quelqu’un d’autre : son nom n’est pas demandé."),
                Origin.PAPER: _("Vous recopiez un écrit : gardez l’original, ne le joignez pas."),
            },
        ),
    ),
    StepName.AGE: Question(
        _("Quel âge a la personne ?"),
        (
            _age("under-15", _("Moins de 15 ans, c’est certain"), AgeClass.UNDER_15, sure=True),
            _age("under-15-maybe", _("Moins de 15 ans, il me semble"), AgeClass.UNDER_15, sure=False),
            _age("15-17", _("15 à 17 ans, c’est certain"), AgeClass.MINOR_15_17, sure=True),
            _age("15-17-maybe", _("15 à 17 ans, il me semble"), AgeClass.MINOR_15_17, sure=False),
            _age("adult", _("Majeure, c’est certain"), AgeClass.ADULT, sure=True),
            _age(
                "doubtful",
                _("Majeure ou mineure : je ne sais pas"),
                AgeClass.DOUBTFUL,
                sure=False,
                hint=_("Le doute compte comme une minorité : elle sera protégée comme telle."),
            ),
        ),
        _("Une estimation suffit. Aucun nom n’est demandé."),
    ),
    StepName.GRAVITY: Question(
        _("La situation est-elle grave, ou les parents sont-ils en cause ?"),
        _yes_or_not("grave"),
        _("Violences, viol ou autre crime, séquestration, menaces, danger qui ne peut pas attendre."),
    ),
    StepName.PLACE: Question(
        _("Dans quel genre de lieu ?"),
        _one_of(
            "place",
            {
                PlaceKind.STREET: _("La rue, une route"),
                PlaceKind.HOME: _("Un logement"),
                PlaceKind.LODGING: _("Un hôtel, une location de courte durée"),
                PlaceKind.CARE_HOME: _("Un foyer, un lieu d’accueil"),
                PlaceKind.SCHOOL: _("Un établissement scolaire"),
                PlaceKind.HEALTH: _("Un lieu de soins"),
                PlaceKind.PUBLIC_PLACE: _("Un bar, un commerce, un lieu ouvert au public"),
                PlaceKind.VEHICLE: _("Un véhicule"),
                PlaceKind.ONLINE: _("En ligne seulement"),
                PlaceKind.OTHER: _("Ailleurs, ou je ne sais pas"),
            },
        ),
    ),
    StepName.WHEN: Question(
        _("Quand était-ce ?"),
        _one_of(
            "observed",
            {
                ObservedWhen.NOW: _("En ce moment"),
                ObservedWhen.TODAY: _("Aujourd’hui"),
                ObservedWhen.WEEK: _("Ces derniers jours"),
                ObservedWhen.EARLIER: _("Il y a plus longtemps, ou je ne sais pas"),
            },
        ),
    ),
    StepName.WISH: Question(
        _("Que souhaite la personne ?"),
        _one_of(
            "wish",
            {
                Wish.WANTS_HELP: _("Elle veut de l’aide"),
                Wish.REFUSES: _("Elle ne veut pas d’aide"),
                Wish.NOT_ASKED: _("Je ne le lui ai pas demandé, ou je ne sais pas"),
            },
        ),
        _("Elle est majeure : c’est elle qui décide, sauf les exceptions que la loi nomme."),
    ),
    StepName.AGREEMENT: Question(
        _("Accepte-t-elle que son nom soit transmis ?"),
        (
            Choice("yes", _("Oui, elle me l’a dit"), {"agreement": True}),
            Choice("no", _("Non, ou je ne sais pas"), {"agreement": False}, _("Le signalement partira sans son nom.")),
        ),
    ),
    StepName.COUPLE: Question(
        _("Les violences viennent-elles de son conjoint, concubin ou partenaire de PACS, actuel ou ancien ?"),
        _yes_or_not("couple_violence"),
    ),
    StepName.MORTAL_DANGER: Question(
        _("Ces violences mettent-elles sa vie en danger immédiat ?"),
        _yes_or_not("mortal_danger"),
    ),
    StepName.PROTECTION: Question(
        _("Est-elle en mesure de se protéger ?"),
        _one_of(
            "can_protect_herself",
            {
                Answer.YES: _("Oui"),
                Answer.NO: _("Non"),
                Answer.UNKNOWN: _("Je ne sais pas"),
            },
            {
                Answer.NO: _(
                    "En raison de son âge, d’une maladie, d’une infirmité, d’un handicap ou d’une grossesse ; ou, "
                    "s’il y a des violences dans le couple, de l’emprise du conjoint ou partenaire. L’emprise d’un "
                    "proxénète ne suffit pas."
                )
            },
        ),
    ),
    StepName.OFFENCE: Question(
        _("Avez-vous appris qu’une infraction a été commise ?"),
        _one_of(
            "offence",
            {
                OffenceKnown.NONE: _("Non, ou je ne sais pas"),
                OffenceKnown.PURCHASE: _("Oui : quelqu’un paie, ou propose de payer, pour un acte sexuel"),
                OffenceKnown.CRIME_OR_DELIT: _("Oui : quelqu’un l’exploite, la contraint ou la violente"),
            },
            {
                OffenceKnown.CRIME_OR_DELIT: _(
                    "En tirer profit, organiser, loger ou conduire pour cela, menacer, enfermer, frapper, violer : "
                    "crime ou délit."
                )
            },
        ),
    ),
}
