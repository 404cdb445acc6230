"""axe, asked about contrast once for all words that are drawn alike: nine tenths of its time went to asking again.

Words are drawn alike when their element and every one around it are of the same kind and class, and of the same
colours, size and weight: what the browser worked out for them, and not what the style sheet says.
"""

from typing import Any
from weakref import WeakSet

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_ASKED = """async (options) => {
  const kinds = new Map(), drawn = new Map(), asked = new Set(), twins = []
  const look = (one) => {
    const style = getComputedStyle(one)
    return [drawn.get(one.parentElement), one.localName, one.getAttribute('class'), style.color, style.backgroundColor,
      style.backgroundImage, style.opacity, style.fontSize, style.fontWeight, style.textShadow, style.position,
      one.matches(':disabled, [aria-disabled=true]'), one.control?.disabled].join('|')
  }
  const says = (one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.nodeValue.trim())
  for (const one of document.querySelectorAll('*')) {
    const kind = look(one)
    if (!kinds.has(kind)) kinds.set(kind, kinds.size)
    drawn.set(one, kinds.get(kind))
    // What is not to be seen is not asked about, and stands for nothing.
    if (!says(one) || !one.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue
    if (asked.has(kind)) twins.push(one)
    asked.add(kind)
  }
  twins.forEach((one) => one.setAttribute('data-twin', ''))
  axe.configure({rules: [{id: 'color-contrast', selector: '*:not([data-twin])'}]})
  try {
    return (await axe.run(document, options)).violations
  } finally {
    twins.forEach((one) => one.removeAttribute('data-twin'))
  }
}"""

_AT_HAND = "self.axe || self.axeAtHand?.(), Boolean(self.axe)"
_ASKED_BEFORE: WeakSet[Page] = WeakSet()


def violations(page: Page, **options: Any) -> list[dict[str, Any]]:
    """What the page breaks, as axe tells it: `id`, `help` and `nodes`, each with its `html`. It takes axe's options."""
    if not page.evaluate(_AT_HAND):
        _bring(page)
    return page.evaluate(_ASKED, {"resultTypes": ["violations"], **options})


def _bring(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    if page in _ASKED_BEFORE:
        # Half a megabyte that crosses to the browser takes longer than to ask axe: from the second screen on, it stays.
        page.add_init_script(f"self.axeAtHand = () => {{{AXE_SCRIPT}}}")
    _ASKED_BEFORE.add(page)
