"""Fills the slots of one text, and keeps what was written: the identifiers that an extractor should find."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from re import Match

from maillon_engine.synthetic import grammar, numbers
from maillon_engine.synthetic.casts import Cast, Commune

START = datetime(2026, 1, 5, tzinfo=UTC)
DAYS = 180
_CIRCUIT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Planted:
    """An identifier that stands in a text, in the engine's canonical form."""

    kind: str
    value: str
    hidden: bool


@dataclass(slots=True)
class Filling:
    """The values of one text: call it with each match of a slot, in the order of the text."""

    cast: Cast
    of: grammar.Bank
    turn: int
    posted_at: datetime
    hidden: bool
    rng: Random
    planted: list[Planted] = field(default_factory=list)

    def __call__(self, match: Match[str]) -> str:
        name = match[1]
        if name in _COUNTS:
            low, width = _COUNTS[name]
            return str(low + int(self.rng.random() * width))
        return getattr(self, f"_{name}")()  # type: ignore[no-any-return]

    @property
    def town(self) -> Commune:
        """Where the text is posted: the next town of the cast each week for circuits, or by turn."""
        towns = self.cast.towns
        return towns[(self._week() if len(towns) > 3 else self.turn) % len(towns)]

    def _week(self) -> int:
        return (self.posted_at - START).days // _CIRCUIT_DAYS

    def _city(self) -> str:
        return self.town[1]

    def _name(self) -> str:
        return self.cast.names[self.turn % len(self.cast.names)]

    def _phone(self) -> str:
        digits = self.cast.phones[self.turn % len(self.cast.phones)]
        self.planted.append(Planted("phone", numbers.international(digits), self.hidden))
        return numbers.hidden(digits, self.cast.language, self.rng) if self.hidden else numbers.plain(digits, self.rng)

    def _hub(self) -> str:
        self.planted.append(Planted("phone", numbers.international(numbers.HUB), hidden=False))
        return numbers.plain(numbers.HUB, self.rng)

    def _email(self) -> str:
        self.planted.append(Planted("email", self.cast.email, self.hidden))
        return self.cast.email.replace("@", " (at) ").replace(".", " (point) ") if self.hidden else self.cast.email

    def _handle(self, platform: str) -> str:
        value = self.cast.handles[platform]
        self.planted.append(Planted("handle", f"{platform}:{value}", hidden=False))
        return value if self.rng.random() < 0.6 else f"@{value}"

    def _snapchat(self) -> str:
        return self._handle("snapchat")

    def _instagram(self) -> str:
        return self._handle("instagram")

    def _telegram(self) -> str:
        return self._handle("telegram")

    def _iban(self) -> str:
        iban = self.cast.iban
        self.planted.append(Planted("iban", iban, hidden=False))
        return " ".join(iban[place : place + 4] for place in range(0, len(iban), 4))

    def _rent(self) -> str:
        amount = self.cast.price * 20 + 5 * int(self.rng.random() * 12)
        self.planted.append(Planted("price", f"{amount} EUR", hidden=False))
        return self.rng.choice(self.of.rent).format(amount)

    def _hourly(self) -> str:
        amount = 10 + self.cast.price + int(self.rng.random() * 4)
        self.planted.append(Planted("price", f"{amount} EUR/60min", hidden=False))
        return self.rng.choice(self.of.hourly).format(amount)

    def _month(self) -> str:
        return self.of.months[self.posted_at.month % 12]

    def _from(self) -> str:
        return f"{START + timedelta(days=self._week() * _CIRCUIT_DAYS):%d/%m}"

    def _to(self) -> str:
        return f"{START + timedelta(days=self._week() * _CIRCUIT_DAYS + _CIRCUIT_DAYS - 1):%d/%m}"


# Slots that hold a plain number: the least, and how many values there are.
_COUNTS = {"area": (18, 90), "minutes": (2, 24), "count": (2, 30)}
