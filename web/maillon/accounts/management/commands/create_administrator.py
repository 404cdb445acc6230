"""`manage.py create_administrator`: the first administrator of an installation."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from maillon.accounts.services import create_first_administrator
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.directory.services import Details, create_organisation
from maillon.territories.models import Departement


class Command(BaseCommand):
    """Asks for the passphrase, or reads it from standard input when that is no terminal; never as an argument."""

    help = "Create the first administrator; everybody else is invited."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The organisation is created if there is none of that name."""
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--organisation", required=True, help="name of the organisation that runs the instance")
        parser.add_argument("--departement", required=True, help="code of its département, such as 61")

    def handle(self, *args: Any, **options: Any) -> None:
        """Creates both, or says why not."""
        try:
            create_first_administrator(
                email=options["email"],
                name=options["name"],
                organisation=_organisation(options["organisation"], options["departement"]),
                passphrase=_passphrase(),
                at=clock.now(),
            )
        except Refusal as refusal:
            raise CommandError(str(refusal.message)) from refusal
        self.stdout.write("Created. The second factor is set up at the first sign-in.")


def _organisation(name: str, departement: str) -> Organisation:
    found = Organisation.objects.filter(name__iexact=name).first()
    if found is not None:
        return found
    place = Departement.objects.filter(code=departement).first()
    if place is None:
        message = f"There is no département {departement}. Run load_territories first."
        raise CommandError(message)
    details = Details(name=name, kind=OrganisationKind.OTHER, departement=place)
    return create_organisation(details, by=None, at=clock.now())


def _passphrase() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    typed = getpass("Passphrase: ")
    if getpass("The same again: ") != typed:
        message = "The two passphrases differ."
        raise CommandError(message)
    return typed
