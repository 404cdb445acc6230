"""Somebody is in danger now: the numbers come first, and nothing is kept before them."""

import psycopg
import pytest

from tests.journeys.pages import MINOR_IN_A_HOTEL, answers, begins, sends
from tests.journeys.people import Person

STORED = "SELECT (SELECT count(*) FROM reports_draft) + (SELECT count(*) FROM vault_sealeditem)"


def stored(product):
    with psycopg.connect(product.database_url) as connection:
        return connection.execute(STORED).fetchone()


@pytest.mark.guardrail("G11")
def test_the_numbers_come_first_and_nothing_is_kept_before(page, product):
    firefighter = Person(page, product.pro_url)
    firefighter.enters_as("Camille Roussel")
    before = stored(product)
    firefighter.follows("Signaler une situation")
    firefighter.follows("Oui, ou je ne sais pas")
    assert stored(product) == before
    first = firefighter.main.get_by_role("link").first
    assert first.get_attribute("href").startswith("tel:")
    for number in ("tel:17", "tel:112", "tel:15", "sms:114"):
        link = firefighter.main.locator(f'a[href="{number}"]')
        assert link.is_visible()
        assert link.bounding_box()["height"] >= 44
    # What to do on goes below the numbers.
    assert first.bounding_box()["y"] < firefighter.button("Les secours sont prévenus").bounding_box()["y"]


def test_the_numbers_stay_in_sight_until_the_end(page, product):
    firefighter = Person(page, product.pro_url, judged=False)
    firefighter.enters_as("Camille Roussel")
    begins(firefighter, danger="Oui")
    assert firefighter.main.locator('a[href="tel:17"]').first.is_visible()
    answers(firefighter, MINOR_IN_A_HOTEL)
    urgent = firefighter.main.locator(".guided > li").first
    assert urgent.locator('a[href="tel:17"]').is_visible()
    sends(firefighter)
    firefighter.sees("Danger immédiat : les secours sont-ils prévenus")
