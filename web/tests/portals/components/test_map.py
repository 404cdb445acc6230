"""The map of a département, and the table that says the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.base.ids import new_id
from maillon.directory.models import Place, Service
from maillon.portals.components.map.drawing import Spot
from maillon.portals.components.map.drawing import draw as drawn
from maillon.portals.components.map.projection import WIDTH, frame_around, path
from maillon.portals.components.map.services import service_spots
from maillon.territories.models import Commune, Departement
from maillon.territories.outlines import outline
from tests.portals.components.rendering import Page, draw
from tests.territories.factories import CommuneFactory

ORNE = Departement(code="61", name="Orne")
ALENCON, FLERS = {"longitude": 0.09, "latitude": 48.43}, {"longitude": -0.57, "latitude": 48.75}


@pytest.fixture
def towns(db):
    CommuneFactory(longitude=0.0913, latitude=48.4329)
    CommuneFactory(flers=True, longitude=-0.5719, latitude=48.7476)


def page(spots, departement=ORNE):
    return Page(draw('{% departement_map d spots "Services" "m" %}', d=departement, spots=spots))


def test_every_line_names_its_dot_and_those_at_one_point_share_it(towns):
    spots = [
        Spot(label="A", **ALENCON), Spot(label="B", **FLERS), Spot(label="C", **ALENCON),
        Spot(label="Caché", detail="adresse confidentielle"), Spot(label="Loin", longitude=2.35, latitude=48.86),
    ]  # fmt: skip
    map_ = drawn(ORNE, spots)
    assert [(line.spot.label, line.number) for line in map_.lines] == [
        ("A", 1), ("B", 2), ("C", 1), ("Caché", None), ("Loin", None),
    ]  # fmt: skip
    assert len(map_.dots) == 2
    shown = page(spots)
    assert len(shown.all("circle")) == 2
    assert all(label in "".join(shown.text) for label in ("A", "B", "C", "Caché", "adresse confidentielle", "Loin"))


def test_north_is_above_and_east_is_to_the_right(towns):
    (south_east, north_west) = drawn(ORNE, [Spot(label="A", **ALENCON), Spot(label="F", **FLERS)]).dots
    assert north_west.x < south_east.x
    assert north_west.y < south_east.y


def test_towns_are_named_unless_a_larger_one_s_name_lies_there(towns):
    CommuneFactory(code="61486", name="Tinchebray-Bocage", population=5000, longitude=-0.735, latitude=48.764)
    CommuneFactory(argentan=True, longitude=-0.0202, latitude=48.7446)
    assert [town.name for town in drawn(ORNE, []).landmarks] == ["Alençon", "Flers", "Argentan"]


@given(st.floats(-0.86, 0.98), st.floats(48.18, 48.97))
def test_what_lies_in_the_departement_lies_on_the_drawing(longitude, latitude):
    frame = frame_around(outline("61"))
    across, down = frame.project(longitude, latitude)
    assert 0 <= across <= WIDTH
    assert 0 <= down <= frame.height
    assert frame.holds(longitude, latitude)


def test_lengths_are_the_same_in_both_directions():
    frame = frame_around(outline("61"))
    # 10 km to the north and 10 km to the east of Argentan.
    (x, y), (_, up), (right, _) = (
        frame.project(-0.02, 48.74), frame.project(-0.02, 48.83), frame.project(-0.02 + 0.09 / 0.6595, 48.74)
    )  # fmt: skip
    assert y - up == pytest.approx(right - x, abs=2)


def test_the_outline_is_light():
    rings = outline("61")
    written = path(rings, frame_around(rings))
    assert re.fullmatch(r"(M[\d, ]+Z)+", written)
    assert len(written) < 9_000


def test_figures_are_areas_and_small_dots_lie_above_large_ones(towns):
    spots = [Spot(label="Peu", count=10, **FLERS), Spot(label="Beaucoup", count=40, **ALENCON)]
    large, small = drawn(ORNE, spots).dots
    assert (large.number, large.radius, small.radius) == (2, 60, 30)
    assert "40" in page(spots).text


def test_a_reader_of_the_screen_gets_one_image_with_a_name_and_the_table(towns):
    shown = page([Spot(label="A", href="/annuaire/a/", **ALENCON)])
    assert shown.one("svg")["role"] == "img"
    assert shown.one("svg")["aria-labelledby"] == shown.one("title")["id"] == "m-title"
    assert shown.one("a")["href"] == "/annuaire/a/"
    assert not any("style" in attributes for _, attributes in shown.elements), "the security policy allows none"


def test_without_an_outline_the_table_stands_alone(db):
    shown = page([Spot(label="A", detail="Épinal", **ALENCON)], Departement(code="88", name="Vosges"))
    assert shown.all("svg") == []
    assert "Sur la carte" not in "".join(shown.text)
    assert "Épinal" in "".join(shown.text)


def test_without_spots_there_is_no_empty_table(towns):
    assert page([]).all("table") == []


def test_services_become_lines_and_a_confidential_one_never_a_dot():
    town = Commune(code="61001", name="Alençon", latitude=48.43, longitude=0.09)
    open_one, secret, unknown = (
        Service(id=new_id(), name=name, is_confidential=name == "Secret") for name in ("Là", "Secret", "?")
    )
    at_hall, exact = Place(commune=town), Place(commune=town, latitude=48.5, longitude=0.1)
    for service, places in ((open_one, [at_hall, exact]), (secret, [exact]), (unknown, [])):
        service._prefetched_objects_cache = {"places": places}
    spots = service_spots([open_one, secret, unknown], lambda service: f"/annuaire/{service.name}/")
    assert [(spot.label, spot.detail, spot.latitude, spot.longitude) for spot in spots] == [
        ("Là", "Alençon", 48.43, 0.09),
        ("Là", "Alençon", 48.5, 0.1),
        ("Secret", "adresse confidentielle", None, None),
        ("?", "pas de lieu d’accueil connu", None, None),
    ]
    assert spots[0].href == "/annuaire/Là/"


def test_what_is_written_stays_text(towns):
    html = draw("{% departement_map d spots %}", d=ORNE, spots=[Spot(label="<b>", detail="<i>", **ALENCON)])
    assert "<b>" not in html
    assert "<i>" not in html
