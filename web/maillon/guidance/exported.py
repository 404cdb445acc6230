"""The rulebook as plain values, for a device that answers by itself: the same data, whatever reads them. Pure."""

from collections.abc import Callable
from typing import Any

from maillon.guidance.conditions import MINOR_AGES, Condition
from maillon.guidance.enums import AgeClass, Concern, Dimension, Ground, Strength
from maillon.guidance.parsing import CERTAINTY
from maillon.guidance.records import Contact, LegalSource, Row, Sign
from maillon.guidance.rulebook import Rulebook

Say = Callable[[str], str]


def exported(book: Rulebook, say: Say = str) -> dict[str, Any]:
    """Everything that steps and readings are made from, ready for JSON; `say` puts a text into the reader's language.

    Lists keep the order of the files. What has a code is in a list and not under it: some codes are numbers, and a
    reader of JSON may put those first.
    """
    return {
        "version": book.version,
        "minor_ages": [age.value for age in AgeClass if age in MINOR_AGES],
        "certainty": [confidence.value for confidence in CERTAINTY],
        "concerns": [concern.value for concern in Concern],
        "dimensions": [dimension.value for dimension in Dimension],
        "strengths": [strength.value for strength in Strength],
        "rows": [_row(row, say) for row in book.rows.values()],
        "sources": [_source(source) for source in book.sources.values()],
        "contacts": [_contact(contact, say) for contact in book.contacts.values()],
        "grounds": [
            {
                "code": ground.ground.value,
                "name": say(ground.name),
                "terms": say(ground.terms),
                "legal": ground.ground is not Ground.NO_PERSONAL_DATA,
            }
            for ground in book.grounds.values()
        ],
        "signs": [_sign(sign, book, say) for sign in book.signs.values()],
        "first": {trade: list(codes) for trade, codes in book.indicators.first.items()},
        "combination": {
            "enough": [[one.strong, one.medium, one.weak] for one in book.indicators.combination.enough],
            "confidence": book.indicators.combination.confidence.value,
        },
        "words": {name: {code: say(text) for code, text in words.items()} for name, words in book.words.items()},
    }


def _row(row: Row, say: Say) -> dict[str, Any]:
    return {
        "code": row.code,
        "rule": row.rule,
        "slot": row.slot,
        "when": [_condition(condition) for condition in row.when],
        "addressee": row.addressee.value,
        "ground": row.ground.value,
        "duty": row.duty.value,
        "delay": row.delay.value,
        "channel": row.channel.value,
        "identity": row.identity.value,
        "identity_ground": row.identity_ground.value if row.identity_ground else None,
        "optional": row.optional,
        "what": say(row.what),
        "avoid": [say(text) for text in row.avoid],
        "tell": [say(text) for text in row.tell],
        "sources": list(row.sources),
        "contacts": list(row.contacts),
    }


def _condition(condition: Condition) -> list[dict[str, Any]]:
    return [{"key": clause.key, "values": list(clause.values)} for clause in condition.clauses]


def _source(source: LegalSource) -> dict[str, Any]:
    return {
        "code": source.code,
        "text": source.text,
        "article": source.article,
        "version_date": source.version_date.isoformat() if source.version_date else None,
        "confidence": source.confidence.value,
        "expires_on": source.expires_on.isoformat(),
    }


def _contact(contact: Contact, say: Say) -> dict[str, Any]:
    return {
        "code": contact.code,
        "name": say(contact.name),
        "number": contact.number,
        "url": contact.url,
        "purpose": say(contact.purpose),
        "emergency": contact.emergency,
        "expires_on": contact.expires_on.isoformat(),
    }


def _sign(sign: Sign, book: Rulebook, say: Say) -> dict[str, Any]:
    return {
        "code": sign.code,
        "text": say(sign.text),
        "otherwise": say(sign.otherwise),
        "scope": sign.scope.value,
        "dimension": sign.dimension.value,
        "strength": sign.strength.value if sign.strength else None,
        "evidence": sign.evidence.value,
        "trades": sorted(trade.value for trade in sign.trades),
        "read_in": [book.indicators.sources[code].title for code in sign.sources],
    }
