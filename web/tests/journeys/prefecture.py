"""What the walk along an exit path starts from: a préfecture of its own, and an adult whom an association follows.

The préfecture has no commission yet: there are who keeps its secretariat, and who presides for the préfet.

Run in the product's own environment (`Product.runs`), on its data, through the services that make the demonstration.
"""

import sys
from dataclasses import dataclass

import django

DEPARTEMENT = "53"
WORKER, COMMUNE = "lou.association@demo.maillon.invalid", "61001"


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
    """The préfecture and its two members, with real keys."""
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


def follow(name: str) -> None:
    """A case in the hands of the demonstration's worker: a walk of its own opens one on the screens."""
    from maillon.accounts.models import Membership
    from maillon.base import clock
    from maillon.base.ids import new_id
    from maillon.cases.content import NewCase
    from maillon.cases.services import open_case

    worker = Membership.objects.get(member__email=WORKER)
    new = NewCase(draft_id=new_id(), pseudonym=name, adult=True, commune_code=COMMUNE)
    open_case(new=new, by=worker, at=clock.now())


if __name__ == "__main__":
    django.setup()
    make(*sys.argv[1:4])
    follow(sys.argv[4])
