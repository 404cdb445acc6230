"""The reasons of matching as sentences for whoever chooses a service."""

from collections.abc import Callable, Iterable

from django.utils.text import get_text_list
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from maillon.directory.enums import Need, Trait, ZoneKind
from maillon.directory.rules.reasons import Reason, ReasonCode


def sentence(reason: Reason) -> str:
    """One reason in the language of the page, with its number and without a full stop."""
    return _SENTENCES[reason.code](reason)


def languages_in_words(codes: Iterable[str]) -> str:
    """Languages by their names; a code that Django has no name for stays as it is."""
    return _listed(_language(code) for code in codes)


def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"]).lower()
    except KeyError:
        return code


def _listed(words: Iterable[str]) -> str:
    return get_text_list(list(words), _("et"))


def _needs(reason: Reason) -> str:
    return _listed(str(Need(term).label) for term in reason.terms)


def _traits(reason: Reason) -> str:
    return _listed(str(Trait(term).label) for term in reason.terms)


def _ages(reason: Reason) -> str:
    first, last = reason.number, reason.of
    if first is None:
        return _("jusqu’à %(last)s ans") % {"last": last}
    if last is None:
        return _("à partir de %(first)s ans") % {"first": first}
    return _("de %(first)s à %(last)s ans") % {"first": first, "last": last}


def _covers(reason: Reason) -> str:
    if reason.number == reason.of:
        return _("Répond à tout ce qui est demandé : %(needs)s") % {"needs": _needs(reason)}
    values = {"number": reason.number, "of": reason.of, "needs": _needs(reason)}
    some = ngettext(
        "Répond à %(number)s besoin sur %(of)s : %(needs)s",
        "Répond à %(number)s besoins sur %(of)s : %(needs)s",
        len(reason.terms),
    )
    return some % values


def _free(reason: Reason) -> str:
    free = reason.number or 0
    if reason.of is None:
        return ngettext("%(free)s place libre", "%(free)s places libres", free) % {"free": free}
    values = {"free": free, "total": reason.of}
    return ngettext("%(free)s place libre sur %(total)s", "%(free)s places libres sur %(total)s", free) % values


def _fresh(_reason: Reason) -> str:
    return _("Fiche à jour")


def _due(reason: Reason) -> str:
    if not reason.number:
        return _("Fiche à confirmer aujourd’hui")
    days = reason.number
    return ngettext("Fiche à confirmer d’ici %(days)s jour", "Fiche à confirmer d’ici %(days)s jours", days) % {
        "days": days
    }


def _stale(reason: Reason) -> str:
    days = reason.number or 0
    late = ngettext(
        "Fiche à confirmer depuis %(days)s jour : appelez avant d’orienter",
        "Fiche à confirmer depuis %(days)s jours : appelez avant d’orienter",
        days,
    )
    return late % {"days": days}


def _days(reason: Reason) -> str:
    if not reason.number:
        return _("Répond le plus souvent dans la journée")
    days = reason.number
    usual = ngettext("Répond en %(days)s jour le plus souvent", "Répond en %(days)s jours le plus souvent", days)
    return usual % {"days": days}


def _near(reason: Reason) -> str:
    if not reason.number:
        return _("À moins d’un kilomètre de la mairie")
    return _("À %(km)s km de la mairie à vol d’oiseau") % {"km": reason.number}


def _answers(reason: Reason) -> str:
    values = {"accepted": reason.number, "asked": reason.of}
    return _("Orientations acceptées ces six derniers mois : %(accepted)s sur %(asked)s") % values


def _zone(reason: Reason) -> str:
    zones = {
        ZoneKind.COMMUNES: _("Intervient dans cette commune"),
        ZoneKind.DEPARTEMENT: _("Intervient dans tout le département"),
        ZoneKind.REGION: _("Intervient dans toute la région"),
        ZoneKind.COUNTRY: _("Intervient dans toute la France"),
    }
    return zones[ZoneKind(reason.terms[0])]


_SENTENCES: dict[ReasonCode, Callable[[Reason], str]] = {
    ReasonCode.COVERS: _covers,
    ReasonCode.MISSES: lambda reason: _("Ne répond pas à : %(needs)s") % {"needs": _needs(reason)},
    ReasonCode.AGE_FITS: lambda _reason: _("Accueille cet âge"),
    ReasonCode.AGE_OUTSIDE: lambda reason: _("N’accueille pas cet âge : %(ages)s") % {"ages": _ages(reason)},
    ReasonCode.AGE_TO_CHECK: lambda reason: _("Âge à vérifier : %(ages)s") % {"ages": _ages(reason)},
    ReasonCode.AGE_UNKNOWN: lambda _reason: _("Ne dit pas quels âges sont accueillis"),
    ReasonCode.WELCOMES: lambda reason: _("Accueille : %(traits)s") % {"traits": _traits(reason)},
    ReasonCode.EXCLUDES: lambda reason: _("N’accueille pas : %(traits)s") % {"traits": _traits(reason)},
    ReasonCode.WELCOME_UNKNOWN: lambda reason: _("Accueil à vérifier : %(traits)s") % {"traits": _traits(reason)},
    ReasonCode.CONDITIONS: lambda _reason: _("Pose des conditions : lisez la fiche"),
    ReasonCode.NEAR: _near,
    ReasonCode.FAR: _near,
    ReasonCode.IN_ZONE: _zone,
    ReasonCode.OPEN: lambda _reason: _("Ouvert en ce moment"),
    ReasonCode.CLOSED: lambda _reason: _("Fermé en ce moment"),
    ReasonCode.HOURS_UNKNOWN: lambda _reason: _("Horaires inconnus"),
    ReasonCode.FRESH: _fresh,
    ReasonCode.DUE: _due,
    ReasonCode.STALE: _stale,
    ReasonCode.UNCERTAIN: lambda _reason: _("Informations à confirmer"),
    ReasonCode.FREE: _free,
    ReasonCode.FULL: lambda _reason: _("Complet, selon la dernière information"),
    ReasonCode.SPEAKS: lambda reason: _("Parle : %(languages)s") % {"languages": languages_in_words(reason.terms)},
    ReasonCode.SPEAKS_OTHERS: lambda reason: (
        _("Parle seulement : %(languages)s") % {"languages": languages_in_words(reason.terms)}
    ),
    ReasonCode.LANGUAGE_UNKNOWN: lambda _reason: _("Ne dit pas quelles langues y sont parlées"),
    ReasonCode.ACCEPTS: _answers,
    ReasonCode.SELDOM_ACCEPTS: _answers,
    ReasonCode.QUICK: _days,
    ReasonCode.SLOW: _days,
}
