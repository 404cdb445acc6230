"""Dates in words, as the reader's language writes them."""

import re
from datetime import date

from django.utils.dateformat import format as formatted
from django.utils.formats import date_format as in_figures
from django.utils.translation import get_language

_FRENCH = "fr"


def date_format(value: date, shape: str | None = None) -> str:
    """As Django's, with the first day of a month in French as « 1er », for which Django's formats have no letter."""
    return first_of_month(value, in_figures(value, shape))


def first_of_month(value: object, written: str) -> str:
    """What was written of a date, with « 1er » where French wants it; any other text as it stands."""
    if not isinstance(value, date) or value.day != 1 or not (get_language() or "").startswith(_FRENCH):
        return written
    month = re.escape(formatted(value, "F"))
    return re.sub(rf"(?<!\d)1(?=\s{month}\b)", "1er", written)
