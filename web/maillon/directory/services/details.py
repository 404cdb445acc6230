"""What somebody says about a service and whoever offers it, before it is written."""

from dataclasses import dataclass
from uuid import UUID

from maillon.base.enums import Confidence
from maillon.directory.enums import Cost, Need, Trait, ZoneKind


@dataclass(frozen=True, kw_only=True)
class ProviderDetails:
    """A body that offers services; `organisation_id` is the one that it is here, if it takes part."""

    name: str
    description: str = ""
    siret: str = ""
    website: str = ""
    organisation_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceDetails:
    """A public address. `commune` is a code; `hours` where they differ from the service's."""

    commune: str
    name: str = ""
    address: str = ""
    hours: str = ""
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, kw_only=True)
class ServiceDetails:
    """Every fact of a service, as `directory.models.Service` has them; what is empty is unknown, never no."""

    provider_id: UUID
    name: str
    needs: tuple[Need, ...]
    zone_kind: ZoneKind
    zone: tuple[str, ...]
    summary: str = ""
    min_age: int | None = None
    max_age: int | None = None
    welcomes: tuple[Trait, ...] = ()
    excludes: tuple[Trait, ...] = ()
    languages: tuple[str, ...] = ()
    eligibility: str = ""
    hours: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    pro_phone: str = ""
    pro_email: str = ""
    how: str = ""
    cost: Cost | None = None
    is_confidential: bool = False
    confidence: Confidence = Confidence.VERIFIED
    source_url: str = ""
    places: tuple[PlaceDetails, ...] = ()
