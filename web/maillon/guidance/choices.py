"""Whether a recipient can be left out, and whether it is ticked beforehand. Pure."""

from maillon.guidance.enums import Addressee, Choice, Duty


def choice(addressee: Addressee, duty: Duty, *, optional: bool) -> Choice:
    """Only what the law orders is required; what the rules leave open towards police or justice is not ticked (G6)."""
    if duty is Duty.MUST and not optional:
        return Choice.REQUIRED
    return Choice.OPEN if optional and addressee in {Addressee.FORCE, Addressee.PROSECUTOR} else Choice.TICKED
