"""Character by character: what each one is taken for. Accents go, digits and letters of other shapes become ASCII."""

import unicodedata

# Typography that stands for an ASCII sign; one for one, so that spans need no map.
_SIGNS = {
    **dict.fromkeys("’‘‛ʼʹ´`′＇", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("•●∙⋅・‧▪⚫", "·"),
    "…": ".",
    "⁄": "/",
    "∕": "/",
}
_SPELT = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS", "🔟": "10"}
_SHAPES = {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "ŧ": "t", "ſ": "s"}
# Letters of other alphabets that look like Latin ones (Unicode TR 39 calls them confusables).
LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮЗ" + "асеѕіјорухһԁԛѡ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ" + "ανοιρτυχκϲ" + "ՕօՏԼ" + "ⵔ" + "߀",
        "ABESIJKMHOPCTYXY3" + "acesijopyxhdqw" + "ABEZHIKMNOPTYXC" + "avoiptuxkc" + "OoSL" + "O" + "0",
        strict=True,
    )
)
_NEGATIVE_LETTERS = {
    **{0x1F150 + n: chr(65 + n) for n in range(26)},
    **{0x1F170 + n: chr(65 + n) for n in range(26)},
}
_INVISIBLE = frozenset({"Cf", "Mn", "Me"})


def folded(character: str) -> str:
    """What one character is taken for: itself, an ASCII character or several, or "" for one that can't be seen.

    Looks past the character's shape only (NFKC, accents, width, enclosed digits); look-alikes of other alphabets
    need the word around them, see `prepared`.
    """
    for table in (_SIGNS, _SPELT, _SHAPES):
        if character in table:
            return table[character]
    if ord(character) in _NEGATIVE_LETTERS:
        return _NEGATIVE_LETTERS[ord(character)]
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return _by_category(character)


def _by_category(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return ""
    if category == "Pd" or character == "−":
        return "-"
    if category[0] == "Z":
        return " "
    return _decomposed(character)


def _decomposed(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    if parts == character:
        return character
    kept = "".join(part for part in parts if unicodedata.category(part) not in _INVISIBLE)
    return "".join(part if part.isascii() else folded(part) for part in kept)
