"""Invented corpora with planted clusters and their truth: small adverts in five languages, with four levels of
noise."""

import random
from dataclasses import dataclass, field

import numpy as np

FUNCTION = {
    "fr": (
        "le la les un une de du des et à au en pour sur avec dans qui que est sont par plus très tout ce son ne"
    ).split(),
    "en": "the a an of and to in for on with is are at by from this that it all very more our your we you as".split(),
    "es": "el la los las un una de del y a en para con por que es son se su muy más todo como este al lo".split(),
    "ro": "un o de la și în pe cu pentru este sunt din care că mai foarte tot sau acest prin se nu al ale cel".split(),
    "ar": "من في على إلى مع عن هذا هذه التي الذي كل بعد قبل عند أو ثم لا ما هو هي كان قد بين لكن حتى منذ".split(),
}
ONSETS = {
    "fr": "b c ch d f g j l m n p r s t v br cl cr dr fl gr pl pr tr vr".split(),
    "en": "b c ch d f g h k l m n p r s t w sh st th tr bl gr sk sl sp".split(),
    "es": "b c d f g h j l ll m n ñ p r s t v z br cr pl tr".split(),
    "ro": "b c d f g h j l m n p r s ș t ț v z br cr str tr".split(),
    "ar": list("بتثجحخدذرزسشصضطعغفقكلمنهوي"),
}
VOWELS = {
    "fr": "a e é i o u ou an on in è eau ai".split(),
    "en": "a e i o u ee oo ai ou ea y".split(),
    "es": "a e i o u á é ía ue ó an".split(),
    "ro": "a e i o u ă â ea ia oa î".split(),
    "ar": ["", "ا", "و", "ي", ""],
}
STOCK = {
    "fr": (
        "n'hésitez pas à me contacter pour plus de renseignements",
        "photos supplémentaires sur demande merci de ne pas négocier",
        "disponible tout de suite visite possible le soir et le week-end",
        "paiement en espèces ou par virement remise en main propre uniquement",
        "cause déménagement je me sépare à regret de ce bien en très bon état",
    ),
    "en": (
        "please do not hesitate to contact me for any further information",
        "cash on collection only no time wasters please",
        "available now viewings in the evening and at weekends",
        "selling because we are moving house everything must go this month",
    ),
    "es": (
        "no dude en ponerse en contacto para cualquier consulta",
        "disponible de inmediato se puede visitar por la tarde",
        "pago en efectivo o por transferencia no se aceptan cambios",
    ),
    "ro": (
        "pentru mai multe detalii vă rog să mă contactați la telefon",
        "disponibil imediat se poate vizita seara și în weekend",
    ),
    "ar": ("للمزيد من المعلومات يرجى الاتصال بنا في أي وقت", "متاح فورا والزيارة ممكنة في المساء"),
}
CITIES = (
    "Alençon Argentan Flers Caen Rouen Paris Lyon Marseille Lille Nantes Rennes Brest Le-Mans Tours Angers Toulouse "
    "Bordeaux Nice Dijon Metz Nancy Reims Amiens Limoges Poitiers Orléans Bourges Nevers Auxerre Troyes"
).split()
NAMES = (
    "Camille Louise Inès Manon Chloé Sofia Elena Maria Ana Lucia Paul Karim Hugo Jules Marc Pierre Yann Luc Omar "
    "Samir Nadia Leïla Fatou Awa Ioana Mihai Andrei Radu Carmen Pablo Diego Jorge Emma Alice Jack Harry"
).split()
PHONES = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98")
SLOTTED = {
    "fr": "contactez {name} à {city} au {phone} prix {price} €",
    "en": "call {name} in {city} on {phone} price {price} EUR",
    "es": "llamar a {name} en {city} al {phone} precio {price} euros",
    "ro": "sunați pe {name} din {city} la {phone} preț {price} euro",
    "ar": "اتصل بـ {name} في {city} على {phone} السعر {price} يورو",
}
EMOJI = "🏠 ✨ 📞 🔥 ❤️ 👍 🚗 🎹 ✅ 💶".split()


@dataclass
class Corpus:
    """Texts, the planted cluster of each (-1 for a text that belongs to none), and the noise level of its cluster."""

    texts: list[str] = field(default_factory=list)
    truth: list[int] = field(default_factory=list)
    noise: list[int] = field(default_factory=list)

    def add(self, text: str, cluster: int = -1, noise: int = -1) -> None:
        self.texts.append(text)
        self.truth.append(cluster)
        self.noise.append(noise)

    def shuffled(self, rng: random.Random) -> "Corpus":
        order = list(range(len(self.texts)))
        rng.shuffle(order)
        return Corpus([self.texts[i] for i in order], [self.truth[i] for i in order], [self.noise[i] for i in order])


class Prose:
    """Sentences of an invented language with real function words and a vocabulary that follows Zipf's law."""

    def __init__(self, language: str, rng: random.Random, size: int = 20_000) -> None:
        words: dict[str, None] = {}
        while len(words) < size:
            length = rng.choice((1, 2, 2, 2, 3, 3, 4))
            words["".join(rng.choice(ONSETS[language]) + rng.choice(VOWELS[language]) for _ in range(length))] = None
        self.words = list(words)
        self.language = language
        self.rng = np.random.default_rng(rng.randrange(2**32))
        weight = 1.0 / (np.arange(size) + 8.0)
        self.cumulative = np.cumsum(weight / weight.sum())

    def passage(self, length: int) -> list[str]:
        """About `length` words, a good third of them function words."""
        draw = self.rng.random((2, length))
        ranks = np.minimum(np.searchsorted(self.cumulative, draw[0]), len(self.words) - 1)
        function = FUNCTION[self.language]
        return [
            function[int(chance * 2.6 * len(function)) % len(function)] if chance < 0.38 else self.words[rank]
            for chance, rank in zip(draw[1], ranks, strict=True)
        ]


def fill(pattern: str, rng: random.Random) -> str:
    """The pattern with its slots filled anew."""
    return pattern.format(
        name=rng.choice(NAMES),
        city=rng.choice(CITIES),
        phone=f"{rng.choice(PHONES)} {rng.randrange(100):02d} {rng.randrange(100):02d}",
        price=rng.randrange(20, 900),
    )


def typo(word: str, rng: random.Random) -> str:
    """The word with one letter swapped, doubled, lost or replaced."""
    if len(word) < 3:
        return word
    at = rng.randrange(len(word) - 1)
    return rng.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + rng.choice("aeioustnr") + word[at + 1 :],
        )
    )


# Shares of words with a typo, lost, added; chance of emoji, of moved segments, of a cut, of another case.
LEVELS = ((0, 0, 0, 0, 0, 0, 0), (0.02, 0.02, 0.02, 0.2, 0, 0, 0.1), (0.05, 0.05, 0.05, 0.5, 0.3, 0.1, 0.3))
HARD = (0.10, 0.10, 0.10, 0.8, 0.6, 0.5, 0.5)


def disturb(words: list[str], level: int, other: list[str], rng: random.Random) -> str:
    """The words as a hurried or hiding author would write them again; `other` are words to throw in."""
    typos, lost, added, emoji, moved, cut, case = (*LEVELS, HARD)[level]
    out: list[str] = []
    for word in words:
        if rng.random() < lost:
            continue
        out.append(typo(word, rng) if rng.random() < typos else word)
        if rng.random() < added:
            out.append(rng.choice(other))
        if rng.random() < emoji * 0.05:
            out.append(rng.choice(EMOJI))
    if rng.random() < moved and len(out) > 6:
        bounds = sorted(rng.sample(range(1, len(out)), min(3, len(out) - 1)))
        pieces = [out[a:b] for a, b in zip([0, *bounds], [*bounds, len(out)], strict=True)]
        rng.shuffle(pieces)
        out = [word for piece in pieces for word in piece]
    if rng.random() < cut:
        out = out[: max(4, int(len(out) * rng.uniform(0.55, 0.9)))]
    text = " ".join(out)
    return rng.choice((text.upper(), text.title(), text.lower())) if rng.random() < case else text


class Adverts:
    """Corpora of adverts: `passage(length)` gives a fresh run of words in some language, with that language's code."""

    def __init__(self, seed: int, length: tuple[int, int] = (14, 40)) -> None:
        self.rng = random.Random(seed)
        self.prose = [Prose(language, self.rng) for language in FUNCTION]
        self.length = length
        self.paragraphs: list[list[str]] = [
            self.rng.choice(self.prose).passage(self.rng.randrange(30, 60)) for _ in range(30)
        ]

    def passage(self) -> tuple[str, list[str]]:
        prose = self.rng.choice(self.prose)
        return prose.language, prose.passage(self.rng.randrange(*self.length))

    def original(self, kind: str) -> str:
        """A new advert with slots. `hard` adds stock phrases; `shared` a whole paragraph that others have too."""
        language, words = self.passage()
        parts = [" ".join(words), SLOTTED[language]]
        if kind == "hard":
            parts += self.rng.sample(STOCK[language], self.rng.randrange(1, 3))
            self.rng.shuffle(parts)
        if kind == "shared" and self.rng.random() < 0.5:
            parts.insert(self.rng.randrange(2), " ".join(self.rng.choice(self.paragraphs)))
        return " . ".join(parts).replace(" . ", ". ")

    def corpus(self, size: int, kind: str = "plain", planted: float = 0.3, giant: float = 0.0) -> Corpus:
        """`planted` of the texts in clusters of 2 to 200, `giant` of them in one cluster more, the others alone."""
        out, rng = Corpus(), self.rng
        other = [word for prose in self.prose for word in prose.words[:300]]
        if giant:
            self._plant(out, kind, 0, int(size * giant), other)
        while sum(1 for _ in out.texts) < size * max(planted, giant):
            self._plant(out, kind, len(out.texts) + 1, min(200, int(2 * (1 / (1 - rng.random())) ** 1.1)), other)
        while len(out.texts) < size:
            out.add(fill(self.original(kind), rng))
        return out.shuffled(rng)

    def _plant(self, out: Corpus, kind: str, cluster: int, size: int, other: list[str]) -> None:
        level, pattern = self.rng.randrange(4), self.original(kind)
        for _ in range(size):
            words = fill(pattern, self.rng).split(" ")
            out.add(disturb(words, level, other, self.rng), cluster, level)
