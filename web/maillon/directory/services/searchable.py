"""The words under which a service is found."""

from django.utils.translation import override

from maillon.directory.enums import Need
from maillon.directory.models import Service
from maillon.territories.rules.folding import fold


def search_key_of(service: Service) -> str:
    """Folded: name, provider, summary, needs in French words, communes of its places."""
    with override("fr"):
        needs = [str(Need(need).label) for need in service.needs]
    communes = [place.commune.name for place in service.places.select_related("commune")]
    return fold(" ".join([service.name, service.provider.name, service.summary, *needs, *communes]))
