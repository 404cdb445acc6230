"""The report path in a real browser, without scripts, at the width of a small phone and on a desk."""

import re

import pytest

from maillon.reports import services
from maillon.reports.content import Trace, TraceKind
from tests.portals.examined import examine
from tests.reports.factories import (
    AT,
    adult_content,
    make_draft,
    make_report,
    minor_content,
    transmission_to,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

ADULT_SCREENS = ("age", "signes", "commune", "lieu", "souhait", "accord", "protection", "contexte", "recit", "identite")
_SCRIPT = re.compile(rb"<script.*?</script>")
ALL = ("danger", "origine", "age", "commune", "moment", "souhait", "accord", "recit", "identite")


def drawn(client, addresses):
    """Each page by a short name, as a browser without scripts has it."""
    return {f"/{name}": _SCRIPT.sub(b"", client.get(address).content) for name, address in addresses.items()}


@pytest.fixture
def pages(walker, orne):
    """Every page of the path and of what was sent, rendered beforehand."""
    client = walker(orne.firefighter).client
    named = "Vue avec Mme Inventée, jointe au 06 12 34 56 78."
    adult = make_draft(
        orne.firefighter, adult_content(orne.commune, commune_typed="mortagne", narrative=named, answered=ALL)
    )
    minor = make_draft(orne.firefighter, minor_content(orne.commune, danger=True, answered=ALL))
    open_one = make_draft(orne.firefighter, minor_content(orne.commune, age=None, answered=("danger",)))
    report = make_report(orne, content=minor_content(orne.commune, danger=True))
    sent = transmission_to(report, orne.council)
    reader = orne.council.reader
    services.open_transmission(
        transmission_id=sent.id, by=reader.membership, keyring=reader.keyring, at=AT, reason="handling"
    )
    services.ask_more(transmission_id=sent.id, text="À quelle heure ?", by=reader.membership, at=AT)
    addresses = {
        "home": "/",
        "start": "/signaler/",
        "emergency": "/signaler/urgence/",
        **{f"screen-{step}": f"/signaler/{adult.id}/{step}/" for step in ADULT_SCREENS},
        "gravity": f"/signaler/{minor.id}/gravite/",
        "review-adult": f"/signaler/{adult.id}/verifier/",
        "review-minor": f"/signaler/{minor.id}/verifier/",
        "review-open": f"/signaler/{open_one.id}/verifier/",
        "discard": f"/signaler/{minor.id}/supprimer/",
        "receipt": f"/signalements/{report.id}/envoye/",
        "report": f"/signalements/{report.id}/",
        "messages": f"/signalements/{report.id}/messages/{sent.id}/",
        "content": f"/signalements/{report.id}/contenu/",
        "sent": "/signalements/",
    }
    found = drawn(client, addresses)
    stale = {"version": "0", "narrative": "Écrit ici"}
    found["/conflict"] = client.post(f"/signaler/{adult.id}/recit/", {**stale, "warned": "1"}).content
    found["/wrong"] = client.post(f"/signaler/{adult.id}/recit/", {"narrative": "x" * 2000}).content
    officer = orne.police.reader
    traces = (Trace(TraceKind.URL, "https://exemple.invalid/" + "long" * 30),)
    desk = make_draft(officer, minor_content(orne.commune, traces=traces, answered=ALL))
    found |= drawn(
        walker(officer).client,
        {
            "traces": f"/signaler/{desk.id}/traces/",
            "review-traces": f"/signaler/{desk.id}/verifier/",
            "home-reader": "/",
        },
    )
    return found


def test_axe_finds_nothing_nothing_is_too_wide_and_every_target_fits_a_thumb(pages):
    assert examine(pages, unfolded=True) == []
