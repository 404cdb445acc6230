"""E-mail addresses, links, domains and accounts as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine.identifiers.registry import extract


def of(kind: str, text: str) -> list[str]:
    return [item.value for item in extract(text) if item.kind == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Écrire à camille.durand@example.org, merci", "camille.durand@example.org"),
        ("Contact: CAMILLE_61@EXAMPLE.COM.", "camille_61@example.com"),
        ("camille point durand arobase gmail point com", "camille.durand@gmail.com"),
        ("camille.durand (at) example (dot) org", "camille.durand@example.org"),
        ("mon mail camille61[at]example[point]fr svp", "camille61@example.fr"),
        ("camille61 @ example . fr", "camille61@example.fr"),
        ("mail : camille tiret durand arobase laposte point net", "camille-durand@laposte.net"),
        ("camille61 chez gmail point com", "camille61@gmail.com"),
        ("camille.durand arobase orange fr", "camille.durand@orange.fr"),
        ("ｃａｍｉｌｌｅ＠ｅｘａｍｐｌｅ．ｆｒ", "camille@example.fr"),
        ("camille61 AT hotmail DOT fr", "camille61@hotmail.fr"),
        ("Bonjour. camille@example.co.uk", "camille@example.co.uk"),
    ],
)
def test_email(text, value):
    assert of("email", text) == [value]
    assert of("handle", text) == []


@pytest.mark.parametrize("text", ["Rendez-vous at 5 dot", "chez moi point final", "5 € @ la pièce", "@ bientôt", "a@b"])
def test_no_email(text):
    assert of("email", text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Snap : camille61", ["snapchat:camille61"]),
        ("mon snap c'est camilledu61", ["snapchat:camilledu61"]),
        ("insta @camille.d", ["instagram:camille.d"]),
        ("Insta: Camille_Cours", ["instagram:camille_cours"]),
        ("IG : camille.piano", ["instagram:camille.piano"]),
        ("👻 camille_61", ["snapchat:camille_61"]),
        ("Sn@p: camille61", ["snapchat:camille61"]),
        ("t.me/camille_cours", ["telegram:camille_cours"]),
        ("https://www.instagram.com/camille.piano/", ["instagram:camille.piano"]),
        ("snapchat.com/add/camille61", ["snapchat:camille61"]),
        ("https://wa.me/33639981234", ["whatsapp:+33639981234"]),
        ("TikTok camille_cours", ["tiktok:camille_cours"]),
        ("telegram: @camillecours", ["telegram:camillecours"]),
        ("camille_61 sur snap", ["snapchat:camille_61"]),
        ("snap/insta : camille61", ["snapchat:camille61", "instagram:camille61"]),
        ("MYM camillecours", ["mym:camillecours"]),
        ("OF: camillecours", ["onlyfans:camillecours"]),
        ("twitter @camille61", ["x:camille61"]),
        ("ajoute @camille61 vite", ["unknown:camille61"]),
        ("facebook : camille.durand.61", ["facebook:camille.durand.61"]),
    ],
)
def test_handle(text, values):
    assert sorted(of("handle", text)) == sorted(values)


@pytest.mark.parametrize(
    "text",
    [
        "un snap demain", "snap acceptés", "insta : bientôt", "onlyfans c'est fini",
        "snap obligatoire", "insta : voir bio",
        "compte insta piraté", "insta 10k abonnés", "ask for my snap - Lyon", "x[a-f0-9]", "fb (BETA)",
        "Photos sur insta ou snap, merci",
        "Contact par whatsapp uniquement", "whatsapp 06 39 98 12 34",
        "une ligne et un signal",
        "Pas de snap svp", "Telegram dispo", "Vends clavier of course", "x 2 places", "Le groupe facebook est fermé",
    ],
)  # fmt: skip
def test_no_handle(text):
    assert of("handle", text) == []


@pytest.mark.parametrize(
    ("text", "urls", "domains"),
    [
        ("Voir https://www.Example.org/Annonce/12.", ["example.org/Annonce/12"], []),
        ("(www.example.fr)", ["example.fr"], []),
        ("bit.ly/2abcde !", ["bit.ly/2abcde"], []),
        ("hxxps://example[.]com/a", ["example.com/a"], []),
        ("mon site example.fr, à bientôt", [], ["example.fr"]),
        ("site : mon tiret piano point fr", [], ["mon-piano.fr"]),
        ("Très bien.Tu viens ? Merci.de rien", [], []),
        ("fichier notes.txt et 12.50", [], []),
    ],
)
def test_links(text, urls, domains):
    assert of("url", text) == urls
    assert of("domain", text) == domains


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "snap",
                "@",
                ":",
                "camille",
                " ",
                ".",
                "com",
                "at",
                "point",
                "(",
                ")",
                "https://",
                "www.",
                "/",
                "_",
                "👻",
                "é",
                "arobase",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_any_text_is_read_and_spans_hold(text):
    for item in extract(text):
        assert 0 <= item.start < item.end <= len(text)
