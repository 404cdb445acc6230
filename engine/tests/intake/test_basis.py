"""No basis, no import."""

from datetime import date

import pytest

from maillon_engine.basis import FIELDS, checked_basis, read_basis
from maillon_engine.errors import BasisRefused
from maillon_engine.legal import legal_bases

TODAY = date(2026, 11, 24)
WHOLE = {
    "service": "Brigade inventée",
    "agent": "Agent 0000",
    "obtained_on": date(2026, 11, 20),
    "obtained_from": "un lot inventé",
    "legal_basis": "invented",
    "procedure": "PV 0000/2026",
    "purpose": "essai",
    "keep_until": date(2027, 5, 20),
}


def refused(**changes) -> str:
    found = {name: value for name, value in {**WHOLE, **changes}.items() if value is not ...}
    with pytest.raises(BasisRefused) as refusal:
        checked_basis(found, today=TODAY)
    return str(refusal.value)


def test_a_whole_basis_is_taken_as_it_stands():
    basis = checked_basis(WHOLE, today=TODAY)
    assert basis.keep_until == date(2027, 5, 20)
    assert basis.law.code == "invented"
    assert basis.as_dict()["obtained_on"] == "2026-11-20"


@pytest.mark.guardrail("G4")
@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", [..., "", "   "])
def test_a_missing_or_empty_field_refuses_the_batch_and_is_named(name, value):
    assert f"{name} is " in refused(**{name: value})


@pytest.mark.guardrail("G4", "G8")
def test_an_expired_basis_refuses_the_batch():
    assert "keep_until is over since 2026-11-23" in refused(keep_until=date(2026, 11, 23))
    assert checked_basis({**WHOLE, "keep_until": TODAY}, today=TODAY).keep_until == TODAY


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"legal_basis": "because"}, "write one of cpp-230-46"),
        ({"obtained_on": "2026-11-20"}, "obtained_on is not a date"),
        ({"obtained_on": date(2026, 11, 25)}, "in the future"),
        ({"keep_until": date(2026, 11, 30), "obtained_on": date(2026, 12, 1)}, "in the future"),
        ({"agent": 12}, "agent is not a text"),
        ({"purpose": "x" * 501}, "purpose is longer"),
        ({"kepe_until": TODAY}, "kepe_until is not a field"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_write(changes, said):
    assert said in refused(**changes)


def test_every_fault_is_said_at_once():
    said = refused(service=..., purpose="", legal_basis="nothing")
    assert all(name in said for name in ("service", "purpose", "legal_basis"))


def test_a_file_that_is_not_there_or_not_toml_is_refused(tmp_path):
    with pytest.raises(BasisRefused, match="can't be read"):
        read_basis(tmp_path / "none.toml", today=TODAY)
    (tmp_path / "bad.toml").write_bytes(b"service = \xff")
    with pytest.raises(BasisRefused, match="not TOML"):
        read_basis(tmp_path / "bad.toml", today=TODAY)


def test_the_closed_list_says_where_each_basis_comes_from():
    for basis in legal_bases().values():
        assert all((basis.name, basis.article, basis.holders, basis.limits))
        assert basis.confidence in {"verified", "to-confirm"}
