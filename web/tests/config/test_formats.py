"""English dates are read and written day first, as the French ones are."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format


@pytest.mark.parametrize(
    ("layout", "french", "english"),
    [
        ("SHORT_DATE_FORMAT", "05/12/2026", "05/12/2026"),
        ("DATE_FORMAT", "5 décembre 2026", "5 December 2026"),
        ("SHORT_DATETIME_FORMAT", "05/12/2026 17:30", "05/12/2026 17:30"),
        ("DATETIME_FORMAT", "5 décembre 2026 17:30", "5 December 2026, 17:30"),
    ],
)
def test_a_date_reads_the_same_day_in_both_languages(layout, french, english):
    moment = datetime(2026, 12, 5, 17, 30, tzinfo=UTC)
    written = {}
    for language in ("fr", "en"):
        with translation.override(language):
            written[language] = date_format(moment, layout)
    assert written == {"fr": french, "en": english}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("typed", ["05/12/2026", "2026-12-05"])
def test_a_typed_date_is_the_same_day_in_both_languages(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == date(2026, 12, 5)
