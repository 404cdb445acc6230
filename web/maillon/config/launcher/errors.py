"""Why the product can't start."""


class LaunchError(Exception):
    """Something the person at the terminal can mend. Its text says what, where, and what to do."""


class Interrupted(Exception):  # noqa: N818 - an order, not a fault
    """Somebody asked to stop while the product was starting."""
