"""Words that writing data·inclusion's schema puts down and reading finds again."""

OURS = "maillon"
PARTLY = "Selon les ressources"
NAME, SUMMARY = 150, 5


def filled(name: str) -> str:
    """What stands for a missing description, which the schema does not allow."""
    return f"{name} (sans description)"
