"""Finds in free text what could tell who somebody is, to warn and never to block. Pure."""

import re
from enum import StrEnum


class Hint(StrEnum):
    """What kind of identifying words were found."""

    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


# Ten digits after a 0, or nine after +33 / 0033, however they are spaced. The digits around must not go on.
_PHONE = re.compile(r"(?<!\d)(?:(?:\+|00)33[\s.\-/]*(?:\(0\))?|0)[\s.\-/]*[1-9](?:[\s.\-/]*\d){8}(?!\d)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[\w-]{1,63}\.\w")
# A title before a capital, or "called", "named" before a capital.
_TITLE = re.compile(
    r"\b(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur)\s+(?:de\s+|d['’])?[A-ZÀ-Ý]"
)
_CALLED = re.compile(
    r"\b(?:s['’]appelle|appelée?|nommée?|prénommée?|surnommée?|(?:son\s+)?(?:pré)?nom\s+est)\s*:?\s+[A-ZÀ-Ý]"
)
# Two capitalised words in a row inside a sentence: "avec Jeanne Exemple". The first word of a sentence is no sign.
_WORD = r"[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?"
_FULL_NAME = re.compile(rf"(?<![.!?…:\n]\s)(?<!^)(?<![\w’'-]){_WORD}\s+[A-ZÀ-Ý][A-Za-zÀ-ÿ]{{2,}}", re.MULTILINE)

_SIGNS: tuple[tuple[Hint, tuple[re.Pattern[str], ...]], ...] = (
    (Hint.PHONE, (_PHONE,)),
    (Hint.EMAIL, (_EMAIL,)),
    (Hint.NAME, (_TITLE, _CALLED, _FULL_NAME)),
)


def identifying_hints(text: str) -> tuple[Hint, ...]:
    """The kinds of identifying words that the text seems to hold; empty when none is seen.

    It overlooks and it mistakes: a warning, not a filter.
    """
    return tuple(hint for hint, patterns in _SIGNS if any(pattern.search(text) for pattern in patterns))
