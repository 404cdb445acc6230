"""The pages of a room in a real browser: axe finds nothing, nothing is wider than the screen, targets fit a thumb."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from maillon.base import clock
from maillon.practice import services
from tests.portals.examined import examine
from tests.practice.factories import make_phone, make_room, make_trainer, plays_all


def pages(client):
    """Every page of a trainer, with a room that is over and had six phones, and the door of the phones."""
    trainer, at = make_trainer(), clock.now()
    desk = client(trainer)
    opened, over = make_room(trainer, at=at), make_room(trainer, at=at)
    for _ in range(6):
        plays_all(over, make_phone(over, at=at), at=at)
        plays_all(opened, make_phone(opened, at=at), at=at)
    services.close_room(room_id=over.pk, by=trainer, at=at)
    paths = [reverse(f"pro:practice_{name}") for name in ("rooms", "open", "figures")]
    paths += [reverse("pro:practice_wall", args=[room.pk]) for room in (opened, over)]
    # Without the script that refreshes a wall: the journey of a room proves it.
    drawn = {path: re.sub(rb"<script[^>]*></script>", b"", desk.get(path).content) for path in paths}
    phone = Client()
    refused = phone.post(reverse("pro:practice_join"), {"code": "faux"})
    return drawn | {reverse("pro:practice_join"): refused.content}


@pytest.mark.journey
def test_axe_finds_nothing_and_everything_fits(db, signed_in_client):
    assert examine(pages(signed_in_client)) == []
