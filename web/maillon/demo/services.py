"""Fills an empty database with invented people and situations, and marks it as such for good."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.base.errors import Refusal
from maillon.base.models import Instance
from maillon.demo.assessing import assess
from maillon.demo.following import follow
from maillon.demo.invented import invented
from maillon.demo.offers import make_offers
from maillon.demo.paths import Paths
from maillon.demo.people import make_members, make_organisations
from maillon.demo.sitting import Commission
from maillon.demo.situations import Situations
from maillon.demo.tellings import speak
from maillon.demo.timeline import play
from maillon.directory.models import Organisation
from maillon.exits.models import Path
from maillon.territories.models import Commune
from maillon.vault.keyrings import Keyring


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
    keyrings: dict[UUID, Keyring] = {}
    members = make_members(data["members"], organisations, keyrings, at=at, tell=tell)
    # In one transaction: several hundred acts would else wait for the disk one by one.
    with transaction.atomic():
        make_offers(organisations, members, at=at)
        for number in _happenings(organisations, members, keyrings, at):
            tell(number)


def _happenings(
    organisations: dict[str, Organisation], members: dict[str, Membership], keyrings: dict[UUID, Keyring], at: datetime
) -> Iterator[str]:
    """Plays what was reported and what happened to those who are followed, and gives the number of each."""
    data, situations = invented(), Situations(members, keyrings, at=at)
    yield from (situations.play(row).number for row in data["reports"])
    yield from (speak(row, situations, at=at).number for row in data["tellings"])
    cases = follow(organisations, members, keyrings, at=at)
    yield from (case.number for case in cases.values())
    paths = Paths(cases, members, keyrings, at)
    play([*paths.steps(), *Commission(paths, members, keyrings, at).steps()])
    yield from Path.objects.order_by("started_at").values_list("number", flat=True)
    yield from (assessment.number for assessment in assess(members, at=at))
