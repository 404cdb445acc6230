"""The administration's first page, and who may come in anywhere under it."""

import re
from uuid import UUID

import pytest
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.portals.admin.rooms import ROOMS
from tests.portals.asking import ask, membership

pytestmark = pytest.mark.django_db

# Fixed, so that every test worker names its cases alike.
SOME = UUID("00000000-0000-4000-8000-000000000061")
ADDRESSES = [
    *[("get", reverse(name)) for name in ("administration:home", "administration:organisations")],
    *[("get", reverse(name)) for name in ("administration:organisation_new", "administration:competences")],
    ("get", reverse("administration:organisation", args=[SOME])),
    ("post", reverse("administration:organisation_participation", args=[SOME])),
    ("get", reverse("administration:competence", args=["61001", "force"])),
]


def test_the_home_page_leads_to_every_room():
    page = ask(reverse("administration:home"), membership(Role.ADMINISTRATOR)).content.decode()
    for room in ROOMS:
        assert f'href="{reverse(room.entry)}"' in page
        assert str(room.purpose) in page


@pytest.mark.parametrize("entry", ["administration:home", *(room.entry for room in ROOMS)])
def test_the_navigation_marks_the_room_one_is_in_and_no_other(entry):
    page = ask(reverse(entry), membership(Role.ADMINISTRATOR)).content.decode()
    assert re.findall(r'class="nav-link" href="([^"]*)" aria-current="page"', page) == [reverse(entry)]
    assert 'aria-current="true"' not in page.partition("<main")[0].partition("main-nav")[2].partition("</nav>")[0]


@pytest.mark.guardrail("G6")
def test_it_says_that_the_administrator_can_open_nothing():
    page = ask(reverse("administration:home"), membership(Role.ADMINISTRATOR)).content.decode()
    assert "Vous ne pouvez ouvrir aucun signalement" in page


@pytest.mark.guardrail("G6")
@pytest.mark.parametrize(("method", "address"), ADDRESSES)
@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_administrators_come_in(method, address, role):
    assert ask(address, membership(role), post=method == "post").status_code == 403


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_nobody_comes_in_without_signing_in(method, address):
    answer = ask(address, None, post=method == "post")
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("pro:sign_in"))
