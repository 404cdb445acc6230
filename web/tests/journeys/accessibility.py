"""The part of accessibility that a machine can judge. People judge the rest: docs/accessibility.md."""

import re

from playwright.sync_api import Page

from tests.journeys.axe import violations

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What differs between two drawings of one screen without axe seeing it: keys, numbers, moments, and what a field or a
# button holds for the server. That it holds something is seen.
_INCIDENTAL = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<= value=\")[^\"]*\w[^\"]*(?=\")|\d+")
# Words stand in no rule: that there are some does, and in which element.
_WORDS = re.compile(r"(?<=>)[^<]*\w[^<]*(?=<)")
_JUDGED: set[tuple[object, ...]] = set()


def assert_accessible(page: Page) -> None:
    """Fails, naming rule and element, when the page breaks a rule of WCAG 2.2 A or AA that axe knows.

    Journeys cross the same screens over and over: one that axe has seen in this process, at this width, in these
    colours, holding the same elements with words in the same of them, is not asked about again.

    axe is a script: on a page opened without JavaScript it would never answer, so open the same page with it.
    """
    screen = _screen(page)
    if screen in _JUDGED:
        return
    found = violations(page, runOnly={"type": "tag", "values": RULES})
    broken = [f"{rule['id']}: {rule['help']}\n    {node['html']}" for rule in found for node in rule["nodes"]]
    _html, width, dark, _typed = screen
    assert not broken, f"{page.url}, {width} px wide, {'dark' if dark else 'light'}\n" + "\n".join(broken)
    _JUDGED.add(screen)


def _screen(page: Page) -> tuple[object, ...]:
    html, width, dark, typed = page.evaluate(
        """() => [document.documentElement.outerHTML, innerWidth, matchMedia("(prefers-color-scheme: dark)").matches,
        [...document.querySelectorAll("input, textarea, select, details")].map((one) => !!(one.checked || one.open))]"""
    )
    return _WORDS.sub("a", _INCIDENTAL.sub("0", html)), width, dark, tuple(typed)
