"""Platforms on which people have accounts: what they are called, and the shape of their links."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Regular expressions of names, by platform.
_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "snapchat": r"snap(?:chat|p|s)?|sn@p(?:chat)?|snp|sc|👻|سناب(?: ?شات)?",
        "instagram": r"insta(?:gram|grame)?|inst@(?:gram)?|ig|📸|📷|[اإ]نستا(?:غرام|جرام|قرام)?",
        "telegram": r"telegram(?:me)?|telegr@m|tg|télégram|تي?لي?[غجق]رام",
        "whatsapp": r"what'?s?app?|whats ?app|wapp|wsp|wa|واتس ?[اأ]ب",
        "tiktok": r"tik ?tok|tt",
        "x": r"twitter|twiter|x",
        "mym": r"mym(?:\.fans)?",
        "onlyfans": r"only ?fans?|onlyf|of",
        "facebook": r"facebook|fb|messenger",
        "discord": r"discord|disc",
        "kik": r"kik",
        "skype": r"skype",
        "signal": r"signal",
        "threads": r"threads",
        "vinted": r"vinted",
        "viber": r"viber",
        "wechat": r"wechat|we ?chat",
        "line": r"line",
        "twitch": r"twitch",
        "youtube": r"youtube|ytb|yt",
    }
)
# Names that are words as well: only a sign after them makes them a platform.
UNCLEAR: Final = frozenset(
    {"sc", "tg", "wa", "tt", "x", "of", "disc", "signal", "line", "threads", "📸", "📷", "messenger", "yt"}
)
NAME: Final = "|".join(_CALLED.values())
_EACH = tuple((platform, re.compile(shape)) for platform, shape in _CALLED.items())
LINKS: Final = re.compile(
    r"(?<![a-z0-9])(?:(?P<snapchat>snapchat\.com/(?:add|u)/)|(?P<instagram>instagram\.com/|instagr\.am/|ig\.me/m/)"
    r"|(?P<telegram>t\.me/|telegram\.me/)|(?P<tiktok>tiktok\.com/@)|(?P<x>(?:twitter|x)\.com/)|(?P<mym>mym\.fans/)"
    r"|(?P<onlyfans>onlyfans\.com/)|(?P<facebook>(?:facebook|fb)\.com/|m\.me/)|(?P<discord>discord\.gg/)"
    r"|(?P<twitch>twitch\.tv/)|(?P<youtube>youtube\.com/@)|(?P<whatsapp>(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?))"
    r"@?(?P<account>[a-z0-9][a-z0-9._\-]{1,30})"
)


def platform_of(name: str) -> str:
    """The platform that a name of NAME calls; "unknown" for none."""
    return next((platform for platform, shape in _EACH if shape.fullmatch(name)), "unknown")
