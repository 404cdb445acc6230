"""axe, asked about contrast once for all words that are drawn alike: nine tenths of its time went to asking again.

Words are drawn alike when their element and every one around it are of the same kind and class, and of the same
colours, size and weight, in a window of the same width: what the browser worked out for them, and not what the style
sheet says. Words that were right on one page are not asked about on the next.
"""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_ASKED = """async ([options, right]) => {
  const kinds = new Map(), drawn = new Map([[null, innerWidth]]), asked = new Set(right), twins = []
  const look = (one) => {
    const style = getComputedStyle(one)
    return [drawn.get(one.parentElement), one.localName, one.getAttribute('class'), style.color, style.backgroundColor,
      style.backgroundImage, style.opacity, style.fontSize, style.fontWeight, style.textShadow, style.position,
      one.matches(':disabled, [aria-disabled=true]'), one.control?.disabled].join('|')
  }
  // Fifty-three bits of a text (cyrb53): two of some thousands of texts don't meet in so many.
  const sum = (text) => {
    let high = 0xdeadbeef, low = 0x41c6ce57
    for (let place = 0; place < text.length; place++) {
      const letter = text.charCodeAt(place)
      high = Math.imul(high ^ letter, 2654435761)
      low = Math.imul(low ^ letter, 1597334677)
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    return 4294967296 * (2097151 & low) + (high >>> 0)
  }
  const said = (one) =>
    [...one.childNodes].map((child) => (child.nodeType === 3 ? child.nodeValue.trim() : '')).join('')
  for (const one of document.querySelectorAll('*')) {
    const kind = look(one)
    if (!kinds.has(kind)) kinds.set(kind, sum(kind))
    const name = kinds.get(kind)
    drawn.set(one, name)
    // What is not to be seen is not asked about, and stands for nothing.
    const words = said(one)
    if (!words || !one.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue
    if (asked.has(name)) twins.push(one)
    // Of a single letter axe can't tell: it stands for nothing either.
    else if (words.length > 1) asked.add(name)
  }
  twins.forEach((one) => one.setAttribute('data-twin', ''))
  axe.configure({rules: [{id: 'color-contrast', selector: '*:not([data-twin])'}]})
  try {
    // Told as it stands in axe: what it would say of all that is right took long to find out.
    const rules = await axe.run(document, {...options, reporter: (found, _options, tell) => tell(found)})
    const contrast = rules.find((rule) => rule.id === 'color-contrast')
    return [
      rules.filter((rule) => rule.violations.length).map(({id, help, violations}) =>
        ({id, help, nodes: violations.map(({node}) => ({html: node.source}))})),
      contrast ? contrast.passes.map(({node}) => drawn.get(node.element)) : [],
    ]
  } finally {
    twins.forEach((one) => one.removeAttribute('data-twin'))
  }
}"""

_AT_HAND = "self.axe || self.axeAtHand?.(), Boolean(self.axe)"
# How words are drawn whose contrast axe found right; what it could not tell, it is asked on every page.
_RIGHT: set[int] = set()


def violations(page: Page, **options: Any) -> list[dict[str, Any]]:
    """What the page breaks, as axe tells it: `id`, `help` and `nodes`, each with its `html`. It takes axe's options."""
    if not page.evaluate(_AT_HAND):
        _bring(page)
    broken, right = page.evaluate(_ASKED, [options, list(_RIGHT)])
    _RIGHT.update(right)
    return broken


def _bring(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    # Half a megabyte that crosses to the browser takes longer than to ask axe: on the screens to come it is there.
    page.add_init_script(f"self.axeAtHand = () => {{{AXE_SCRIPT}}}")
