"""Number words to digits: French (with Belgian and Swiss tens), English, and Darija in Latin or Arabic letters."""

from collections.abc import Iterator
from functools import cache

LONGEST = 6  # words of "deux cent quatre vingt dix neuf"

_FRENCH_UNITS = ("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_FRENCH_TEENS = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf")
_FRENCH_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_ENGLISH_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_ZEROS = ("zero", "oh", "o", "nought", "naught", "nil")

# One spelling a line of thought: how Darija is typed in Latin letters, 3 and 5 and 7 standing for Arabic sounds.
_DARIJA: dict[int, str] = {
    0: "sifr sefr sifer siffer siffr sfer sfr cifr صفر",
    1: "wahed wahd wa7ed wa7d wahid waheed we7ed wehed wahad wa7id واحد",
    2: "jouj jooj joj juj jouje zouj zoudj zoj zuj jwj tnin tnayn ithnan ithnayn جوج زوج اثنان اثنين",
    3: "tlata tleta tlatha tletha thlatha thalatha tlat tlatta telata tlaata 3lata ثلاثة تلاتة",
    4: "reb3a rab3a arb3a arba3a rb3a rebaa rabaa arbaa arba3 rbaa أربعة اربعة ربعة",
    5: "khamsa khemsa khmsa xamsa xmsa 5amsa 5emsa 5msa khamssa 5amssa خمسة",
    6: "setta sitta stta seta sta settah sttah sata ستة",
    7: "seb3a sab3a sb3a sebaa sabaa sbaa sab3 seba3 سبعة",
    8: "tmenya tmnya tmania tmenia tmanya tmanyia thmanya tamanya tmenia tmnia ثمانية تمنية",
    9: "tes3oud ts3oud ts3od tes3od tes3a tis3a ts3a tesaoud tsoud ts3ud tisaa تسعة تسعود",
    10: "3achra 3echra 3chra achra عشرة",
    11: "7dach hdach hdash 7dash",
    12: "tnach tnash tnaach",
    13: "tlettach tlatach tletach tlttach",
    14: "rb3tach reb3tach arb3tach",
    15: "khmstach khamstach khemstach 5amstach",
    16: "sttach settach setach",
    17: "sb3tach seb3tach sab3tach",
    18: "tmntach tmentach tmantach",
    19: "ts3tach tes3tach tsa3tach",
    20: "3chrin 3echrin 3ichrin 3echrine 3chrine 3ishrin عشرين",
    30: "tlatin tletin tlatine thlathin ثلاثين",
    40: "reb3in rab3in arb3in reb3ine arba3in أربعين",
    50: "khamsin khemsin 5amsin khamsine خمسين",
    60: "settin sittin stin settine ستين",
    70: "seb3in sab3in sb3in seb3ine سبعين",
    80: "tmanin tmanine tmnin ثمانين",
    90: "tes3in tis3in ts3in tes3ine تسعين",
}
_AND = ("w", "ou", "o", "wa", "u")
# How hurried people spell: taken for the word beside it.
MISSPELT: dict[str, str] = {
    "zeros": "zero",
    "quatres": "quatre",
    "katre": "quatre",
    "catre": "quatre",
    "sinq": "cinq",
    "sink": "cinq",
    "cinquente": "cinquante",
    "sinquante": "cinquante",
    "cincante": "cinquante",
    "quarente": "quarante",
    "karante": "quarante",
    "trante": "trente",
    "soissante": "soixante",
    "soixente": "soixante",
    "swasante": "soixante",
    "septente": "septante",
    "nonente": "nonante",
    "onz": "onze",
    "douz": "douze",
    "trez": "treize",
    "treiz": "treize",
    "katorze": "quatorze",
    "katorz": "quatorze",
    "quinz": "quinze",
    "kinze": "quinze",
    "seiz": "seize",
    "troi": "trois",
    "huits": "huit",
    "uit": "huit",
    "fourty": "forty",
    "ninty": "ninety",
    "fivety": "fifty",
    "fifthy": "fifty",
    "eigth": "eight",
    "zro": "zero",
    "zer0": "zero",
    "0ne": "one",
    "tw0": "two",
    "f0ur": "four",
    "s1x": "six",
    "f1ve": "five",
    "n1ne": "nine",
    "thre": "three",
    "seveen": "seven",
    "sevn": "seven",
    "fiv": "five",
    "zerro": "zero",
    "une": "un",
    "sis": "six",
    "sisse": "six",
    "siss": "six",
    "set": "sept",
    "cet": "sept",
    "sett": "sept",
    "hui": "huit",
    "deu": "deux",
    "zeroo": "zero",
    "vin": "vingt",
    "vint": "vingt",
    "quatr": "quatre",
    "kat": "quatre",
    "katr": "quatre",
    "sank": "cinq",
    "cinc": "cinq",
    "neuff": "neuf",
    "nef": "neuf",
    "diz": "dix",
    "dis": "dix",
    "trantes": "trente",
    "soisante": "soixante",
    "soixant": "soixante",
    "kinz": "quinze",
    "sez": "seize",
    "oone": "one",
    "siix": "six",
    "sevenn": "seven",
}


def _french() -> Iterator[tuple[str, int]]:
    yield from _french_below_hundred()
    below = [(words, number) for words, number in _french_below_hundred() if number]
    for hundred in range(1, 10):
        heads = ("cent",) if hundred == 1 else (f"{_FRENCH_UNITS[hundred]} cent", f"{_FRENCH_UNITS[hundred]} cents")
        for head in heads:
            yield head, hundred * 100
            yield from ((f"{head} {words}", hundred * 100 + number) for words, number in below)


def _french_below_hundred() -> Iterator[tuple[str, int]]:
    yield from ((word, number) for number, word in enumerate(_FRENCH_UNITS))
    yield from ((word, 10 + number) for number, word in enumerate(_FRENCH_TEENS))
    for tens, value in _FRENCH_TENS.items():
        yield tens, value
        yield f"{tens} et un", value + 1
        yield from ((f"{tens} {_FRENCH_UNITS[unit]}", value + unit) for unit in range(1, 10))
    yield "soixante et onze", 71
    for teen, word in enumerate(_FRENCH_TEENS):
        yield f"soixante {word}", 70 + teen
        yield f"quatre vingt {word}", 90 + teen
    yield from (("quatre vingt", 80), ("quatre vingts", 80))
    yield from ((f"quatre vingt {_FRENCH_UNITS[unit]}", 80 + unit) for unit in range(1, 10))


def _english() -> Iterator[tuple[str, int]]:
    yield from ((word, number) for number, word in enumerate(_ENGLISH_UNITS))
    yield from ((word, 10 + number) for number, word in enumerate(_ENGLISH_TEENS))
    for tens, word in enumerate(_ENGLISH_TENS, start=2):
        yield word, tens * 10
        yield from ((f"{word} {_ENGLISH_UNITS[unit]}", tens * 10 + unit) for unit in range(1, 10))
    for number, word in enumerate((*_ENGLISH_UNITS, *_ENGLISH_TEENS)):
        if number:
            yield f"{word} hundred", number * 100
        if 0 < number < 10:
            yield f"{word} thousand", number * 1000


def _darija() -> Iterator[tuple[str, int]]:
    spellings = {number: words.split() for number, words in _DARIJA.items()}
    for number, words in spellings.items():
        yield from ((word, number) for word in words)
    for tens in range(20, 100, 10):
        for unit in range(1, 10):
            for one in spellings[unit]:
                yield from ((f"{one} {link} {ten}", tens + unit) for link in _AND for ten in spellings[tens])


def _repeated() -> Iterator[tuple[str, str]]:
    units = [*enumerate(_ENGLISH_UNITS), *enumerate(_FRENCH_UNITS), *((0, word) for word in _ENGLISH_ZEROS)]
    for digit, word in units:
        yield from ((f"double {word}", 2 * str(digit)), (f"triple {word}", 3 * str(digit)))
        yield f"treble {word}", 3 * str(digit)
    for digit, word in enumerate(_FRENCH_UNITS):
        for times, count in (("deux", 2), ("trois", 3), ("quatre", 4)):
            yield f"{times} fois {word}", count * str(digit)
            yield f"{times} fois le {word}", count * str(digit)


@cache
def phrases() -> dict[str, str]:
    """Digits by phrase, words parted by one space, without accents: "quatre vingt dix" is 90, "double oh" 00."""
    numbers = (pair for language in (_darija(), _english(), _french()) for pair in language)
    table = {words: str(number) for words, number in numbers}
    table |= dict.fromkeys(_ENGLISH_ZEROS, "0")
    table |= dict(_repeated())
    return table


@cache
def beginnings() -> frozenset[str]:
    """Every phrase and what it begins with, word by word: what is not among these, no further word completes."""
    every = longer = set(phrases())
    while longer:
        longer = {phrase.rpartition(" ")[0] for phrase in longer if " " in phrase}
        every = every | longer
    return frozenset(every)


@cache
def spelt_right() -> frozenset[str]:
    """The words of `phrases`, links between them left out."""
    return frozenset(" ".join(phrases()).split()) - {"et", "le", "fois", "o", *_AND}


@cache
def words() -> frozenset[str]:
    """Every word that may be part of a number phrase by itself, links between words left out."""
    return spelt_right() | frozenset(MISSPELT)
