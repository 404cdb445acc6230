"""An adult who speaks for herself, screen by screen, as a browser without scripts does it."""

import logging

from maillon.reports.models import Report, Transmission
from maillon.speaking.models import Sitting, Speaker

SECRET = "Le portail vert derrière la boulangerie"


def tell(visitor, orne, age="adult"):
    """From the first button to the choice of readers."""
    visitor.begin()
    visitor.post("telling_screen", "1", answer="no")
    visitor.post("telling_screen", "3", narrative=SECRET, go="on")
    visitor.post("telling_screen", "4", answer=age)
    if age != "adult":
        visitor.post("telling_screen", "5", go="on")
    visitor.post("telling_screen", "6", typed=orne.commune.name, go="look")
    visitor.post("telling_screen", "6", typed=orne.commune.name, commune=orne.commune.code)
    visitor.post("telling_screen", "8", answer="week")
    visitor.post("telling_screen", "9", wishes=["listen", "shelter"], go="on")
    visitor.post("telling_screen", "10", signs=["papers_held"], go="on")
    visitor.post("telling_screen", "11", who="@compte-inventé", go="on")
    visitor.post("telling_screen", "12", may_contact="no", go="on")


def test_she_tells_chooses_sends_and_keeps_her_code(visitor, orne):
    tell(visitor, orne)
    assert visitor.heading == "Qui pourra vous lire ?"
    assert "checked" not in visitor.html
    visitor.post("telling_choice", reader=[str(orne.association.organisation.id)], go="on")
    assert SECRET in visitor.html
    visitor.post("telling_send")
    words = visitor.words
    assert len(words) == 8
    report = Report.objects.get()
    assert report.author_id is None
    assert [item.recipient_id for item in Transmission.objects.all()] == [orne.association.organisation.id]
    visitor.post("telling_code", first="faux", second="faux")
    assert visitor.seen[-1].status_code == 422
    assert visitor.words == words
    visitor.post("telling_code", first=_asked(visitor, words, 0), second=_asked(visitor, words, 1))
    assert visitor.heading == "Vous avez vos mots"
    visitor.post("telling_finish")
    assert not Sitting.objects.exists()
    assert visitor.get("telling_code").request["PATH_INFO"] == "/parler/"


def _asked(visitor, words, field):
    number = int(visitor.html.split("Mot numéro ")[1 + field][0])
    return words[number - 1][:4].upper()


def test_the_same_button_twice_is_one_report(visitor, orne):
    tell(visitor, orne)
    visitor.post("telling_choice", reader=[str(orne.association.organisation.id)], go="on")
    visitor.post("telling_send")
    visitor.post("telling_send")
    assert Report.objects.count() == 1


def test_nothing_typed_is_in_an_address_a_log_line_a_cookie_or_a_table(visitor, orne, caplog, django_db_blocker):
    with caplog.at_level(logging.DEBUG):
        tell(visitor, orne)
    addresses = [item.request["PATH_INFO"] + item.request["QUERY_STRING"] for item in visitor.seen]
    cookies = "".join(morsel.OutputString() for morsel in visitor.client.cookies.values())
    stored = bytes(Sitting.objects.get().data)
    for typed in ("portail", "compte-invent"):
        assert not any(typed in address for address in addresses)
        assert typed not in caplog.text
        assert typed not in cookies
        assert typed.encode() not in stored
    assert not Speaker.objects.exists()
