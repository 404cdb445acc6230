"""The facts of a service in words. What nobody has said is said to be unknown, never left out."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from maillon.base.dates import date_format
from maillon.base.enums import Confidence
from maillon.base.opening import Answering, Opening
from maillon.directory.enums import Need, Trait, ZoneKind
from maillon.directory.models import Service
from maillon.directory.rules import Standing
from maillon.portals.components.hours import in_french
from maillon.territories.regions import region_made_of, regions

UNKNOWN: str | Promise = _("non indiqué")
# How a standing is told, and its tone.
STANDINGS: Mapping[Standing, tuple[str | Promise, str]] = {
    Standing.FRESH: (_("à jour"), "done"),
    Standing.DUE: (_("à confirmer bientôt"), "info"),
    Standing.STALE: (_("pas confirmée à temps"), "attention"),
    Standing.HIDDEN: (_("masquée"), "danger"),
}
CONFIDENCES: Mapping[str, str | Promise] = {
    Confidence.VERIFIED: _("lu dans une source officielle, ou confirmé par le service"),
    Confidence.SECONDARY: _("lu dans une source secondaire, comme la presse"),
    Confidence.UNCONFIRMED: _("à confirmer"),
}
# Up to which day the name of the day says which one is meant.
_THIS_WEEK = 7
# Sign languages and others that Django has no name for.
_LANGUAGES: Mapping[str, str | Promise] = {"zh": _("Chinois"), "fsl": _("Langue des signes française")}


def needs_words(service: Service) -> str:
    """What it helps with."""
    return ", ".join(str(Need(need).label) for need in service.needs)


def ages_words(service: Service) -> str:
    """For which ages; unknown when no limit is known."""
    if service.min_age is not None and service.max_age is not None:
        return translated("de %(low)s à %(high)s ans") % {"low": service.min_age, "high": service.max_age}
    if service.min_age is not None:
        return translated("à partir de %s ans") % service.min_age
    if service.max_age is not None:
        return translated("jusqu’à %s ans") % service.max_age
    return str(UNKNOWN)


def traits_words(traits: Iterable[str]) -> str:
    """Whom it says that it welcomes, or does not."""
    return ", ".join(str(Trait(trait).label) for trait in traits) or str(UNKNOWN)


def languages_words(codes: Iterable[str]) -> str:
    """The languages that are spoken there, in the reader's own."""
    return ", ".join(language_words(code) for code in codes) or str(UNKNOWN)


def language_words(code: str) -> str:
    """The name of a language in the reader's own; the code where no name is known."""
    if code in _LANGUAGES:
        return str(_LANGUAGES[code])
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def zone_words(service: Service, departements: Mapping[str, str]) -> str:
    """Where it acts. `departements` are names by code."""
    if "FR" in service.zone:
        return str(ZoneKind.COUNTRY.label)
    codes = [entry[1:] for entry in service.zone if entry.startswith("D")]
    region = region_made_of(codes) if service.zone_kind == ZoneKind.REGION else None
    whole = [regions()[region]] if region else [departements.get(code, code) for code in codes]
    communes = sum(entry.startswith("C") for entry in service.zone)
    counted = ngettext("%s commune", "%s communes", communes) % communes
    return ", ".join([*sorted(whole), *([counted] if communes else [])])


def hours_words(hours: str) -> str:
    """Hours as a reader of French says them; as they are written for whoever reads another language."""
    return (in_french(hours) if (get_language() or "").startswith("fr") else hours) or str(UNKNOWN)


def open_words(opening: Opening, at: dt.datetime) -> tuple[str, str]:
    """Whether it is open now and until when, with the tone."""
    if opening.answering is Answering.UNKNOWN:
        return "", ""
    is_open = opening.answering is Answering.OPEN
    if opening.until is None:
        return (translated("ouvert à toute heure"), "done") if is_open else (translated("fermé"), "neutral")
    return _until(opening.until, at, is_open=is_open), "done" if is_open else "neutral"


def _until(until: dt.datetime, at: dt.datetime, *, is_open: bool) -> str:
    moment = localtime(until)
    told = {
        "day": date_format(moment, "l"),
        "date": date_format(moment, "j F"),
        "time": date_format(moment, "TIME_FORMAT"),
    }
    days = (moment.date() - localtime(at).date()).days
    if days == 0:
        return (translated("ouvert, ferme à %(time)s") if is_open else translated("fermé, ouvre à %(time)s")) % told
    if days < _THIS_WEEK:
        return (
            translated("ouvert, ferme %(day)s à %(time)s") if is_open else translated("fermé, ouvre %(day)s à %(time)s")
        ) % told
    return (translated("ouvert, ferme le %(date)s") if is_open else translated("fermé, ouvre le %(date)s")) % told
