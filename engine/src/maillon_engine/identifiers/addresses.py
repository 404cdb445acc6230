"""What e-mail addresses, links and domains are made of, and how people write it in words."""

import re
from typing import Final

# Ends of names that make a domain of any word before them; others are words of a sentence too ("merci.de"). The last
# two are kept for what is made up (RFC 2606).
CLEAR_ENDS: Final = (
    "com|fr|net|org|eu|info|io|biz|xyz|online|site|app|shop|club|paris|re|gp|co\\.uk|gouv\\.fr|invalid|example"
)
ENDS: Final = f"{CLEAR_ENDS}|be|ch|de|it|es|uk|me|ru|lu|ca|pt|nl|pl|ro|us|tv|cc|to|ly|gg|link|page|fans|live|ma|dz|tn"
DOT: Final = r"(?:[ ]?\.[ ]?|[ ]?[\[({<][ ]?(?:\.|dot|point|pt)[ ]?[\])}>][ ]?|[ ](?:point|dot|pt)[ ])"
_SPOKEN = re.compile(r"[\[({<]?[ ]?\b(?:point|dot|pt)\b[ ]?[\])}>]?|[\[({<][ ]?\.[ ]?[\])}>]")
_HYPHEN = re.compile(r"[ ](?:tiret du bas|underscore|tiret bas)[ ]")
_DASH = re.compile(r"[ ](?:tiret|dash)[ ]")


def written(spoken: str) -> tuple[str, list[str]]:
    """An address as one would type it, and the steps that made it so: spoken, spaced."""
    steps = []
    said = _DASH.sub("-", _HYPHEN.sub("_", _SPOKEN.sub(".", spoken)))
    if said != spoken:
        steps.append("spoken")
    if " " in said and not steps:
        steps.append("spaced")
    return said.replace(" ", "").lower(), steps
