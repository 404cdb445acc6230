"""From a service of data·inclusion to the values of a Record."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from maillon.base.enums import Confidence
from maillon.directory.enums import Cost
from maillon.directory.exchange.formats.inclusion_words import OURS, PARTLY, filled
from maillon.directory.exchange.terms import terms

Told = Mapping[str, Any]


def raw_of(told: Told, structure: Told) -> dict[str, Any]:
    """The values of a service and of its structure, whose lines and hours count where the service has none of its own.

    No need where none of its themes has one here.
    """
    name, summary = told["nom"], told["description"]
    return {
        "external_id": own_id(told),
        "provider": _provider(structure),
        "name": name,
        # A summary that was only there because the schema wants one.
        "summary": "" if summary == filled(name) else summary,
        "needs": terms().needs_of(told.get("thematiques") or ()),
        "welcomes": terms().traits_of(told.get("publics") or ()),
        "eligibility": _joined(told.get("publics_precisions"), told.get("conditions_acces")),
        "zone": list(_zone(told.get("zone_eligibilite") or ())),
        "hours": told.get("horaires_accueil") or structure.get("horaires_accueil"),
        **_reach(told, structure),
        "how": told.get("mobilisation_precisions"),
        "cost": _cost(told),
        # Somebody else has published it: that is more than nothing, and less than having asked.
        "confidence": Confidence.SECONDARY.value,
        "confirmed_on": told["date_maj"],
        "confirmed_by": f"data·inclusion ({told['source']})",
        "source_url": told.get("lien_source"),
        "places": [_place(told)] if told.get("adresse") or told.get("code_insee") or told.get("code_postal") else [],
    }


def _provider(told: Told) -> dict[str, Any]:
    return {
        "external_id": own_id(told),
        "name": told["nom"],
        "description": told.get("description"),
        "siret": told.get("siret"),
        "website": told.get("site_web"),
    }


def own_id(told: Told) -> str:
    """The identifier, without what Maillon's own exports put before it."""
    return str(told["id"]).removeprefix(OURS + "--" if told["source"] == OURS else "")


def _reach(told: Told, structure: Told) -> dict[str, Any]:
    """The lines of a service that professionals alone may ask are for professionals alone."""
    phone = told.get("telephone") or structure.get("telephone")
    email = told.get("courriel") or structure.get("courriel")
    website = told.get("lien_mobilisation")
    if set(told.get("mobilisable_par") or ()) == {"professionnels"}:
        return {"pro_phone": phone, "pro_email": email, "website": website}
    return {"phone": phone, "email": email, "website": website}


def _cost(told: Told) -> str:
    if told.get("frais") == "gratuit":
        return Cost.FREE.value
    if told.get("frais") != "payant":
        return ""
    return (Cost.PARTLY if told.get("frais_precisions") == PARTLY else Cost.PAID).value


def _zone(codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        if code in {"france", "99100"}:
            yield "FR"
        elif len(code) <= 3:
            yield f"D{code}"
        elif len(code) == 9:
            yield f"E{code}"
        elif not code.startswith("99"):
            yield f"C{code}"


def _place(told: Told) -> dict[str, Any]:
    return {
        "commune": told.get("code_insee"),
        "address": _joined(told.get("adresse"), told.get("complement_adresse"), between=", "),
        "longitude": told.get("longitude"),
        "latitude": told.get("latitude"),
        "city": told.get("commune"),
        "postal_code": told.get("code_postal"),
    }


def _joined(*texts: str | None, between: str = "\n") -> str:
    return between.join(text for text in texts if text)
