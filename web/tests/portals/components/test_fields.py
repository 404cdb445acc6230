import re
from datetime import date

import pytest
from django import forms

from maillon.portals.components.gallery import SampleForm
from tests.portals.components.rendering import Page, draw

TYPED = '<script>alert("x")</script>'


class Question(forms.Form):
    line = forms.CharField(label="Lieu", help_text="Une aide", required=False)
    when = forms.DateField(label="Date")
    at = forms.DateTimeField(label="Moment", required=False)
    age = forms.ChoiceField(label="Âge ?", choices=[("a", "Mineure"), ("b", "Majeure")], widget=forms.RadioSelect)
    span = forms.SplitDateTimeField(label="Début", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def shown(form: forms.Form, name: str) -> str:
    return draw("{% field bound %}", bound=form[name])


def test_a_line_has_its_label_and_its_hint_says_what_it_describes():
    page = Page(shown(Question(), "line"))
    entry = page.one("input")
    assert page.one("label")["for"] == entry["id"]
    assert entry["aria-describedby"] in page.ids()


def test_what_may_be_left_empty_says_so_and_the_rest_does_not():
    assert "(facultatif)" in shown(Question(), "line")
    assert "(facultatif)" not in shown(Question(), "when")


def test_a_wrong_field_says_so_and_keeps_what_was_typed():
    html = shown(Question({"when": TYPED}), "when")
    entry = Page(html).one("input")
    assert entry["value"] == TYPED
    assert TYPED not in html
    assert entry["aria-invalid"] == "true"
    assert entry["aria-describedby"].split()[-1] in Page(html).ids()


def test_a_date_is_picked_natively_and_shown_again_as_picked():
    entry = Page(shown(Question({"when": "2026-11-03"}), "when")).one("input")
    assert (entry["type"], entry["value"]) == ("date", "2026-11-03")
    initial = Page(shown(Question(initial={"when": date(2026, 1, 2)}), "when")).one("input")
    assert initial["value"] == "2026-01-02"


@pytest.mark.parametrize(("name", "typed"), [("when", "2026-11-03"), ("at", "2026-11-03T08:30")])
def test_what_the_native_picker_sends_is_understood(name, typed):
    form = Question({name: typed})
    form.is_valid()
    assert name not in form.errors


def test_choices_are_one_group_under_their_question():
    page = Page(shown(Question({"age": "b"}), "age"))
    assert page.one("fieldset")
    radios = page.all("input")
    assert [label["for"] for label in page.all("label")] == [radio["id"] for radio in radios]
    assert ["checked" in radio for radio in radios] == [False, True]


def test_a_choice_may_explain_itself():
    page = Page(shown(SampleForm(), "age"))
    described = [radio["aria-describedby"] for radio in page.all("input") if "aria-describedby" in radio]
    assert len(described) == 1
    assert described[0] in page.ids()


def test_a_lone_question_is_the_heading_of_its_screen():
    for name in ("line", "age"):
        assert len(Page(draw("{% field bound heading=True %}", bound=Question()[name])).all("h1")) == 1


def test_a_value_of_several_parts_is_one_group():
    page = Page(shown(Question(), "span"))
    assert page.one("fieldset")
    assert len(page.all("input")) == 2


def test_all_fields_are_drawn_hidden_ones_included():
    names = {entry["name"] for entry in Page(draw("{% fields form %}", form=Question())).all("input")}
    assert {"line", "when", "at", "age", "secret"} <= names


@pytest.mark.parametrize("form", [Question({"when": "hier"}), SampleForm({"seen_on": "hier"})])
def test_each_line_of_the_error_summary_leads_to_a_control(form):
    html = draw("{% error_summary form %}{% fields form %}", form=form)
    controls = [at["id"] for tag, at in Page(html).elements if tag in {"input", "select", "textarea"} and "id" in at]
    anchors = re.findall(r'href="#([^"]+)"', html)
    assert len(anchors) == sum(len(errors) for errors in form.errors.values())
    assert set(anchors) <= set(controls)


def test_the_error_summary_names_each_field():
    form = Question({})
    html = draw("{% error_summary form %}", form=form)
    assert "Date : Ce champ" in html.replace("\xa0", " ")
    assert "Âge ? Ce champ" in html


def test_what_concerns_the_whole_form_is_listed_too():
    form = Question({"when": "2026-01-02", "age": "a"})
    form.add_error(None, "Choisissez au moins un destinataire.")
    assert "Choisissez au moins un destinataire." in draw("{% error_summary form %}", form=form)


def test_there_is_no_summary_when_nothing_is_wrong_or_nothing_was_sent():
    for form in (Question(), Question({"when": "2026-01-02", "age": "a"})):
        assert draw("{% error_summary form %}", form=form).strip() == ""


def test_a_form_of_several_fields_says_which_may_stay_empty():
    assert "facultatif" in draw("{% required_note form %}", form=Question())

    class One(forms.Form):
        only = forms.CharField()

    assert draw("{% required_note form %}", form=One()).strip() == ""
