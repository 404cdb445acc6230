"""A number and its noun agree: French counts nothing and one alike, English does not."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import ngettext

COUNTED = Template(
    "{% load i18n %}{% blocktranslate count total=total %}{{ total }} membre{% plural %}{{ total }} membres"
    "{% endblocktranslate %}"
)


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("fr", 0, "0 membre"),
        ("fr", 1, "1 membre"),
        ("fr", 2, "2 membres"),
        ("en", 0, "0 members"),
        ("en", 1, "1 member"),
        ("en", 2, "2 members"),
    ],
)
def test_a_template_counts(language, number, text):
    with translation.override(language):
        assert COUNTED.render(Context({"total": number})) == text


@pytest.mark.parametrize(("number", "text"), [(0, "reste %(count)d jour"), (1, "reste %(count)d jour")])
def test_code_counts(number, text):
    with translation.override("fr"):
        assert ngettext("reste %(count)d jour", "reste %(count)d jours", number) == text
