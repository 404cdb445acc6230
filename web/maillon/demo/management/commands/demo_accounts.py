"""`manage.py demo_accounts`: who can be tried out on a demonstration."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from maillon.accounts.demo import DEMO_DOMAIN, DEMO_PASSPHRASE
from maillon.accounts.models import Membership
from maillon.base.selectors import is_demo
from maillon.demo.invented import invented
from maillon.demo.tellings import demo_code


class Command(BaseCommand):
    """Lists the invented sign-ins; refuses on a database that is not marked as a demonstration."""

    help = "List the invented sign-ins of a demonstration."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--json: one array of objects with name, email, passphrase, organisation, kind and role."""
        parser.add_argument("--json", action="store_true", help="machine-readable output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the list."""
        if not is_demo():
            message = "This database is not a demonstration: it has no invented sign-ins."
            raise CommandError(message)
        rows = _rows()
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        width = max(len(row["email"]) for row in rows)
        for row in rows:
            self.stdout.write(f"  {row['email']:<{width}}  {row['role']:<13}  {row['organisation']}")
        self.stdout.write(f"  Passphrase of all of them: {DEMO_PASSPHRASE}")
        self.stdout.write("  Codes of invented people without an account, for the public door:")
        for row in invented()["tellings"]:
            self.stdout.write(f"  {' '.join(demo_code(row['name']).words)}")


def _rows() -> list[dict[str, str]]:
    memberships = Membership.objects.filter(ended_at=None, member__email__endswith=f"@{DEMO_DOMAIN}")
    return [
        {
            "name": item.member.name,
            "email": item.member.email,
            "passphrase": DEMO_PASSPHRASE,
            "organisation": item.organisation.name,
            "kind": item.organisation.kind,
            "role": item.role,
        }
        for item in memberships.select_related("member", "organisation").order_by("organisation__name", "member__name")
    ]
