"""Reasons in words."""

import pytest
from django.utils import translation

from maillon.directory.rules.matching import judge
from maillon.directory.rules.reasons import Reason, ReasonCode
from maillon.directory.sentences import sentence
from tests.directory.rules.candidates import Chance


def reasons_given() -> set[Reason]:
    """Those of two thousand services and wishes made up at random."""
    given = set()
    for seed in range(2000):
        match = judge(Chance(seed).candidate(), Chance(-seed).wanted())
        given |= set(match.reasons_for + match.reasons_against) if match else set()
    return given


def test_every_reason_that_is_given_has_a_sentence_with_its_numbers():
    given = reasons_given()
    assert {reason.code for reason in given} == set(ReasonCode)
    for reason in given:
        said = sentence(reason)
        assert said[0].isupper() or said[0].isdigit()
        assert "%" not in said
        assert "None" not in said
        assert " :" not in said, "the space before a colon does not break"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            Reason(ReasonCode.COVERS, ("health", "legal"), 2, 2),
            "Répond à tout ce qui est demandé\u00a0: santé et droits, avocat",
        ),
        (Reason(ReasonCode.COVERS, ("health",), 1, 3), "Répond à 1 besoin sur 3\u00a0: santé"),
        (Reason(ReasonCode.AGE_OUTSIDE, (), 18, 25), "N’accueille pas cet âge\u00a0: de 18 à 25 ans"),
        (Reason(ReasonCode.AGE_OUTSIDE, (), 18, None), "N’accueille pas cet âge\u00a0: à partir de 18 ans"),
        (Reason(ReasonCode.AGE_TO_CHECK, (), None, 20), "Âge à vérifier\u00a0: jusqu’à 20 ans"),
        (Reason(ReasonCode.FREE, (), 1, 9), "1 place libre sur 9"),
        (Reason(ReasonCode.FREE, (), 2), "2 places libres"),
        (Reason(ReasonCode.SPEAKS, ("en", "ro")), "Parle\u00a0: anglais et roumain"),
        (Reason(ReasonCode.NEAR, (), 12), "À 12 km de la mairie à vol d’oiseau"),
        (Reason(ReasonCode.ACCEPTS, (), 3, 4), "Orientations acceptées ces six derniers mois\u00a0: 3 sur 4"),
    ],
)
def test_a_reason_is_said_like_this(reason, words):
    assert sentence(reason).lower() == words.lower()


def test_it_is_said_in_the_language_of_the_page():
    with translation.override("en"):
        assert "romanian" in sentence(Reason(ReasonCode.SPEAKS, ("ro",)))
