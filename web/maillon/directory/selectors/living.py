"""Which services there are on a day, and which of them act in a commune."""

import datetime as dt

from django.db.models import Q, QuerySet

from maillon.directory.models import Provider, Service
from maillon.directory.rules.freshness import SHOWN_STALE
from maillon.directory.rules.zones import COUNTRY, commune_entry, departement_entry
from maillon.territories.models import Commune


def living(on: dt.date, *, with_hidden: bool = False) -> QuerySet[Service]:
    """The services that neither ended themselves nor with their provider; hidden ones only where told."""
    goes_on = Q(ended_on=None) | Q(ended_on__gt=on)
    # Few providers have ended: to leave theirs out is quicker than to join them all. A filter and no join, so that what
    # is ordered afterwards keeps its first page alone, and does not sort everything.
    ended = Provider.objects.filter(ended_on__lte=on)
    found = Service.objects.filter(goes_on).exclude(provider__in=ended)
    return found if with_hidden else found.filter(due_on__gte=on - SHOWN_STALE)


def acting_in(commune: Commune) -> Q:
    """That a service's zone holds the commune, its département or the country."""
    over = [commune_entry(commune.code), departement_entry(commune.departement_id), COUNTRY]
    return Q(zone__overlap=over)
