"""The part of accessibility that a machine can judge. People judge the rest: docs/accessibility.md."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_AXE = Axe()


def assert_accessible(page: Page) -> None:
    """Fails, naming rule and element, when the page breaks a rule of WCAG 2.2 A or AA that axe knows.

    axe is a script: on a page opened without JavaScript it would never answer, so open the same page with it.
    """
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = _AXE.run(page, options=options).response["violations"]
    broken = [f"{rule['id']}: {rule['help']}\n    {node['html']}" for rule in found for node in rule["nodes"]]
    assert not broken, f"{page.url}\n" + "\n".join(broken)
