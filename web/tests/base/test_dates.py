"""Dates in words."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils.translation import override

from maillon.base.dates import date_format


@pytest.mark.parametrize(
    ("language", "day", "shape", "written"),
    [
        ("fr", date(2026, 12, 1), "DATE_FORMAT", "1er décembre 2026"),
        ("fr", date(2026, 8, 1), "l j F", "samedi 1er août"),
        ("fr", datetime(2026, 1, 1, 1, 1, tzinfo=UTC), "j F Y, H:i", "1er janvier 2026, 01:01"),
        ("fr", date(2026, 12, 11), "DATE_FORMAT", "11 décembre 2026"),
        ("fr", date(2026, 12, 21), "DATE_FORMAT", "21 décembre 2026"),
        ("fr", date(2026, 12, 1), "d/m/Y", "01/12/2026"),
        ("fr", date(2026, 12, 1), "d F", "01 décembre"),
        ("en", date(2026, 12, 1), "j F Y", "1 December 2026"),
        ("es", date(2026, 12, 1), "j F Y", "1 diciembre 2026"),
    ],
)
def test_the_first_of_a_month_is_written_as_its_language_writes_it(language, day, shape, written):
    with override(language):
        assert date_format(day, shape) == written


@pytest.mark.parametrize(
    ("written", "value", "shown"),
    [
        ('{{ day|date:"DATE_FORMAT" }}', date(2026, 12, 1), "1er décembre 2026"),
        ("{{ day|date }}", date(2026, 12, 2), "2 décembre 2026"),
        ('{{ day|date:"c" }}', date(2026, 12, 1), "2026-12-01"),
        ("{{ day|date }}", None, ""),
        ("{{ day|date }}", "", ""),
        ("{{ day|date }}", "demain", ""),
    ],
)
def test_templates_write_it_alike(written, value, shown):
    with override("fr"):
        assert engines["django"].from_string(written).render({"day": value}) == shown


def test_the_hour_is_that_of_france():
    with override("fr"):
        shown = engines["django"].from_string('{{ day|date:"j F Y, H:i" }}')
        assert shown.render({"day": datetime(2026, 11, 30, 23, 30, tzinfo=UTC)}) == "1er décembre 2026, 00:30"
