import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory

from maillon.portals.components.icons import DIRECTIONAL, ICONS
from maillon.reports.enums import State
from tests.portals.components.rendering import Page, draw


@pytest.mark.parametrize("name", sorted(ICONS))
def test_each_icon_is_decoration_unless_it_is_named(name):
    assert Page(draw("{% icon name %}", name=name)).one("svg")["aria-hidden"] == "true"
    named = Page(draw("{% icon name 'Alerte' %}", name=name)).one("svg")
    assert (named["role"], named["aria-label"]) == ("img", "Alerte")
    assert "aria-hidden" not in named


def test_an_icon_that_does_not_exist_is_a_mistake_of_the_page():
    with pytest.raises(KeyError):
        draw("{% icon 'nothing' %}")


def test_icons_that_point_turn_round_with_the_line_of_writing():
    assert set(ICONS) >= DIRECTIONAL
    assert "icon-directional" in draw("{% icon 'arrow-forward' %}")
    assert "icon-directional" not in draw("{% icon 'bell' %}")


@pytest.mark.parametrize("state", list(State))
def test_a_state_says_its_words_stored_or_not(state):
    assert str(state.label) in draw("{% tag state %}", state=state)
    assert str(state.label) in draw("{% tag state %}", state=str(state.value))


def test_an_unknown_state_is_shown_as_it_is_and_escaped():
    html = draw("{% tag state %}", state="<b>")
    assert "tag-neutral" in html
    assert "&lt;b&gt;" in html


def test_a_notice_keeps_what_it_holds_and_escapes_values():
    html = draw("{% notice 'danger' 'Attention' %}<p>{{ typed }}</p>{% endnotice %}", typed="<i>")
    assert "<p>&lt;i&gt;</p>" in html
    assert "notice-danger" in html


def test_a_button_sends_and_a_button_with_an_address_leads():
    assert Page(draw("{% button 'Aller' name='go' value='1' %}")).one("button") == {
        "class": "button button-primary",
        "type": "submit",
        "name": "go",
        "value": "1",
    }
    assert Page(draw("{% button 'Aller' 'quiet' href='/ici/' %}")).one("a")["href"] == "/ici/"


def test_pages_of_a_list_keep_the_filters():
    request = RequestFactory().get("/liste/?etat=sent&page=2")
    page = Page(draw("{% pagination page %}", page=Paginator(range(100), 10).page(2), request=request))
    assert {link["href"] for link in page.all("a")} >= {"?etat=sent&page=1", "?etat=sent&page=3"}
    assert [link["href"] for link in page.all("a") if "aria-current" in link] == ["?etat=sent&page=2"]


def test_a_list_of_one_page_has_no_page_links():
    assert draw("{% pagination page %}", page=Paginator(range(3), 10).page(1)).strip() == ""


@pytest.mark.parametrize(("path", "mark"), [("/recus/", "page"), ("/recus/7/", "true"), ("/envoyes/", None)])
def test_the_navigation_says_where_one_is(path, mark):
    html = draw("{% nav_link '/recus/' 'Reçus' %}", request=RequestFactory().get(path))
    assert Page(html).one("a").get("aria-current") == mark


@pytest.mark.parametrize(("path", "mark"), [("/recus/", "page"), ("/recus/7/", None)])
def test_an_entrance_marks_itself_on_its_own_page_alone(path, mark):
    html = draw("{% nav_link '/recus/' 'Accueil' entrance=True %}", request=RequestFactory().get(path))
    assert Page(html).one("a").get("aria-current") == mark


def test_a_number_is_dialled_without_its_spaces():
    assert Page(draw("{% phone '01 53 06 38 94' %}")).one("a")["href"] == "tel:0153063894"
    assert Page(draw("{% phone '114' sms=True %}")).one("a")["href"] == "sms:114"


def test_steps_are_said_in_words_and_drawn_for_the_eye_only():
    html = draw("{% steps 2 4 'Le lieu' %}")
    assert "Étape 2 sur 4" in html
    page = Page(html)
    assert page.one("ol")["aria-hidden"] == "true"
    assert [mark.get("class") for mark in page.all("li")] == ["is-done", "is-here", None, None]
