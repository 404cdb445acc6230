"""The person that a text names well enough to compare: a given name with a surname, a nickname or an account's stem.

Nothing of this is kept: identities are compared within a run, and what comes out of it is which texts agree.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from maillon_engine.leads.names import presented

_NAME = r"[A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?"
_SURNAME = re.compile(rf"[ ]({_NAME})")
_TOLD = re.compile(
    rf"\b(?i:nomm[ée]e?|pr[ée]nomm[ée]e?|identit[ée] ?:|named|llamad[oa]|numit[ăa]?)\s+({_NAME})(?:[ ]({_NAME}))?"
)
_NICKNAME = re.compile(rf"\b(?i:dite?|alias|surnomm[ée]e?|aka|nickname)\s+(?:[«“\"]\s*)?({_NAME})")
_BORN = re.compile(r"\b(?i:n[ée]e?|born)\s+(?:(?i:en|in|le|on)\s+)?(?:[^\W_]+[ /.-]){0,3}?((?:19|20)\d\d)\b")
_STEM = re.compile(r"[^\W\d_]{4,}")
# What a surname or a nickname needs: most texts have neither, and reading the names in one costs far more.
_WORTH = re.compile(rf"{_NAME}[ ][A-ZÀ-Þ]|(?i:\bdite?\b|alias|surnom|\baka\b|nickname)")
# Words with a capital that follow a name and are no surname.
_NO_SURNAMES = frozenset({"tel", "tél", "téléphone", "snap", "insta", "whatsapp", "appelez", "contact", "sms", "mail"})


class Identity(NamedTuple):
    """What is known of a person whom a text names; empty strings and 0 where nothing is."""

    given: str
    surname: str = ""
    nickname: str = ""
    stem: str = ""
    born: int = 0


def identity(text: str, handles: Iterable[str] = ()) -> Identity | None:
    """The identity of a text that names one person; None where it names nobody, several, or a given name alone.

    `handles` are the accounts that it gives, as the table identifiers has them.
    """
    accounts = list(handles)
    if not accounts and not _WORTH.search(text):
        return None
    found = {(name, start, end) for name, start, end in presented(text)}
    told = _TOLD.search(text)
    if told:
        found.add((told[1].casefold(), *told.span(1)))
    if len({name for name, _, _ in found}) != 1:
        return None
    surname = next((match for _, _, end in sorted(found) if (match := _surname(text, end))), None)
    nickname, born = _NICKNAME.search(text), _BORN.search(text)
    stem = next((match[0].casefold() for one in accounts if (match := _STEM.search(one.split(":")[-1]))), "")
    if not (surname or nickname or stem):
        return None
    return Identity(
        next(iter(found))[0],
        surname[1].casefold() if surname else "",
        nickname[1].casefold() if nickname else "",
        stem,
        int(born[1]) if born else 0,
    )


def beside_given(text: str) -> set[str]:
    """The surnames and nicknames that stand beside the given names of a text, in lower case: what a page hides too."""
    told = [match[group] for match in _TOLD.finditer(text) for group in (1, 2) if match[group]]
    nicknames = [match[1] for match in _NICKNAME.finditer(text)]
    surnames = [match[1] for _, _, end in presented(text) if (match := _surname(text, end))]
    return {name.casefold() for name in (*told, *nicknames, *surnames)}


def _surname(text: str, end: int) -> re.Match[str] | None:
    match = _SURNAME.match(text, end)
    return match if match and match[1].casefold() not in _NO_SURNAMES else None
