"""The mapping to data·inclusion's terms holds to the installed package and to this directory."""

from data_inclusion.schema.v1 import Public, Thematique

from maillon.directory.enums import Need, Trait
from maillon.directory.exchange.terms import terms


def test_every_term_exists_in_the_package():
    assert set(terms().read) <= {item.value for item in Thematique}
    assert set(terms().publics.values()) <= {item.value for item in Public}
    assert set(terms().publics) <= set(Trait.values)


def test_every_need_has_terms_or_a_reason_for_having_none():
    assert {*terms().written, *terms().without} == set(Need.values)
    assert not set(terms().written) & set(terms().without)


def test_what_is_written_leads_back_to_the_need():
    for need, themes in terms().written.items():
        assert terms().needs_of(themes) == [need]
