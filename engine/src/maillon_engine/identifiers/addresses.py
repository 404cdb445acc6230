"""What e-mail addresses, links and domains are made of, and how people write it in words."""

import re
from typing import Final

# Ends of names that make a domain of any word before them; others are words of a sentence too ("merci.de"). The last
# two are kept for what is made up (RFC 2606).
CLEAR_ENDS: Final = (
    "com|fr|net|org|eu|info|io|biz|xyz|online|site|app|shop|club|paris|re|gp|co\\.uk|gouv\\.fr|invalid|example"
)
ENDS: Final = (
    f"{CLEAR_ENDS}|be|ch|de|it|es|uk|me|ru|lu|ca|pt|nl|pl|ro|us|tv|cc|to|ly|gg|link|page|fans|live|ma|dz|tn|test"
)
_POINT: Final = "dot|point|punto|punct|punkt|ponto|pt|نقطة"
DOT: Final = (
    rf"(?:[ ]?\.[ ]?|[ ]?[\[({{<][ ]?(?:\.|{_POINT})[ ]?[\])}}>][ ]?|[ ](?:{_POINT})[ ]"
    rf"|[ ]?[\-_*/|][ ]?(?:{_POINT})[ ]?[\-_*/|][ ]?)"
)
HYPHEN: Final = (
    "tiret du bas|tiret du 8|tiret bas|tiret|underscore|under score|barre basse|dash|hyphen|guion bajo|guion|trattino"
)
_SPOKEN = re.compile(
    rf"[\[({{<]?[ ]?\b(?:{_POINT})\b[ ]?[\])}}>]?|[\[({{<][ ]?\.[ ]?[\])}}>]"
    rf"|[ ]?[\-_*/|][ ]?(?:{_POINT})[ ]?[\-_*/|][ ]?"
)
_LOW = re.compile(r"[ ](?:tiret du bas|tiret du 8|tiret bas|underscore|under score|barre basse|guion bajo)[ ]")
_DASH = re.compile(r"[ ](?:tiret|dash|hyphen|guion|trattino)[ ]")
NAME_SIGNS: Final = "abcdefghijklmnopqrstuvwxyz0123456789-"


def written(spoken: str) -> tuple[str, list[str]]:
    """An address as one would type it, and the steps that made it so: spoken, spaced."""
    steps = []
    said = _DASH.sub("-", _LOW.sub("_", _SPOKEN.sub(".", spoken)))
    if said != spoken:
        steps.append("spoken")
    if " " in said and not steps:
        steps.append("spaced")
    return said.replace(" ", "").lower(), steps


def tail(text: str, end: int, signs: str, most: int = 64) -> str:
    """What stands right before a position and is made of these characters alone."""
    before = text[max(0, end - most) : end]
    return before[len(before.rstrip(signs)) :]
