import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.guidance.rulebook import load
from scripts import generated, readability
from scripts.readability import PAGE, SCHOOL_LEAVER, Counts, counted, main, measured, part, syllables, too_hard
from tests.guidance.data import changed

# Counted by ear, without the mute endings, as the formula's authors did.
BY_EAR = {
    "école": 2,
    "avocat": 3,
    "adresse": 2,
    "téléphone": 3,
    "personne": 2,
    "interprète": 3,
    "plainte": 1,
    "que": 1,
    "guide": 1,
    "oublier": 2,
    "lieu": 1,
    "victime": 2,
    "réagir": 2,
    "examen": 3,
    "l’aide": 1,
    "dites-lui": 2,
    "le": 1,
}
HARD = "La détermination juridictionnellement compétente nécessite préalablement une administration intercommunale."


@pytest.mark.parametrize(("word", "heard"), BY_EAR.items())
def test_syllables_are_counted_as_they_are_heard(word, heard):
    assert syllables(word) == heard


def test_a_figure_counts_one_syllable_a_digit():
    assert syllables("119") == 3


def test_the_formula_is_that_of_kandel_and_moles():
    assert Counts(sentences=2, words=20, syllables=30).ease == pytest.approx(207 - 1.015 * 10 - 73.6 * 1.5)


def test_sentences_and_words_are_counted_as_the_page_says():
    found = counted(("«\u00a0Vos papiers\u00a0? De quel pays venez-vous\u00a0?\u00a0»", "Dites-lui que l’aide est là"))
    assert (found.sentences, found.words) == (3, 11)


@given(st.lists(st.sampled_from(sorted(BY_EAR)), min_size=1, max_size=30))
def test_a_text_is_its_words_and_longer_words_are_never_easier(words):
    found = counted((" ".join(words) + ".",))
    assert (found.sentences, found.words) == (1, len(words))
    assert found.syllables == sum(map(syllables, words))
    assert counted((" ".join([*words[:-1], "administration"]),)).ease <= found.ease


def test_every_card_is_within_reach_of_a_school_leaver():
    judged = [one for one in measured(load()) if one.judged]
    assert len(judged) == len(load().cards)
    assert all(one.counts.ease >= SCHOOL_LEAVER for one in judged)


def test_a_card_that_is_too_hard_is_named(monkeypatch, capsys):
    book = load()
    for code in ("say-all-well", "keep-room", "keep-booking", "safe-guest", "tell-chat"):
        assert too_hard(book) == []
        book = changed("cards", "item", code, text=HARD)
    hard = changed("cards", "item", "say-all-well", text=" ".join([HARD] * 9))
    assert [line.split(":")[1].strip() for line in too_hard(hard)] == ["Hébergement touristique, logement"]
    monkeypatch.setattr(readability.rulebook, "load", lambda: hard)
    monkeypatch.setattr(readability, "command", lambda *_: 0)
    assert main(["--check"]) == 1
    assert "reading ease" in capsys.readouterr().out


def test_the_page_is_current_and_a_stale_one_is_seen(monkeypatch, tmp_path, capsys):
    page = PAGE.read_text("utf-8")
    assert generated.renewed(page, part()) == page
    copy = tmp_path / "readability.md"
    copy.write_text(page.replace("| card: Police nationale |", "| card: Police |"), "utf-8")
    monkeypatch.setattr(generated, "PROJECT", tmp_path)
    monkeypatch.setattr(readability, "PAGE", copy)
    assert main(["--check"]) == 1
    assert main(["--write"]) == 0
    assert copy.read_text("utf-8") == page
    assert main(["--check"]) == 0
    assert "make docs" in capsys.readouterr().out


def test_asked_for_nothing_it_prints_the_table(capsys):
    assert main([]) == 0
    assert "| card: Police nationale |" in capsys.readouterr().out
