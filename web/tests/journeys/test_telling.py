"""An adult speaks for herself on a small phone, keeps her code and comes back; each screen is judged."""

import re

from playwright.sync_api import Page

from tests.journeys.accessibility import assert_accessible
from tests.journeys.browsers import overflows
from tests.journeys.people import moves

PHONE = {"width": 360, "height": 740}
SECRET = "Le portail vert derrière la boulangerie"


def judged(page: Page) -> None:
    assert not overflows(page), page.url
    assert_accessible(page)


def presses(page: Page, name: str) -> None:
    moves(page, page.get_by_role("button", name=name, exact=True).first)
    judged(page)


def chooses(page: Page, name: str) -> None:
    moves(page, page.locator("button.answer", has_text=name).first)
    judged(page)


def ticks(page: Page, name: str) -> None:
    page.locator("label.choice-label", has_text=name).click()


def tells(page: Page, address: str) -> None:
    page.goto(address)
    judged(page)
    chooses(page, "Pour moi")
    chooses(page, "Oui")
    presses(page, "Continuer")
    page.get_by_label("Avec vos mots").fill(SECRET)
    presses(page, "Continuer")
    chooses(page, "Je ne sais pas")
    presses(page, "Revenir en arrière")
    chooses(page, "Oui, 18 ans ou plus")
    page.get_by_label("Dans quelle commune").fill("alencon")
    presses(page, "Chercher")
    chooses(page, "Alençon")
    chooses(page, "Ces derniers jours")
    ticks(page, "Parler à quelqu’un qui écoute")
    presses(page, "Continuer")
    presses(page, "Passer cette question")
    presses(page, "Passer cette question")
    ticks(page, "Oui, de cette façon seulement")
    presses(page, "Continuer")
    ticks(page, "Non, jamais")
    presses(page, "Continuer")


def sends(page: Page) -> list[str]:
    page.locator(".choices .choice-label").last.click()
    presses(page, "Continuer")
    assert page.get_by_text(SECRET).is_visible()
    presses(page, "Envoyer")
    words = page.locator(".code-words span").all_inner_texts()
    presses(page, "Vérifier")
    for asked in page.get_by_label(re.compile("Mot numéro")).all():
        label = page.locator(f'label[for="{asked.get_attribute("id")}"]').inner_text()
        asked.fill(words[int(re.search(r"\d", label).group()) - 1].upper())
    presses(page, "Vérifier")
    assert page.get_by_role("heading", name="Vous avez vos mots").is_visible()
    presses(page, "Terminer")
    return words


def test_she_speaks_keeps_her_code_and_comes_back_without_scripts(open_page, product):
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    tells(page, f"{product.public_url}/parler/")
    (cookie,) = page.context.cookies()
    assert (cookie["expires"], cookie["httpOnly"], cookie["sameSite"]) == (-1, True, "Strict")
    words = sends(page)
    assert page.context.cookies() == []
    assert not any("portail" in address or words[0] in address for address in visited)
    page.goto(f"{product.public_url}/retour/")
    judged(page)
    page.get_by_label("Vos huit mots").fill("maison maison")
    presses(page, "Ouvrir")
    page.get_by_label("Vos huit mots").fill(" ".join(word[:4] for word in words))
    presses(page, "Ouvrir")
    again = open_page(viewport=PHONE, java_script_enabled=False)
    again.goto(f"{product.public_url}/retour/")
    again.get_by_label("Vos huit mots").fill("\n".join(f"{number}. {word}" for number, word in enumerate(words, 1)))
    moves(again, again.get_by_role("button", name="Ouvrir"))
    again.get_by_label("Votre message").first.fill("Le matin me va.")
    moves(again, again.get_by_role("button", name="Envoyer").first)
    assert again.get_by_text("Le matin me va.").is_visible()
