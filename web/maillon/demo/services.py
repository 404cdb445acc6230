"""Fills an empty database with invented people and situations, and marks it as such for good."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal
from maillon.base.models import Instance
from maillon.demo.following import follow
from maillon.demo.invented import invented
from maillon.demo.offers import make_offers
from maillon.demo.people import make_members, make_organisations
from maillon.demo.situations import Situations
from maillon.demo.tellings import speak
from maillon.directory.models import Organisation
from maillon.territories.models import Commune


class NotEmpty(Refusal):
    """The database holds organisations already, which may be real."""

    message = _("La base contient déjà des organisations : les données inventées n’y sont pas ajoutées.")


class NoTerritories(Refusal):
    """The communes are not loaded."""

    message = _("Les communes ne sont pas chargées. Lancez d’abord : manage.py load_territories")


def load_demo(*, at: datetime, tell: Callable[[str], None]) -> None:
    """Makes the invented instance. Calls `tell` with a name at each step. Raises NotEmpty or NoTerritories."""
    if Organisation.objects.exists() or Instance.objects.filter(is_demo=False).exists():
        raise NotEmpty
    if not Commune.objects.exists():
        raise NoTerritories
    data = invented()
    departement = data["instance"]["departement"]
    Instance.objects.update_or_create(
        pk=1, defaults={"name": data["instance"]["name"], "departement_code": departement, "is_demo": True}
    )
    organisations = make_organisations(data["organisations"], departement)
    members = make_members(data["members"], organisations, at=at, tell=tell)
    make_offers(organisations, members, at=at)
    situations = Situations(members, at=at)
    for row in data["reports"]:
        tell(situations.play(row).number)
    for row in data["tellings"]:
        tell(speak(row, situations, at=at).number)
    for case in follow(organisations, members, at=at):
        tell(case.number)
