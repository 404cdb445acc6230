"""Outlines of départements."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.territories.outlines import outline
from maillon.territories.rules.outlines import OutlineError, box, dissolved, without_holes
from maillon.territories.services.files import commune_rows


def squares(cells):
    """Unit squares as a FeatureCollection."""
    rings = [[(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)] for x, y in cells]
    return {"features": [{"geometry": {"type": "Polygon", "coordinates": [ring]}} for ring in rings]}


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def test_two_neighbours_have_one_outline_without_the_border_between_them():
    (ring,) = dissolved(squares([(0, 0), (1, 0)]))
    assert ring[0] == ring[-1]
    assert area(ring) == 2
    assert set(pairwise(ring)) & {((1, 0), (1, 1)), ((1, 1), (1, 0))} == set()


def test_a_hole_has_a_ring_of_its_own():
    around = [(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    rings = dissolved(squares([*around, (9, 9)]))
    assert [area(ring) for ring in rings] == [9, 1, 1]
    assert [area(ring) for ring in without_holes(rings)] == [9, 1], "the island stays, the hole does not"


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=20))
def test_every_ring_closes_and_no_border_is_drawn_twice(cells):
    rings = dissolved(squares(sorted(cells)))
    assert all(ring[0] == ring[-1] for ring in rings)
    drawn = [frozenset(edge) for ring in rings for edge in pairwise(ring)]
    assert len(drawn) == len(set(drawn))
    assert rings == dissolved(squares(sorted(cells, reverse=True)))


@pytest.mark.parametrize(
    "broken",
    [{}, {"features": [{}]}, {"features": [{"geometry": None}]}, {"features": [{"geometry": {"type": "Point"}}]},
     {"features": [{"geometry": {"type": "Polygon", "coordinates": [[(0, 0), (1, 1), (2, 0)]]}}]}],
)  # fmt: skip
def test_what_is_no_collection_of_closed_polygons_is_refused(broken):
    with pytest.raises(OutlineError):
        dissolved(broken)


def test_the_orne_is_drawn_around_its_town_halls():
    rings = outline("61")
    assert len(rings) == 1
    (west, south), (east, north) = box(rings)
    halls = [row for row in commune_rows() if row.departement == "61" and row.longitude is not None]
    assert len(halls) > 370
    assert all(west < hall.longitude < east and south < hall.latitude < north for hall in halls)
    # 6,103 square kilometres, as every description of the département says.
    square_km = area(rings[0]) * 111.195**2 * 0.6616
    assert square_km == pytest.approx(6103, rel=0.02)


@pytest.mark.parametrize("code", ["75", "2A", "", "../61", "61/../61"])
def test_other_departements_have_no_outline(code):
    assert outline(code) == ()
