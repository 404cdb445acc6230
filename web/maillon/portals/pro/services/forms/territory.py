"""Communes, départements and regions as people write and choose them: a name, a code, or both."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from maillon.directory.enums import ZoneKind
from maillon.territories.models import Commune, Departement
from maillon.territories.regions import departements_of, regions
from maillon.territories.rules.folding import fold
from maillon.territories.selectors import search_communes

_CODE = re.compile(r"(?<!\w)(\d[\dAB]\d{3})(?!\w)")
_NEAR = 4


def read_communes(text: str, home: str) -> list[Commune]:
    """The communes that are written there, each once. ValidationError names the first that is unknown or unclear.

    What Maillon itself writes, “Alençon (61001)”, is read by its INSEE code in one query, however many there are.
    """
    written = _split(text)
    codes = {line: found[1] for line in written if (found := _CODE.search(line))}
    known = Commune.objects.in_bulk(set(codes.values()))
    communes = [_by_code(line, known.get(codes.get(line, ""))) or read_commune(line, home) for line in written]
    return list({commune.pk: commune for commune in communes}.values())


def _by_code(line: str, commune: Commune | None) -> Commune | None:
    if commune is None:
        return None
    name = fold(_CODE.sub("", line))
    return commune if name in {"", fold(commune.name)} else None


def read_commune(line: str, home: str) -> Commune:
    """The commune that this means: the only match, or the one of the home département with this very name."""
    matches = search_communes(line, limit=_NEAR, near_departement=home)
    if len(matches) == 1:
        return matches[0]
    name = fold(re.sub(r"\(.*\)|\d{5}", "", line))
    for commune in matches:
        if commune.departement_id == home and fold(commune.name) == name:
            return commune
    if not matches:
        raise ValidationError(_("Aucune commune ne s’appelle « %s ». Vérifiez l’orthographe.") % line)
    likely = ", ".join(f"{commune.name} ({commune.code})" for commune in matches)
    raise ValidationError(_("« %(typed)s » : laquelle ? %(likely)s…") % {"typed": line, "likely": likely})


def write_communes(communes: Iterable[Commune]) -> str:
    """One a line, with the code that finds it again."""
    return "\n".join(f"{commune.name} ({commune.code})" for commune in communes)


def read_departements(text: str) -> list[str]:
    """The codes of the départements that are written there by code or by name. ValidationError names an unknown one."""
    by_word = {}
    for found in Departement.objects.all():
        by_word[found.code.lower()] = by_word[fold(found.name)] = by_word[fold(str(found))] = found.code
    codes = []
    for line in _split(text):
        code = by_word.get(line.lower()) or by_word.get(fold(line))
        if code is None:
            raise ValidationError(_("Aucun département ne s’appelle « %s ». Écrivez son nom ou son code.") % line)
        codes.append(code)
    return list(dict.fromkeys(codes))


def region_choices() -> list[tuple[str, str]]:
    """The code and name of each region, by name."""
    return sorted(regions().items(), key=lambda region: fold(region[1]))


def zone_of(kind: ZoneKind, *, communes: list[str], departements: list[str], region: str) -> tuple[str, ...]:
    """The entries of a zone of this kind. A region that is named counts alone: the form begins with a département."""
    if kind is ZoneKind.COUNTRY:
        return ("FR",)
    if kind is ZoneKind.COMMUNES:
        return (*departements, *communes)
    if kind is ZoneKind.REGION and region:
        return tuple(f"D{code}" for code in departements_of(region))
    return tuple(departements)


def _split(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\n,;]", text) if line.strip()]
