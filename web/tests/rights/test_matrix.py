"""Each address, asked in the name of each relation, by each method, with a real browser."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from maillon.accounts.models import Invitation
from tests.rights.relations import AUDIENCES, SIGNED_OUT, Answer, Relation, Row, rows

# The mark brings the database up; the world stands in a transaction of its own around each test's.
pytestmark = [pytest.mark.guardrail, pytest.mark.django_db]
ROWS = rows()
# Every guarded view says whom its decorator admits: the widest audience that its rows may have.
_ADMITTED = {
    "signed_in": AUDIENCES["signed_in"],
    "may_report": AUDIENCES["reporters"],
    "reads": AUDIENCES["readers"],
    "leads": AUDIENCES["leads"],
    "administers": AUDIENCES["administrators"],
}


def routes():
    """Every route of the process: its full name and its view."""

    def walk(patterns, prefix):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            elif isinstance(pattern, URLPattern):
                yield prefix + str(pattern.name), pattern.callback

    return list(walk(get_resolver(settings.ROOT_URLCONF).url_patterns, ""))


def answer_of(response) -> Answer:
    """What class of answer it is."""
    if response.status_code in {403, 404}:
        return Answer.REFUSED
    location = response.get("Location", "")
    if response.status_code == 302 and location.startswith(reverse("pro:sign_in") + "?next="):
        return Answer.SIGN_IN
    assert response.status_code in {200, 302, 409, 422}, f"{response.status_code}"
    return Answer.ALLOWED


def ask(world, row: Row, relation: Relation, method: str, address: str = ""):
    """The response to one request, from a browser that no other request has used."""
    client: Client = world.browser(relation)
    body = world.bodies.get(row.name, {}) if method == "POST" else {}
    return getattr(client, method.lower())(address or world.address(row), body)


def test_every_route_has_a_row_and_every_row_a_route():
    assert {row.name for row in ROWS} == {name for name, _view in routes()}


def test_every_route_has_a_name_of_its_own():
    names = [name for name, _view in routes()]
    assert "None" not in " ".join(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "view"), routes(), ids=lambda value: value if isinstance(value, str) else "")
def test_no_row_is_wider_than_the_views_own_guard(name, view):
    guard = getattr(view, "admits", None)
    for row in ROWS:
        if row.name == name:
            assert AUDIENCES[row.who] <= _ADMITTED[guard] if guard else row.is_door or row.who == "nobody"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name} {row.about} {row.state}".strip())
def test_each_relation_gets_what_the_matrix_says(world, cell, row):
    got, wanted = {}, {}
    for relation in Relation:
        for method in row.methods:
            with cell():
                world.set_state(row)
                got[relation.value, method] = answer_of(ask(world, row, relation, method))
            wanted[relation.value, method] = row.expected(relation)
    if row.is_door:
        got = {cell: Answer.ALLOWED if answer is Answer.SIGN_IN else answer for cell, answer in got.items()}
    assert got == wanted


def test_another_organisations_invitation_is_passed_over(world, cell):
    row = next(row for row in ROWS if row.name == "pro:revoke_invitation")
    invitation = Invitation.objects.filter(pk=world.objects["invitation"]["key"])
    with cell():
        ask(world, row, Relation.STRANGER_LEAD, "POST")
        assert invitation.get().revoked_at is None
        ask(world, row, Relation.RECIPIENT_LEAD, "POST")
        assert invitation.get().revoked_at is not None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name} {row.about} {row.state}".strip())
def test_any_other_method_is_no_way_in(world, cell, row):
    if not AUDIENCES[row.who]:
        return
    allowed = min(AUDIENCES[row.who] - SIGNED_OUT)
    for method in {"GET", "POST", "PUT", "DELETE"} - set(row.methods):
        with cell():
            world.set_state(row)
            assert ask(world, row, allowed, method).status_code == 405


# What every member may see hides from nobody that it exists.
HIDDEN = [row for row in ROWS if row.about and Relation.STRANGER not in AUDIENCES[row.who]]


@pytest.mark.parametrize("row", HIDDEN, ids=lambda row: f"{row.name} {row.about}".strip())
def test_an_outsider_can_not_tell_what_exists_from_what_does_not(world, cell, row):
    """Same answer, same page, for another's object and for one that never was."""
    outsider = Relation.STRANGER_LEAD if row.about in {"invitation", "membership"} else Relation.STRANGER
    for method in row.methods:
        with cell():
            world.set_state(row)
            real = ask(world, row, outsider, method)
        with cell():
            invented = ask(world, row, outsider, method, _invented(world.address(row)))
        assert real.status_code == invented.status_code
        assert len(real.content) == len(invented.content)


def _invented(address: str) -> str:
    """The same address with every key changed into one that names nothing."""
    return "/".join(
        "00000000-0000-4000-8000-000000000000" if len(part) == 36 and part.count("-") == 4 else part
        for part in address.split("/")
    )
