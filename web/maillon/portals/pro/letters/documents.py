"""What a letter and a receipt say, gathered for their templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from maillon.accounts.models import Membership
from maillon.base import clock
from maillon.base.enums import Confidence
from maillon.base.selectors import is_demo
from maillon.directory.enums import OrganisationKind
from maillon.guidance import rulebook
from maillon.guidance.enums import AgeClass, OffenceKnown
from maillon.guidance.records import LegalSource
from maillon.reports.letters import QUOTES, LetterKind, letters_for
from maillon.reports.models import Report
from maillon.reports.proposals import statuses_of
from maillon.reports.services import OpenedReport
from maillon.territories.models import Commune, Competence
from maillon.territories.selectors import jurisdictions_of


@dataclass(frozen=True)
class Letter:
    """One letter, ready for its template."""

    kind: LetterKind
    sender: str
    written_on: date
    addressee: Competence | None
    commune: Commune
    facts: Mapping[str, Any]
    signs: tuple[str, ...]
    opened: OpenedReport
    sources: tuple[LegalSource, ...]
    number: str

    @property
    def addressee_to_confirm(self) -> bool:
        """True while nobody has confirmed that this commune belongs to this addressee."""
        return self.addressee is None or self.addressee.confidence == Confidence.UNCONFIRMED


def kinds_for(membership: Membership, facts: Mapping[str, Any]) -> tuple[LetterKind, ...]:
    """The letters that this membership may write about a report with these coded facts."""
    return letters_for(
        kind=OrganisationKind(membership.organisation.kind),
        statuses=statuses_of(membership),
        age=AgeClass(facts["age"]),
        offence=OffenceKnown(facts["offence"]),
    )


def letter(kind: LetterKind, report: Report, opened: OpenedReport, *, by: Membership, on: date) -> Letter:
    """The letter of this kind about an opened report. Nothing of it is kept."""
    book = rulebook.load()
    return Letter(
        kind=kind,
        sender=by.organisation.name,
        written_on=on,
        addressee=jurisdictions_of(report.commune).get(kind.addressee),
        commune=report.commune,
        facts=report.facts,
        signs=tuple(book.signs[code].text for code in report.signs if code in book.signs),
        opened=opened,
        sources=tuple(book.sources[code] for code in QUOTES[kind]),
        number=report.number,
    )


def letter_html(written: Letter) -> str:
    """The letter as one HTML document with its style inside, for paper; in French, whatever the writer reads in."""
    with translation.override("fr"):
        return render_to_string(f"pro/letters/{written.kind.value}.html", {"letter": written, "is_demo": is_demo()})


def receipt_html(report: Report) -> str:
    """The proof of filing: number, dates, recipients, clocks. Nothing of what was reported, nor where or whom."""
    transmissions = sorted(report.transmissions.all(), key=lambda item: item.recipient.name)
    return render_to_string(
        "pro/letters/receipt.html",
        {"report": report, "transmissions": transmissions, "printed_at": clock.now(), "is_demo": is_demo()},
    )
