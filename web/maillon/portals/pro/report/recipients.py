"""Who would receive a report and what each would get, for the review and for sending."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.guidance import rulebook
from maillon.portals.components.guided import StepLine, step_line
from maillon.portals.pro.report.drafting import Writing
from maillon.reports.proposals import Proposal, ProposedRecipient, propose
from maillon.territories.selectors import jurisdictions_of


@dataclass(frozen=True)
class RecipientLine:
    """One organisation. `gets` says in words what would be sealed to it, and what not."""

    id: UUID
    name: str
    ground: str
    gets: tuple[str, ...]
    required: bool
    reachable: bool
    preselected: bool
    step: StepLine
    # That it answers for this commune is known, but confirmed by nobody yet.
    area_to_confirm: bool

    @property
    def about(self) -> str:
        """Ground and share in one text, to stand beside a box to tick."""
        doubt = (translated("ressort à confirmer"),) if self.area_to_confirm else ()
        return " · ".join((self.ground, *self.gets, *doubt))


@dataclass(frozen=True)
class Delivery:
    """All that the review says about recipients. `by_hand` are steps whose addressee nobody stands for in Maillon."""

    required: tuple[RecipientLine, ...]
    optional: tuple[RecipientLine, ...]
    unreachable: tuple[RecipientLine, ...]
    by_hand: tuple[StepLine, ...]

    @property
    def possible(self) -> bool:
        """Whether there is anybody to send it to."""
        return bool(self.required or self.optional)

    @property
    def first_choice(self) -> list[str]:
        """The names of those who receive it unless something is unticked."""
        return [line.name for line in (*self.required, *self.optional) if line.preselected]


class SendForm(forms.Form):
    """The recipients that the law leaves to choice. The required ones need no tick."""

    chosen = forms.MultipleChoiceField(
        label=_("Destinataires au choix"),
        help_text=_("La loi vous laisse le choix. Sans coche, rien ne part à cette organisation."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Un destinataire coché n’est plus proposé. Vérifiez la liste.")},
    )

    def __init__(self, optional: Collection[RecipientLine], chosen: Collection[str] | None = None) -> None:
        ticked = chosen if chosen is not None else [str(line.id) for line in optional if line.preselected]
        super().__init__(initial={"chosen": list(ticked)})
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(line.id), line.name) for line in optional]
        field.choice_hints = {str(line.id): line.about for line in optional}  # type: ignore[attr-defined]


def delivery(proposal: Proposal, writing: Writing) -> Delivery:
    """The proposal's recipients in words."""
    competences = jurisdictions_of(proposal.commune).values()
    doubtful = {row.jurisdiction_id for row in competences if row.to_confirm}
    lines = [_line(item, writing, doubtful) for item in proposal.recipients]
    return Delivery(
        required=tuple(line for line in lines if line.reachable and line.required),
        optional=tuple(line for line in lines if line.reachable and not line.required),
        unreachable=tuple(line for line in lines if not line.reachable),
        by_hand=tuple(step_line(step, writing.reporter.on) for step in proposal.orphans),
    )


def would_be_told_the_name(writing: Writing) -> list[str]:
    """The organisations that the person's identity would go to if she agreed; none while the place is not known."""
    if not writing.content.commune or writing.content.age is None:
        return []
    agreed = writing.content.changed(agreement=True)
    proposal = propose(agreed, writing.reporter.membership, on=writing.reporter.on)
    return [item.organisation.name for item in proposal.recipients if item.identity]


def _line(item: ProposedRecipient, writing: Writing, doubtful: Collection[str]) -> RecipientLine:
    return RecipientLine(
        id=item.organisation.id,
        name=item.organisation.name,
        ground=translated(rulebook.load().grounds[item.step.ground].name),
        gets=tuple(str(text) for text in _gets(item, writing)),
        required=item.required,
        reachable=item.reachable,
        preselected=item.required or item.step.preselected,
        step=step_line(item.step, writing.reporter.on),
        area_to_confirm=item.organisation.jurisdiction_id in doubtful,
    )


def _gets(item: ProposedRecipient, writing: Writing) -> list[str | Promise]:
    content = writing.content
    gets: list[str | Promise] = [_("reçoit votre récit et vos réponses")]
    if content.identity and item.identity:
        gets.append(_("avec l’identité de la personne"))
    else:
        gets.append(_("sans l’identité de la personne"))
    if content.traces and writing.reporter.traces and item.traces:
        gets.append(_("avec les traces en ligne"))
    return gets
