"""Everything that writes the directory. One module per subject; callers use these names."""

from maillon.directory.services.details import PlaceDetails, ProviderDetails, ServiceDetails
from maillon.directory.services.editing import end_service, reopen_service, save_provider, save_service
from maillon.directory.services.initial import details_of, load_directory
from maillon.directory.services.organisations import (
    Details,
    NameTaken,
    OnlyAssociations,
    WrongJurisdiction,
    change_organisation,
    create_organisation,
    end_organisation,
    record_psp_approval,
    resume_organisation,
)
from maillon.directory.services.reminding import remind_due
from maillon.directory.services.upkeep import confirm, note_success, say_answered, say_capacity
from maillon.directory.services.zones import decide_zone, note_out_of_zone

__all__ = [
    "Details",
    "NameTaken",
    "OnlyAssociations",
    "PlaceDetails",
    "ProviderDetails",
    "ServiceDetails",
    "WrongJurisdiction",
    "change_organisation",
    "confirm",
    "create_organisation",
    "decide_zone",
    "details_of",
    "end_organisation",
    "end_service",
    "load_directory",
    "note_out_of_zone",
    "note_success",
    "record_psp_approval",
    "remind_due",
    "reopen_service",
    "resume_organisation",
    "save_provider",
    "save_service",
    "say_answered",
    "say_capacity",
]
