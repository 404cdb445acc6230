"""A préfecture of a walk's own, without a commission yet: who keeps its secretariat, and who presides for the préfet.

Run in the product's own environment (`Product.runs`), on its data, through the services that make the demonstration.
"""

import sys
from dataclasses import dataclass

import django

DEPARTEMENT = "53"


@dataclass(frozen=True)
class Prefecture:
    """What its people are called on the screens."""

    name: str
    secretary: str
    chair: str

    @property
    def chairs_address(self) -> str:
        """Where the one who presides is named by: nothing ever leaves for there."""
        return f"{_local(self.chair)}@demo.maillon.invalid"


def _local(name: str) -> str:
    return name.lower().replace(" ", ".")


def make(name: str, secretary: str, chair: str) -> None:
    """The organisation and its two members, with real keys."""
    from maillon.accounts.enums import Role
    from maillon.accounts.services import create_demo_member
    from maillon.base import clock
    from maillon.base.ids import new_id
    from maillon.directory.models import Organisation

    here = Organisation.objects.create(
        id=new_id(), name=name, kind="prefecture", departement_id=DEPARTEMENT, secrecy="discretion"
    )
    for person, role in ((secretary, Role.LEAD), (chair, Role.REPORTER)):
        address = f"{_local(person)}@demo.maillon.invalid"
        create_demo_member(email=address, name=person, organisation=here, role=role, at=clock.now())


if __name__ == "__main__":
    django.setup()
    make(*sys.argv[1:])
