"""Invented services as files say them: strategies for any, and one that tests can read."""

import datetime as dt
import io
from dataclasses import replace

from hypothesis import strategies as st

from maillon.directory.enums import Cost, Need, Trait, ZoneKind
from maillon.directory.exchange.checking import in_order
from maillon.directory.exchange.cleaning import clean
from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.records import PlaceRecord, ProviderRecord, Record

ALENCON = PlaceRecord(commune="61001", name="Accueil", address="1 rue Inventée", city="Alençon", postal_code="61000")
HOURS = ["", "Mo-Fr 09:00-17:00; PH off", "24/7", "Tu,Th 14:00-18:00"]
# What spreadsheets, separators and encodings trip over.
_TRICKY = st.sampled_from(
    ["=1+1", "'=x", "+33 2", "-", "@a", "a;b|c", 'say "so"', "l’été\nœuvre", "_x0041_", "a\tb", "'", "''+"]
)
_ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(clean)


def words(*, least=0):
    return st.one_of(_TRICKY, _ANY).map(clean).filter(lambda text: len(text) >= least)


def codes(values):
    return st.sets(st.sampled_from(values), max_size=4).map(lambda found: tuple(sorted(found)))


_degrees = st.one_of(st.none(), st.floats(-60, 60).map(lambda number: round(number, 6) + 0.0))
places = st.builds(
    PlaceRecord,
    commune=st.sampled_from(["61001", "61169", "2A004", "01001"]),
    name=words(),
    address=words(least=1),
    longitude=_degrees,
    latitude=_degrees,
    hours=st.sampled_from(HOURS),
    city=st.just("Alençon"),
    postal_code=st.just("61000"),
)
providers = st.builds(
    ProviderRecord,
    external_id=words(least=1),
    name=words(least=3),
    description=words(),
    siret=st.sampled_from(["", "12345678901234"]),
    website=st.sampled_from(["", "https://exemple.fr/"]),
)


@st.composite
def records(draw):
    """Any service that could be in the directory, cleaned, with a way to reach it."""
    welcomes = draw(codes(Trait.values))
    low, high = sorted(draw(st.tuples(st.integers(0, 99), st.integers(0, 99))))
    secret = draw(st.booleans())
    return Record(
        external_id=draw(words(least=1)),
        provider=draw(providers),
        name=draw(words(least=3)),
        summary=draw(words()),
        needs=draw(codes(Need.values).filter(bool)),
        min_age=draw(st.sampled_from([None, low])),
        max_age=draw(st.sampled_from([None, high])),
        welcomes=welcomes,
        excludes=tuple(trait for trait in draw(codes(Trait.values)) if trait not in welcomes),
        languages=draw(codes(["fr", "en", "ro", "pt-br"])),
        eligibility=draw(words()),
        **draw(st.sampled_from([
            {"zone": ("D61",), "zone_kind": ZoneKind.DEPARTEMENT.value},
            {"zone": ("FR",), "zone_kind": ZoneKind.COUNTRY.value},
            {"zone": ("C61001", "C61169"), "zone_kind": ZoneKind.COMMUNES.value},
            {"zone": ("D14", "D50", "D61"), "zone_kind": ZoneKind.REGION.value},
        ])),
        hours=draw(st.sampled_from(HOURS)),
        phone="02 00 00 00 00",
        email=draw(st.sampled_from(["", "accueil@exemple.fr"])),
        website=draw(st.sampled_from(["", "https://exemple.fr/service"])),
        how=draw(words()),
        cost=draw(st.sampled_from(["", *Cost.values])),
        is_confidential=secret,
        confidence=draw(st.sampled_from(["verified", "secondary", "unconfirmed"])),
        confirmed_on=draw(st.one_of(st.none(), st.dates(dt.date(2001, 1, 1), dt.date(2026, 1, 1)))),
        confirmed_by=draw(words()),
        source_url=draw(st.sampled_from(["", "https://exemple.fr/source"])),
        ended_on=None,
        places=() if secret else in_order(draw(st.lists(places, max_size=3))),
        changed_on=dt.date(2026, 1, 2),
    )  # fmt: skip


def a_record(**changes) -> Record:
    """Legal advice in Alençon for the Orne."""
    facts = Record(
        external_id="s1",
        provider=ProviderRecord(external_id="p1", name="Association inventée"),
        name="Permanence juridique",
        needs=("legal",),
        zone=("D61",),
        zone_kind="departement",
        phone="02 00 00 00 00",
        confidence="secondary",
        confirmed_on=dt.date(2026, 10, 1),
        confirmed_by="Essai",
        places=(ALENCON,),
        changed_on=dt.date(2026, 10, 1),
    )
    return replace(facts, **changes)


def file_of(*told, kind="csv") -> io.BytesIO:
    """A file that says these services."""
    file = io.BytesIO()
    FORMATS[kind].write(told, file)
    file.seek(0)
    return file


def rows_of(file, kind="csv"):
    return list(FORMATS[kind].read(file))
