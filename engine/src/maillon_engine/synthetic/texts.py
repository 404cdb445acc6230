"""Any one text of a planned corpus, with its truth: a function of the seed and of its place in the file."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from maillon_engine.synthetic import casts, grammar, noise
from maillon_engine.synthetic.casts import Cast
from maillon_engine.synthetic.plan import BYSTANDER, INDEPENDENT, ORGANISATION, Author, Plan
from maillon_engine.synthetic.slots import DAYS, START, Filling, Planted

_SLOT = re.compile(r"<([a-z]+)>")
_SOURCES = ("petites-annonces.invalid", "le-coin-exemple.invalid", "annonces-locales.invalid")
_KEPT = 100_000  # casts and templates of clusters in memory
_VOICES = {"several_names": "person", "template": "person", "standard": "standard", "plural": "plural"}
_VOICES |= {"circuit": "circuit", "payment": "person"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """How hard a corpus is. `noise` None mixes the levels by cluster; the others are shares of texts."""

    noise: int | None
    boilerplate: float
    hidden: float
    platform: float = 0.05


@dataclass(frozen=True, slots=True)
class Template:
    """What the texts of a cluster have in common."""

    sentences: tuple[str, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """One row of the batch and of the truth."""

    author: Author
    text: str
    posted_at: datetime
    place: str
    source: str
    image_hash: str | None
    language: str
    level: int
    planted: tuple[Planted, ...]


class Writer:
    """Writes the texts of a plan. Every text draws from a generator of its own, seeded by its place."""

    def __init__(self, plan: Plan, settings: Settings) -> None:
        self.plan = plan
        self.settings = settings
        self._rng = Random()  # noqa: S311 (repeatable on purpose)
        self._casts: dict[int, Cast] = {}
        self._templates: dict[int, Template] = {}

    def text(self, position: int) -> Text:
        """The text at a position of the file, from 0."""
        author = self.plan.author(position)
        cast = self._cast(author)
        template = self._template(author, cast)
        rng = self._seeded(0, position)
        of = grammar.bank(cast.language)
        if template is None:
            template = Template(_sentences(author, cast, None, self.settings, rng), 0)
        posted_at = START + timedelta(seconds=int(rng.random() * DAYS * 86_400))
        raw = noise.disturbed(template.sentences, template.level, of.filler, rng)
        if rng.random() < self.settings.platform:
            raw = f"{raw} {_one(of.stock['platform'], of, rng)}"
        filling = Filling(cast, of, author.turn, posted_at, rng.random() < self.settings.hidden, rng)
        text = _SLOT.sub(filling, raw)
        source = _SOURCES[int(rng.random() * len(_SOURCES))]
        image, town = _image(cast, author, rng), filling.town[1]
        planted = tuple(filling.planted)
        return Text(author, text, posted_at, town, source, image, cast.language, template.level, planted)

    def _cast(self, author: Author) -> Cast:
        if author.role == ORGANISATION:
            organisation = self.plan.organisations[author.index]
            make = lambda: casts.of_organisation(self.plan, organisation, self._seeded(1, author.index))  # noqa: E731
            return _kept(self._casts, author.index, make)
        domain = {BYSTANDER: 2, INDEPENDENT: 3}.get(author.role, 4)
        return casts.of_single(self.plan, author, self._seeded(domain, author.index))

    def _template(self, author: Author, cast: Cast) -> Template | None:
        """The template of a cluster's text; None for a text that stands alone."""
        cluster = author.cluster
        if cluster is None:
            return None
        return _kept(self._templates, cluster, lambda: self._made(author, cast, self._seeded(5, cluster)))

    def _made(self, author: Author, cast: Cast, rng: Random) -> Template:
        pattern = self.plan.organisations[author.index].pattern if author.role == ORGANISATION else None
        wanted = self.settings.noise
        level = noise.LEVELS[int(rng.random() * len(noise.LEVELS))] if wanted is None else wanted
        return Template(_sentences(author, cast, pattern, self.settings, rng), level)

    def _seeded(self, domain: int, index: int) -> Random:
        """The one generator, begun again for a thing of a domain."""
        self._rng.seed((self.plan.seed * 8 + domain) << 40 | index)
        return self._rng


def _sentences(author: Author, cast: Cast, pattern: str | None, settings: Settings, rng: Random) -> tuple[str, ...]:
    """What a text says, slots still open: an organisation's sign where there is a pattern."""
    of = grammar.bank(cast.language)
    theme = of.themes[int(rng.random() * len(of.themes))]
    chosen = [theme.opening[int(rng.random() * len(theme.opening))]]
    chosen += rng.sample(theme.detail, 2 + (rng.random() < 0.5))
    if rng.random() < 0.6:
        chosen.append(theme.condition[int(rng.random() * len(theme.condition))])
    if rng.random() < 0.85:
        chosen.append(theme.price[int(rng.random() * len(theme.price))])
    if voice := _voice(pattern, rng):
        chosen.append(rng.choice(of.voice[voice]))
    chosen.append(rng.choice(of.contact[casts.contact(cast, author.role, rng)]))
    if pattern == "payment":
        chosen.append(rng.choice(of.payment["iban" if author.index % 2 else "paypal"]))
    if rng.random() < settings.boilerplate:
        chosen.append(rng.choice(of.stock["boilerplate"]))
    return tuple([grammar.expanded(sentence, of, rng) for sentence in chosen])


def _voice(pattern: str | None, rng: Random) -> str | None:
    """Who seems to speak. Single authors too say their name, travel, or write "we": none of this is a sign alone."""
    if pattern is not None:
        return _VOICES[pattern]
    drawn = rng.random()
    if drawn < 0.35:
        return "person"
    if drawn < 0.40:
        return "circuit"
    return "plural" if drawn < 0.42 else None


def _one(sentences: grammar.Sentences, of: grammar.Bank, rng: Random) -> str:
    return grammar.expanded(rng.choice(sentences), of, rng)


def _image(cast: Cast, author: Author, rng: Random) -> str | None:
    """The hash of a picture made elsewhere; re-posted pictures differ by a bit or two."""
    if not cast.images:
        return None
    value = cast.images[author.turn % len(cast.images)]
    if rng.random() < 0.5:
        value ^= 1 << int(rng.random() * 64)
    return f"{value:016x}"


def _kept(store: dict[int, T], key: int, make: Callable[[], T]) -> T:
    """The value from the store, made first where it is missing; a full store is emptied."""
    if key not in store:
        if len(store) >= _KEPT:
            store.clear()
        store[key] = make()
    return store[key]
