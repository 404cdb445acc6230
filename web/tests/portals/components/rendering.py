"""Renders templates as the product does, and reads what came out."""

from html.parser import HTMLParser

from django.template import Context, Template


def draw(source: str, **context: object) -> str:
    """The template source, rendered; the components' tags are there without loading them."""
    return Template(source).render(Context(context))


class Page(HTMLParser):
    """The elements of a rendered page as (name, attributes) pairs, and its pieces of text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def one(self, tag: str) -> dict[str, str]:
        (only,) = self.all(tag)
        return only

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]
