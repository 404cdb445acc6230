"""One lead as the page shows it: everything that may be hidden is hidden here, before the template sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from maillon_engine.dossier import words
from maillon_engine.dossier.directions import direction
from maillon_engine.dossier.doubts import doubts
from maillon_engine.dossier.graphs import graph
from maillon_engine.dossier.maps import Place, circuit
from maillon_engine.dossier.masking import Span, masked_text, masked_value
from maillon_engine.dossier.quoting import Piece, around, pieces
from maillon_engine.dossier.reading import Material, Row, Text
from maillon_engine.dossier.stops import Stop, stops
from maillon_engine.dossier.timeline import timeline

# Quotations of one piece of evidence, and examples of one slot: enough to check, few enough to read.
QUOTES, EXAMPLES, TEXTS = 6, 5, 200
# Reasons, templates and shared traits of one lead, the strongest first, and characters of one text: what is beyond is
# in the tables, and the page says how many.
REASONS, TEMPLATES, TIES, LONGEST = 30, 10, 60, 3000


@dataclass(frozen=True)
class Quote:
    """A piece of a text with what it shows marked."""

    id: str
    direction: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Reason:
    """One piece of evidence or counter-evidence."""

    statement: str
    evidence_class: str
    source: str
    bits: float | None
    quotes: Sequence[Quote]
    more: int


@dataclass(frozen=True)
class Part:
    """One run of a template."""

    role: str
    text: str
    slot: str
    values: Sequence[str]
    distinct: int
    present: int


@dataclass(frozen=True)
class Template:
    """A template with how many texts it explains, and how many bits it saves."""

    documents: int
    gain: int
    parts: Sequence[Part]
    direction: str


@dataclass(frozen=True)
class Line:
    """One text in the table of texts."""

    id: str
    direction: str
    when: str
    where: str
    source: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class LeadView:
    """Everything the page shows of one lead."""

    rank: int
    documents: int
    earlier: int
    strength: float
    reasons: Sequence[Reason]
    against: Sequence[Reason]
    doubts: Sequence[str]
    templates: Sequence[Template]
    more_reasons: int
    more_templates: int
    more_ties: int
    timeline: Markup | None
    map: Markup | None
    stops: Sequence[Stop]
    graph: Markup | None
    ties: Sequence[tuple[str, str, int, bool, str]]
    lines: Sequence[Line]
    more: int


class Seen:
    """Shows the material of one lead, hiding names and numbers unless `reveal`."""

    def __init__(self, material: Material, places: Mapping[str, Place], *, reveal: bool) -> None:
        self.material, self.places, self.reveal = material, places, reveal
        self.names = material.names
        self.shown = {text.id: self._whole(text) for text in material.texts}
        self.directions = {text.id: direction(text.text) for text in material.texts}

    def lead(self) -> LeadView:
        """The view of the lead."""
        lead, texts = self.material.lead, self.material.texts
        passed = [code for text in texts for code in text.communes[:1]]
        items = [item for item in lead["evidence"] if item["side"] == "for"]
        reasons = [self._reason(item) for item in items[:REASONS]]
        against = [self._reason(item) for item in lead["evidence"] if item["side"] != "for"]
        templates = sorted(self.material.templates, key=lambda row: -row["gain_bits"])
        ties = self._ties()
        return LeadView(
            rank=lead["rank"],
            documents=lead["documents"],
            earlier=lead.get("earlier") or 0,
            strength=lead["strength"],
            reasons=reasons,
            against=against,
            doubts=doubts(item["code"] for item in items),
            templates=[self._template(row) for row in templates[:TEMPLATES]],
            more_reasons=max(0, len(items) - REASONS),
            more_templates=max(0, len(templates) - TEMPLATES),
            more_ties=max(0, len(ties) - TIES),
            timeline=timeline([(text.posted_at, self._where(text)) for text in texts if text.posted_at]),
            map=circuit(passed, self.places),
            stops=stops(texts, self.places),
            graph=graph([(edge["id"], self._label(edge)) for edge in self.material.edges if not edge["hub"]]),
            ties=ties[:TIES],
            lines=[self._line(text) for text in texts[:TEXTS]],
            more=max(0, len(texts) - TEXTS),
        )

    def _whole(self, text: Text) -> str:
        return text.text if self.reveal else masked_text(text.text, text.spans, self.names)

    def value(self, kind: str, value: str) -> str:
        """A value as it may be shown."""
        return value if self.reveal else masked_value(kind, value)

    def _label(self, edge: Row) -> str:
        shown = (
            ""
            if edge["kind"] in {"template", "image", "tour", "name"}
            else f" {self.value(edge['kind'], edge['value'])}"
        )
        number = f" {edge['value']}" if edge["kind"] == "template" else ""
        return f"{words.kind(edge['kind'])}{shown}{number}"

    def _ties(self) -> list[tuple[str, str, int, bool, str]]:
        found = {
            (
                words.kind(edge["kind"]),
                self.value(edge["kind"], edge["value"]),
                edge["documents"],
                edge["hub"],
                edge["why"],
            )
            for edge in self.material.edges
        }
        return sorted(found, key=lambda tie: (tie[3], -tie[2], tie[0], tie[1]))

    def _reason(self, item: Row) -> Reason:
        spans: dict[str, list[Span]] = {}
        for span in item["spans"] or ():
            spans.setdefault(span["id"], []).append(Span(span["start"], span["end"], "evidence"))
        known = [(key, held) for key, held in spans.items() if key in self.shown]
        quotes = [Quote(key, self.directions[key], around(self.shown[key], held)) for key, held in known[:QUOTES]]
        statement = item["statement"] or item["code"]
        if not self.reveal:
            statement = masked_text(statement, (), self.names)
        more = max(0, len(known) - QUOTES)
        return Reason(
            statement, words.evidence_class(item["evidence_class"]), item["source"] or "", item["bits"], quotes, more
        )

    def _template(self, row: Row) -> Template:
        constant = "".join(part["text"] or "" for part in row["parts"] if part["role"] != "slot")
        parts = [self._part(part) for part in row["parts"]]
        return Template(row["documents"], round(row["gain_bits"]), parts, direction(constant))

    def _part(self, part: Row) -> Part:
        kind = part["slot"] or ""
        shown = [self._slot(kind, value) for value in (part["values"] or [])[:EXAMPLES]]
        text = part["text"] or ""
        present = round(100 * (1.0 if part["present"] is None else part["present"]))
        return Part(
            part["role"], text if self.reveal else masked_text(text, (), self.names), words.kind(kind) or "mots",
            shown, part["distinct"] or 0, present,
        )  # fmt: skip

    def _slot(self, kind: str, value: str) -> str:
        if self.reveal:
            return value
        return (
            masked_value(kind, value) if kind in words.KINDS and kind != "words" else masked_text(value, (), self.names)
        )

    def _where(self, text: Text) -> str | None:
        code = next((code for code in text.communes if code in self.places), None)
        return self.places[code].name if code else text.place

    def _line(self, text: Text) -> Line:
        when = f"{text.posted_at:%d/%m/%Y %H:%M}" if text.posted_at else ""
        shown = self.shown[text.id]
        cut = pieces(shown[:LONGEST], text.spans)
        if len(shown) > LONGEST:
            cut.append(Piece(" …"))
        return Line(text.id, self.directions[text.id], when, self._where(text) or "", text.source or "", cut)
