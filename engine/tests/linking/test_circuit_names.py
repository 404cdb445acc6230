"""What a circuit is called: short whatever its length, and its measures can be read from the name."""

from hypothesis import given
from hypothesis import strategies as st

from maillon_engine.linking import circuits

PLACES = st.lists(st.sampled_from(["alencon", "flers", "l aigle", "caen", "saint-lô", "le mans@x"]), min_size=1)


@given(PLACES, st.integers(1, 40))
def test_the_measures_of_a_circuit_come_back_from_its_name(places, times):
    everywhere = places * times
    assert circuits.read(circuits.written(everywhere, "2026-03-02")) == (
        len(everywhere),
        len(set(places)),
        "2026-03-02",
    )


def test_a_short_circuit_is_named_by_all_its_stays():
    assert circuits.written(["alencon", "flers", "alencon"], "2026-03-02") == "alencon>flers>alencon@2026-03-02"


def test_a_circuit_of_years_has_a_name_that_fits_a_line():
    assert len(circuits.written(["alencon", "flers"] * 5000, "2026-03-02")) < 1000


def test_two_circuits_that_go_on_differently_have_two_names():
    shared = ["alencon", "flers", "caen"] * 20
    assert circuits.written([*shared, "caen"], "2026-03-02") != circuits.written(
        [*shared, "lyon", "caen"], "2026-03-02"
    )
