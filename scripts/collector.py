"""makemessages that also sees gettext under the one other name the sources give it.

A module that needs both the lazy and the plain function calls the lazy one `_` and the plain one `translated`.
"""

import sys

from django.core.management.commands.makemessages import Command

ALIAS = "translated"


class Collector(Command):
    """The command of Django, with one more keyword."""

    xgettext_options = [*Command.xgettext_options, f"--keyword={ALIAS}"]


if __name__ == "__main__":
    Collector().run_from_argv(["django", "makemessages", *sys.argv[1:]])
