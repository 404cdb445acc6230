"""Services of the directory as lines of a map's table."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from maillon.directory.models import Place, Service
from maillon.portals.components.map.drawing import Spot


def service_spots(services: Iterable[Service], address: Callable[[Service], str]) -> list[Spot]:
    """A line for each place of each service, one for a service without any; `address` is where its page is.

    A confidential service has a line that says so, and no dot, whatever is stored. Fetch `places__commune` beforehand.
    """
    return [spot for service in services for spot in _spots(service, address(service))]


def _spots(service: Service, href: str) -> Iterator[Spot]:
    places = [] if service.is_confidential else list(service.places.all())
    for place in places:
        yield _spot(service, place, href)
    if not places:
        without = _("adresse confidentielle") if service.is_confidential else _("pas de lieu d’accueil connu")
        yield Spot(label=service.name, detail=without, href=href)


def _spot(service: Service, place: Place, href: str) -> Spot:
    known = place if place.longitude is not None and place.latitude is not None else place.commune
    return Spot(
        label=service.name,
        detail=place.commune.name,
        href=href,
        longitude=known.longitude,
        latitude=known.latitude,
    )
