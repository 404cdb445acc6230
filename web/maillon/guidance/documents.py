"""The reference pages about sources and rules, written from the data. Frame in English, texts as in the data."""

from collections.abc import Iterable

from maillon.guidance.enums import Ground, Setting
from maillon.guidance.records import LegalSource, Row, Rule, Sign
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.wording import in_words

WRITTEN = "<!-- Written by `manage.py guidance_docs` from web/maillon/guidance/data: edit the data, not this page. -->"


def pages(rulebook: Rulebook) -> dict[str, str]:
    """Each page's text by its file name in docs/reference."""
    return {"legal-sources.md": legal_sources(rulebook), "routing-rules.md": routing_rules(rulebook)}


def legal_sources(rulebook: Rulebook) -> str:
    """Every source with its dates and how sure it is, the grounds, the numbers and the signs."""
    return _page(
        "# Legal sources",
        WRITTEN,
        "Texts are French, as shown in the product. *Verified*: an official text was read. *Secondary*: a secondary "
        "source was read. *Unconfirmed*: shown as « à confirmer » only. Past its expiry, a source counts as "
        "unconfirmed until somebody reads it again. None of this is legal advice; a lawyer signs it off before use.",
        "## Sources",
        *(_source(source) for source in rulebook.sources.values()),
        "## Grounds",
        "The closed list on which something may move to somebody. There is no “other”.",
        *(f"- **{ground.name}** (`{ground.ground}`): {ground.terms}" for ground in rulebook.grounds.values()),
        "## Clocks",
        *(
            f"- **{rulebook.word(clock.addressee)}**: {clock.basis} ({_codes(clock.sources)})"
            for clock in rulebook.clocks.values()
        ),
        *(f"- {expectation.basis}" for expectation in rulebook.expectations.values()),
        "## Numbers and sites",
        "| name | number or site | for | hours | confidence | checked | expires |\n|---|---|---|---|---|---|---|\n"
        + "\n".join(
            f"| {item.name} | {item.number or item.url} | {item.purpose} | {item.hours} | {item.confidence} "
            f"| {item.checked_on} | {item.expires_on} |"
            for item in rulebook.contacts.values()
        ),
        "## Signs",
        "Signs combine within a dimension: it counts as shown from " + _enough(rulebook) + " (after the ILO and the "
        f"European Commission, {rulebook.indicators.combination.confidence}). For a minor all signs count together, "
        "and one strong sign of exploitation is enough (Palermo protocol, article 3 c).",
        "| sign | of whom | dimension (ILO) | strength | evidence | trades | seen | what else it can mean | HTCDS 2.0 "
        "| read in | confidence |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
        + "\n".join(_sign(sign, rulebook) for sign in rulebook.signs.values()),
    )


def _enough(rulebook: Rulebook) -> str:
    names = ("strong", "medium", "weak")
    return ", or ".join(
        " and ".join(
            f"{count} {name}" for name, count in zip(names, (one.strong, one.medium, one.weak), strict=True) if count
        )
        for one in rulebook.indicators.combination.enough
    )


def _sign(sign: Sign, rulebook: Rulebook) -> str:
    cells = (
        sign.text,
        sign.scope,
        f"{sign.dimension} ({sign.ilo or 'none'})",
        sign.strength or "none",
        sign.evidence,
        ", ".join(sorted(sign.trades)) or "never asked",
        ", ".join(setting for setting in Setting if setting in sign.settings),
        sign.otherwise,
        ", ".join(sign.htcds) or "–",
        "; ".join(rulebook.indicators.sources[code].title for code in sign.sources),
        sign.confidence,
    )
    return f"| {' | '.join(cells)} |"


def routing_rules(rulebook: Rulebook) -> str:
    """Every rule with its steps, in order, and the facts that call for each."""
    return _page(
        "# Routing rules",
        WRITTEN,
        "Steps stand in the order in which they are shown. A step is taken when any one of its conditions holds; of "
        "the steps that share a slot, only the first that holds is taken. Nothing is sent by a rule alone.",
        *(part for rule in rulebook.rules.values() for part in _rule(rule, rulebook)),
    )


def _rule(rule: Rule, rulebook: Rulebook) -> Iterable[str]:
    yield f"## {rule.code} – {rule.title}"
    yield rule.situation
    if rule.elsewhere:
        yield rule.elsewhere
    yield from (_row(row, rulebook) for row in rulebook.rows.values() if row.rule == rule.code)


def _row(row: Row, rulebook: Rulebook) -> str:
    lines = [f"### `{row.code}`", "", row.what, "", *_conditions(row, rulebook), ""]
    lines += [f"- to: {rulebook.word(row.addressee)}, {rulebook.word(row.channel)}, {rulebook.word(row.delay)}"]
    lines += [f"- {rulebook.word(row.duty)}; {rulebook.word(row.identity)}{_on(row.identity_ground, rulebook)}"]
    lines += [f"- ground: {rulebook.grounds[row.ground].name}"]
    lines += [f"- recipient: {rulebook.word(row.choice)}"] if row.choice else []
    lines += [f"- slot: `{row.slot}`"] if row.slot else []
    lines += [f"- sources: {_codes(row.sources)}"]
    lines += [f"- not to do: {text}" for text in row.avoid]
    lines += [f"- to tell her: {text}" for text in row.tell]
    return "\n".join(lines)


def _conditions(row: Row, rulebook: Rulebook) -> list[str]:
    return [
        "- when "
        + " **and** ".join(f"{phrase.label}: {', '.join(phrase.values)}" for phrase in in_words(when, rulebook))
        for when in row.when
    ]


def _on(ground: Ground | None, rulebook: Rulebook) -> str:
    return f" ({rulebook.grounds[ground].name})" if ground else ""


def _source(source: LegalSource) -> str:
    lines = [f"### `{source.code}`: {source.text}, {source.article}", "", source.summary, ""]
    lines += [f"- read in: {source.source}" + (f" (state of {source.version_date})" if source.version_date else "")]
    lines += [f"- confidence: {source.confidence}; checked {source.checked_on}; expires {source.expires_on}"]
    lines += [f"- {source.note}"] if source.note else []
    return "\n".join(lines)


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _page(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"
