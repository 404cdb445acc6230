"""Everything that writes the directory. One module per subject; callers use these names."""

from maillon.directory.services.organisations import (
    Details,
    NameTaken,
    OnlyAssociations,
    WrongJurisdiction,
    change_organisation,
    create_organisation,
    end_organisation,
    resume_organisation,
)

__all__ = [
    "Details",
    "NameTaken",
    "OnlyAssociations",
    "WrongJurisdiction",
    "change_organisation",
    "create_organisation",
    "end_organisation",
    "resume_organisation",
]
