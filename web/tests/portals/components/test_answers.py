"""What the middleware, the context and the addresses of the components do to an answer."""

import pytest
from django.http import HttpResponse
from django.template import engines
from django.test import RequestFactory

from maillon.base.models import Instance
from maillon.portals.components import urls
from maillon.portals.components.middleware import NoStore
from tests.portals.components.rendering import Page

SHOW = "{{ instance.name }}|{{ instance.departement_code }}|{% if is_demo %}demo{% endif %}|{{ membership }}"


def show(request):
    return engines["django"].from_string(SHOW).render({}, request)


def test_no_dynamic_answer_is_kept():
    response = NoStore(lambda _request: HttpResponse("x", headers={"Cache-Control": "public, max-age=60"}))(
        RequestFactory().get("/")
    )
    assert response.headers["Cache-Control"] == "no-store, private"
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.django_db
def test_templates_know_the_installation_for_one_query(django_assert_num_queries):
    Instance.objects.create(name="Orne", departement_code="61", is_demo=True)
    request = RequestFactory().get("/")
    with django_assert_num_queries(1):
        assert show(request) == "Orne|61|demo|None"
        assert show(request) == "Orne|61|demo|None"


@pytest.mark.django_db
def test_before_set_up_there_is_no_name_and_no_demonstration():
    assert show(RequestFactory().get("/")) == "|||None"


def test_a_page_that_does_not_ask_costs_no_query():
    # No database mark on this test: a query would fail it.
    assert engines["django"].from_string("x").render({}, RequestFactory().get("/")) == "x"


def test_the_gallery_exists_in_a_demonstration_only():
    assert [pattern.name for pattern in urls.addresses(demo=False)] == ["set_language"]
    assert [pattern.name for pattern in urls.addresses(demo=True)] == ["set_language", "component_gallery"]


def test_the_language_is_chosen_by_a_form_and_kept_in_one_cookie(client, settings):
    response = client.post("/langue/", {"language": "en", "next": "/recus/"})
    assert response.headers["Location"] == "/recus/"
    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    elsewhere = client.post("/langue/", {"language": "en", "next": "https://ailleurs.example/"})
    assert elsewhere.headers["Location"] == "/"


def test_the_language_switch_names_each_language_in_itself_and_comes_back_here():
    request = RequestFactory().get("/recus/?etat=sent")
    page = Page(engines["django"].from_string('{% include "components/language.html" %}').render({}, request))
    assert page.one("form")["method"] == "post"
    assert "/recus/?etat=sent" in [entry.get("value") for entry in page.all("input")]
    assert "English" in "".join(page.text)
