"""Coming back with the code: what is wrong with it, what became of the account, and what she may do."""

import pytest

from maillon.reports.models import Message, Request
from maillon.speaking.code import new_code
from tests.portals.public.speaking import Visitor
from tests.speaking.factories import speak, telling


@pytest.fixture
def visitor(door):
    found = Visitor()
    found.get("returning")
    return found


def enter(visitor, code):
    return visitor.post("returning", code=" ".join(code.words))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Écrivez vos huit mots."),
        ("maison", "il en faut 8"),
        ("maisson " * 8, "Peut-être : maison"),
        ("zzzzzz " * 8, "n’est pas dans la liste"),
        ("maison jardin soleil maison jardin soleil maison jardin", "ne vont pas ensemble"),
    ],
)
def test_a_wrong_code_says_what_is_wrong_with_it(visitor, typed, said):
    response = visitor.post("returning", code=typed)
    assert response.status_code == 422
    assert said in visitor.html
    assert typed.strip() in visitor.html
    assert not visitor.client.cookies


def test_a_right_code_that_opens_nothing_says_no_more(visitor):
    assert enter(visitor, new_code()).status_code == 422
    assert "n’ouvrent rien" in visitor.html


def test_she_reads_who_has_it_answers_and_adds(visitor, orne):
    spoken = speak(orne)
    enter(visitor, spoken.code)
    assert visitor.path == "/retour/suite/"
    assert orne.association.organisation.name in visitor.html
    to = str(spoken.at(orne.association).id)
    visitor.post("following_act", what=f"answer:{to}", **{f"{to}-text": "Le matin me va."})
    assert "Le matin me va." in visitor.html
    visitor.post("following_act", what="add", **{"add-text": "J’ai oublié une chose."})
    assert "J’ai oublié une chose." in visitor.html
    assert Message.objects.count() >= 2


def test_a_text_that_is_refused_is_not_lost(visitor, orne):
    spoken = speak(orne)
    enter(visitor, spoken.code)
    to = str(spoken.at(orne.association).id)
    refused = visitor.post("following_act", what=f"answer:{to}", **{f"{to}-text": "x" * 2001})
    assert refused.status_code == 422
    assert "x" * 2001 in visitor.html
    assert not Message.objects.exists()


def test_another_language_keeps_every_text_that_she_has_begun(visitor, orne):
    spoken = speak(orne)
    enter(visitor, spoken.code)
    begun = {f"{spoken.at(orne.association).id}-text": "Le matin me", "add-text": "J’ai oublié"}
    for page in ("following", "following_act"):
        assert visitor.post(page, go="language", **begun).status_code == 200
        assert "Le matin me</textarea>" in visitor.html
        assert "J’ai oublié</textarea>" in visitor.html
    assert not Message.objects.exists()


def test_she_takes_her_consent_back_and_asks_for_erasure(visitor, orne):
    spoken = speak(orne)
    enter(visitor, spoken.code)
    visitor.post("following_act", what=f"withdraw:{spoken.at(orne.association).id}")
    assert "Vous avez retiré votre accord" in visitor.html
    visitor.post("following_act", what="erase")
    assert Request.objects.filter(asked="erasure").exists()
    assert "effacé" in visitor.html


def test_she_reads_what_taking_back_does_where_the_law_keeps_her_name(visitor, orne):
    spoken = speak(orne, told=telling(orne, minor=True, identity="Alma"))
    enter(visitor, spoken.code)
    visitor.post("following_act", what=f"withdraw:{spoken.at(orne.council).id}")
    assert "ne pourra plus vous contacter autrement" in visitor.html
    assert "La protection d’un enfant en dépend." in visitor.html
    assert "refusé" not in visitor.html


def test_nobody_acts_on_what_is_not_hers(visitor, orne):
    hers, other = speak(orne), speak(orne)
    enter(visitor, hers.code)
    theirs = other.at(orne.association).id
    visitor.post("following_act", what=f"answer:{theirs}", **{f"{theirs}-text": "Bonjour"})
    visitor.post("following_act", what=f"withdraw:{theirs}")
    visitor.post("following_act", what="rien")
    visitor.post("following_act", what="answer:rien", **{"rien-text": "Bonjour"})
    assert not Message.objects.exists()
    assert not Request.objects.exists()


def test_leaving_closes_it_and_the_page_asks_for_the_code_again(visitor, orne):
    enter(visitor, speak(orne).code)
    visitor.post("following_end")
    visitor.get("following")
    assert visitor.path == "/retour/"


def test_once_erased_the_same_window_asks_for_the_code(visitor, orne):
    spoken = speak(orne)
    enter(visitor, spoken.code)
    visitor.post("following_act", what="erase")
    assert visitor.get("following").status_code == 200


def test_who_errs_waits_and_loses_nothing(visitor):
    for _ in range(40):
        if visitor.post("returning", code=" ".join(new_code().words)).status_code == 429:
            break
    assert visitor.heading == "Un instant"
    kept = new_code()
    visitor.post("returning", code=" ".join(kept.words))
    assert " ".join(kept.words) in visitor.html
