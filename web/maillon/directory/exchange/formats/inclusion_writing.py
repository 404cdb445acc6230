"""From a Record to a service of data·inclusion. What the schema has no word for is not written."""

from typing import Any

from maillon.directory.enums import Cost
from maillon.directory.exchange.formats.inclusion_words import NAME, OURS, PARTLY, SUMMARY, filled
from maillon.directory.exchange.records import PlaceRecord, ProviderRecord, Record
from maillon.directory.exchange.terms import terms

Told = dict[str, Any]


def service_of(record: Record) -> Told:
    """The service; fields that are unknown are missing."""
    name = shown_name(record.name)
    told: Told = {
        "source": OURS,
        "id": f"{OURS}--{record.external_id}",
        "structure_id": f"{OURS}--{record.provider.external_id}",
        "nom": name,
        "description": record.summary if len(record.summary) >= SUMMARY else filled(name),
        "date_maj": _touched(record),
        "lien_source": record.source_url,
        "thematiques": terms().themes_of(record.needs),
        "publics": terms().publics_of(record.welcomes),
        "conditions_acces": record.eligibility,
        "telephone": record.phone,
        "courriel": record.email,
        "zone_eligibilite": sorted(_area(code) for code in record.zone),
        "lien_mobilisation": record.website,
        "mobilisation_precisions": record.how,
        "modes_mobilisation": _ways(record),
        "horaires_accueil": record.hours,
        **_cost(record.cost),
    }
    if record.places and not record.is_confidential:
        told |= _place(record.places[0])
    return _known(told)


def structure_of(provider: ProviderRecord, record: Record | None = None) -> Told:
    """The structure; its date is that of the service, since no other is known."""
    return _known(
        {
            "source": OURS,
            "id": f"{OURS}--{provider.external_id}",
            "nom": shown_name(provider.name),
            "date_maj": _touched(record) if record else "",
            "description": provider.description if len(provider.description) >= SUMMARY else "",
            "siret": provider.siret,
            "site_web": provider.website,
        }
    )


def shown_name(name: str) -> str:
    """The name, cut where the schema ends it."""
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"


def _touched(record: Record) -> str:
    day = record.confirmed_on or record.changed_on
    assert day is not None, "what is exported was changed some day"
    return day.isoformat()


def _area(code: str) -> str:
    return "france" if code == "FR" else code[1:]


def _ways(record: Record) -> list[str]:
    ways = {
        "telephoner": record.phone,
        "envoyer-un-courriel": record.email,
        "utiliser-lien-mobilisation": record.website,
    }
    return sorted(way for way, known in ways.items() if known)


def _cost(cost: str) -> Told:
    if cost == Cost.PARTLY:
        return {"frais": "payant", "frais_precisions": PARTLY}
    return {"frais": {Cost.FREE.value: "gratuit", Cost.PAID.value: "payant"}.get(cost)}


def _place(place: PlaceRecord) -> Told:
    return {
        "code_insee": place.commune,
        "commune": place.city,
        "code_postal": place.postal_code,
        "adresse": place.address,
        "longitude": place.longitude,
        "latitude": place.latitude,
    }


def _known(told: Told) -> Told:
    return {name: value for name, value in told.items() if value not in (None, "", [])}
