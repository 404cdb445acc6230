"""Who stands behind texts: the names, towns and ways to reach somebody that the slots are filled from."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from unicodedata import normalize

from stdnum import iban as standard

from maillon_engine.synthetic import grammar, numbers
from maillon_engine.synthetic.plan import ORGANISATION, Author, Organisation, Plan

Commune = tuple[str, str]
_PLATFORMS = ("snapchat", "instagram", "telegram")
# How many names, and towns, the texts of an organisation show; (1, 1) where the sign is elsewhere.
_NAMES = {"several_names": 5, "standard": 4, "plural": 3, "template": 6, "payment": 3, "circuit": 2}
_TOWNS = {"circuit": 5, "several_names": 2, "template": 3}


@dataclass(frozen=True, slots=True)
class Cast:
    """What may be said by, or about, whoever stands behind a text."""

    language: str
    names: tuple[str, ...]
    towns: tuple[Commune, ...]
    phones: tuple[str, ...]
    email: str
    handles: Mapping[str, str]
    iban: str
    images: tuple[int, ...]
    price: int


def of_organisation(plan: Plan, organisation: Organisation, rng: Random) -> Cast:
    """The cast of a planted network: several names and, for some patterns, towns and numbers."""
    language = grammar.language(rng)
    names = rng.sample(grammar.bank(language).names, _NAMES[organisation.pattern])
    towns = rng.sample(grammar.communes(), _TOWNS.get(organisation.pattern, 1))
    phones = tuple(numbers.number(ordinal, plan.seed) for ordinal in organisation.numbers)
    return _cast(language, names, towns, phones, f"o{organisation.index}", rng)


def of_single(plan: Plan, author: Author, rng: Random) -> Cast:
    """The cast of somebody who writes alone: one name, one town, one number at most."""
    language = grammar.language(rng)
    ordinal = plan.number_of(author)
    phones = () if ordinal is None else (numbers.number(ordinal, plan.seed),)
    town = grammar.communes()[int(rng.random() * len(grammar.communes()))]
    name = rng.choice(grammar.bank(language).names)
    return _cast(language, [name], [town], phones, f"{author.role[0]}{author.index}", rng)


def contact(cast: Cast, role: str, rng: Random) -> str:
    """By what one is to answer: the name of a group of contact sentences."""
    # An organisation is reached by telephone more often, and never by the site's own messages alone.
    organised = role == ORGANISATION
    if cast.phones and rng.random() < (0.9 if organised else 0.7):
        return "phone"
    others = ("email", next(iter(cast.handles)), "messaging")
    return others[int(rng.random() * (2 if organised else 3))]


def _cast(
    language: str, names: list[str], towns: list[Commune], phones: tuple[str, ...], tag: str, rng: Random
) -> Cast:
    # Plain letters whatever the language: a handle and an address have no accents.
    word = _plain(grammar.rare(grammar.bank("fr"), rng))
    platform = _PLATFORMS[int(rng.random() * len(_PLATFORMS))]
    return Cast(
        language=language,
        names=tuple(names),
        towns=tuple(towns),
        phones=phones,
        email=f"{word}.{tag}@courriel-exemple.invalid",
        handles={platform: f"{word}_{tag}"},
        iban=_iban(int(rng.random() * 10**11)),
        images=tuple(rng.getrandbits(64) for _ in names[:2]) if rng.random() < 0.4 else (),
        price=5 + int(rng.random() * 20),
    )


def _plain(word: str) -> str:
    return normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


def _iban(account: int) -> str:
    """A French IBAN whose check digits hold (RIB key and ISO 7064), at the invented bank and branch 99999."""
    bank = branch = 99_999
    key = 97 - (89 * bank + 15 * branch + 3 * account) % 97
    body = f"{bank}{branch}{account:011}{key:02}"
    return f"FR{standard.calc_check_digits(f'FR00{body}')}{body}"
