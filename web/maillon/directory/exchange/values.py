"""Reads single values of a line, each once, and remembers what is wrong with them."""

import datetime as dt
import math
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from maillon.base.opening import check_hours
from maillon.directory.exchange import words
from maillon.directory.exchange.cleaning import clean, shortened
from maillon.directory.exchange.records import Note, Problem, Sentence

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,6})*")
_COMMUNE = re.compile(r"\d[\dAB]\d{3}")
_ZONE = re.compile(r"FR|C\d[\dAB]\d{3}|D(\d[\dAB]|\d{3})|E\d{9}")
_SIRET = re.compile(r"\d{14}")
_SPACES = re.compile(r"\s")
_YES = {"yes": True, "no": False, "": False, "true": True, "false": False, "oui": True, "non": False}
_OLDEST = 150
_is_url = URLValidator(schemes=["http", "https"])


class Values:
    """The values of one line under the names of Record's fields; problems and notes gather in two lists.

    `prefix` is what the file puts before those names (place_address).
    """

    def __init__(
        self, raw: Mapping[str, Any], where: str, *, external_id: str = "", forgiving: bool = False, prefix: str = ""
    ) -> None:
        self._raw, self._where, self._id = raw, where, external_id
        self._forgiving, self._prefix = forgiving, prefix
        self.problems: list[Problem] = []
        self.notes: list[Note] = []

    def within(self, name: str, prefix: str) -> "Values":
        """The values of a part, whose problems and notes are this line's."""
        return self._part(self._raw.get(name) or {}, prefix)

    def each(self, name: str, prefix: str) -> Iterator["Values"]:
        """The values of each part of a list."""
        for raw in self._raw.get(name) or ():
            yield self._part(raw, prefix)

    def _part(self, raw: Mapping[str, Any], prefix: str) -> "Values":
        part = Values(raw, self._where, external_id=self._id, forgiving=self._forgiving, prefix=prefix)
        part.problems, part.notes = self.problems, self.notes
        return part

    def wrong(self, name: str, what: Sentence, value: object = "") -> None:
        """Remembers a problem."""
        self.problems.append(Problem(self._prefix + name, what, shortened(value)))

    def leave_out(self, what: Sentence) -> tuple[()]:
        """Remembers that something is not taken; nothing is what remains."""
        self.notes.append(Note(self._where, self._id, what))
        return ()

    def text(self, name: str, length: int, *, required: bool = False, shown: str = "") -> str:
        """A cleaned text. `shown` is the column's name where it differs."""
        value = self._raw.get(name)
        if (value is None or value == "") and not required:
            return ""
        text = "" if value is None else clean(str(value))
        if required and not text:
            self.problems.append(Problem(shown or self._prefix + name, words.MISSING))
        if len(text) > length:
            self.wrong(name, words.TOO_LONG, text)
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, sorted, each once."""
        value = self._raw.get(name) or ()
        given = [value] if isinstance(value, str) else value
        return tuple(sorted({text for each in given if (text := clean(str(each)))}))

    def codes(self, name: str, allowed: Collection[str], *, required: bool = False) -> tuple[str, ...]:
        """A list of codes of a closed list."""
        found = self.texts(name)
        for unknown in [code for code in found if code not in allowed]:
            self.wrong(name, words.NOT_A_CODE, unknown)
        if required and not found:
            self.wrong(name, words.MISSING)
        return found

    def code(self, name: str, allowed: Collection[str]) -> str:
        """One code of a closed list, or nothing."""
        code = self.text(name, 40)
        if code and code not in allowed:
            self.wrong(name, words.NOT_A_CODE, code)
        return code

    def languages(self, name: str) -> tuple[str, ...]:
        """Language codes such as fr or pt-br."""
        found = tuple(sorted({text.lower() for text in self.texts(name)}))
        for code in found:
            if len(code) > 10 or not _LANGUAGE.fullmatch(code):
                self.wrong(name, words.NOT_A_CODE, code)
        return found

    def zone(self, name: str) -> tuple[str, ...]:
        """Codes of areas; that they exist is asked later, of the territories."""
        found = tuple(sorted({text.upper() for text in self.texts(name)}))
        for code in found:
            if not _ZONE.fullmatch(code):
                self.wrong(name, words.NOT_A_ZONE, code)
        return found

    def commune(self, name: str) -> str:
        """An INSEE code, or nothing."""
        return self._matching(name, _COMMUNE, words.NO_COMMUNE)

    def siret(self, name: str) -> str:
        """Fourteen digits, or nothing; spaces between them are forgiven."""
        return self._matching(name, _SIRET, words.NOT_A_SIRET)

    def _matching(self, name: str, pattern: re.Pattern[str], otherwise: Sentence) -> str:
        text = _SPACES.sub("", self.text(name, 40)).upper()
        if text and not pattern.fullmatch(text):
            self.wrong(name, otherwise, text)
            return ""
        return text

    def age(self, name: str) -> int | None:
        """A number of years, or nothing."""
        number = self._number(name, words.NOT_A_NUMBER)
        if number is None:
            return None
        if number != int(number) or not 0 <= number <= _OLDEST:
            self.wrong(name, words.NOT_A_NUMBER, self._raw.get(name))
            return None
        return int(number)

    def degrees(self, name: str, most: int) -> float | None:
        """A position between -most and most, to a decimetre, or nothing."""
        number = self._number(name, words.NOT_A_POSITION)
        if number is not None and abs(number) > most:
            self.wrong(name, words.NOT_A_POSITION, number)
            return None
        # Adding zero makes -0.0 the same as 0.0.
        return None if number is None else round(number, 6) + 0.0

    def _number(self, name: str, otherwise: Sentence) -> float | None:
        text = self.text(name, 40)
        if not text:
            return None
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.wrong(name, otherwise, text)
            return None
        return number

    def date(self, name: str) -> dt.date | None:
        """A day, or nothing; of a moment, its day."""
        text = self.text(name, 40)
        try:
            return dt.date.fromisoformat(text[:10]) if text else None
        except ValueError:
            self.wrong(name, words.NOT_A_DATE, text)
            return None

    def yes(self, name: str) -> bool:
        """Yes or no; nothing means no."""
        text = self.text(name, 10).lower()
        if text not in _YES:
            self.wrong(name, words.NOT_YES_OR_NO, text)
        return _YES.get(text, False)

    def email(self, name: str) -> str:
        """An e-mail address, or nothing."""
        text = self.text(name, 254)
        if text and not _valid_email(text):
            self.wrong(name, words.NOT_AN_EMAIL, text)
        return text

    def address(self, name: str) -> str:
        """An http(s) address, or nothing."""
        text = self.text(name, 500)
        if text and not _valid_url(text):
            self.wrong(name, words.NOT_AN_ADDRESS, text)
        return text

    def hours(self, name: str) -> str:
        """Opening hours that can be read, or nothing; see `forgiving`."""
        text = self.text(name, 500)
        if text and not _valid_hours(text):
            if self._forgiving:
                self.leave_out(words.HOURS_LEFT_OUT)
                return ""
            self.wrong(name, words.NOT_HOURS, text)
        return text


@lru_cache(maxsize=10_000)
def _valid_hours(text: str) -> bool:
    try:
        check_hours(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=10_000)
def _valid_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=10_000)
def _valid_url(text: str) -> bool:
    try:
        _is_url(text)
    except ValidationError:
        return False
    return True
