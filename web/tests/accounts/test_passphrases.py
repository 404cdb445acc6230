"""What a passphrase must be."""

import pytest

from maillon.accounts import passphrases, refusals

WHO = {"email": "camille.perrin@sdis61.invalid", "name": "Camille Perrin"}


@pytest.mark.parametrize(
    ("passphrase", "refusal"),
    [
        ("onze signes", refusals.PassphraseTooShort),
        ("x" * 257, refusals.PassphraseTooLong),
        ("aaaaaaaaaaaaa", refusals.PassphraseTooCommon),
        ("Motdepasse2026", refusals.PassphraseTooCommon),
        ("1234567890123", refusals.PassphraseTooCommon),
        ("camille.perrin", refusals.PassphraseTooPersonal),
        ("Camille Perrin1", refusals.PassphraseTooPersonal),
    ],
)
def test_each_weakness_is_refused_in_its_own_words(passphrase, refusal):
    with pytest.raises(refusal):
        passphrases.check(passphrase, **WHO)


@pytest.mark.parametrize(
    "passphrase", ["sept girafes mangent", "Ваня пьёт чай дома", "éléphant rose à midi", "q9$Lw2#vB7!pX"]
)
def test_length_in_any_script_is_enough(passphrase):
    passphrases.check(passphrase, **WHO)


def test_the_same_letters_unlock_from_every_keyboard():
    assert passphrases.normalised("e\u0301le\u0301phant") == passphrases.normalised("éléphant")
