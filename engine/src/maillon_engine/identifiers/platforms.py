"""Platforms on which people have accounts: what they are called, and the shape of their links."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Words from a to z by platform, as folded texts have them.
_WORDS: Final = {
    "snapchat": "snapchat snap snapp snaps snapch snp sc snape snappy snapchate",
    "instagram": "instagram insta instagrame ig instag instas insat",
    "telegram": "telegram telegramme telegramm tg tlg teleg tgram telegrame telegran",
    "whatsapp": "whatsapp whatsap watsapp watsap wapp wsp wa whatapp wathsapp whatssap whatsapps",
    "tiktok": "tiktok tiktoc tt",
    "x": "twitter twiter x",
    "mym": "mym mymfans",
    "onlyfans": "onlyfans onlyfan onlyf of",
    "facebook": "facebook fb messenger",
    "discord": "discord disc",
    "kik": "kik",
    "skype": "skype",
    "signal": "signal",
    "threads": "threads",
    "vinted": "vinted",
    "viber": "viber",
    "wechat": "wechat",
    "line": "line",
    "twitch": "twitch",
    "youtube": "youtube ytb yt",
    "fansly": "fansly",
    "bluesky": "bluesky",
    "reddit": "reddit",
    "linkedin": "linkedin",
}
# What is no single word from a to z: two words, signs for letters, other alphabets, pictures.
_OTHERS: Final = {
    "snapchat": "sn@p|sn@pchat|sn4p|sn4pchat|s.n.a.p|s n a p|👻|سناب|سناب شات|снап",
    "instagram": "inst@|inst@gram|1nsta|inst4|1nst@|i.n.s.t.a|i n s t a|📸|📷|انستا|إنستا|انستغرام|إنستغرام|انستقرام|инста",  # noqa: E501 - a pattern or a list reads best on its line
    "telegram": "telegr@m|t3legram|تيليجرام|تلغرام|تليغرام|تليجرام|تيليغرام|تليقرام|телеграм",
    "whatsapp": "whats app|what's app|whats'app|what'sapp|wats app|واتساب|واتس اب|واتس آب|واتس أب|ватсап",
    "tiktok": "tik tok|tik-tok",
    "mym": "mym.fans|m.y.m",
    "onlyfans": "only fans|only fan|0nlyfans|onlyf@ns|0nly fans|only-fans",
    "wechat": "we chat",
    "facebook": "face book",
}
_PLATFORM: Mapping[str, str] = MappingProxyType(
    {name: platform for platform, names in _WORDS.items() for name in names.split()}
    | {name: platform for platform, names in _OTHERS.items() for name in names.split("|")}
)
# Names that are words as well: only a sign after them makes them a platform.
UNCLEAR: Final = frozenset("sc tg wa tt x of disc signal line threads messenger yt snape snappy 📸 📷".split())
WORDS: Final = frozenset(name for names in _WORDS.values() for name in names.split())
_PLAIN_OTHERS: Final = tuple(name for names in _OTHERS.values() for name in names.split("|") if name.isascii())
_STRANGE_OTHERS: Final = tuple(name for names in _OTHERS.values() for name in names.split("|") if not name.isascii())
NAME: Final = "|".join(re.escape(name) for name in sorted(_PLATFORM, key=len, reverse=True))
LINKS: Final = re.compile(
    r"(?:(?P<snapchat>snapchat\.com/(?:add|u)/)|(?P<instagram>instagram\.com/|instagr\.am/|ig\.me/m/)"
    r"|(?P<telegram>t\.me/|telegram\.me/)|(?P<tiktok>tiktok\.com/@)|(?P<x>(?:twitter|x)\.com/)|(?P<mym>mym\.fans/)"
    r"|(?P<onlyfans>onlyfans\.com/)|(?P<facebook>(?:facebook|fb)\.com/|m\.me/)|(?P<discord>discord\.gg/)"
    r"|(?P<twitch>twitch\.tv/)|(?P<youtube>youtube\.com/@)|(?P<whatsapp>(?:wa\.me/|api\.whatsapp\.com/send\?phone=)\+?)"
    r"|(?P<fansly>fansly\.com/)|(?P<threads>threads\.net/)|(?P<bluesky>bsky\.app/profile/)"
    r"|(?P<reddit>reddit\.com/u(?:ser)?/)|(?P<linkedin>linkedin\.com/in/)|(?P<linktree>linktr\.ee/))"
    r"@?(?P<account>[a-z0-9_][a-z0-9._\-]{1,30})"
)
# Of a name of two words, or of one with a sign in it, a part that is a word.
HINTS: Final = frozenset("gram tok fans fan ns app we n m i s p sn book t pchat inst nlyfans".split())


def others(folded: str, words: frozenset[str]) -> list[str]:
    """The names in a text which are no single word from a to z."""
    found = [] if words.isdisjoint(HINTS) else [name for name in _PLAIN_OTHERS if name in folded]
    return found if folded.isascii() else found + [name for name in _STRANGE_OTHERS if name in folded]


def platform_of(name: str) -> str:
    """The platform that a name of NAME calls; "unknown" for none."""
    return _PLATFORM.get(name, "unknown")
