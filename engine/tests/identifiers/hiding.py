"""Invented numbers, hidden in every way that people hide them, inside harmless adverts: text and truth, by seed."""

import random
from collections.abc import Callable

FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")
UNITS = "zéro un deux trois quatre cinq six sept huit neuf".split()
TEENS = ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
ENGLISH = "zero one two three four five six seven eight nine".split()
ENGLISH_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
ENGLISH_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
DARIJA = "sifr wahed jouj tlata reb3a khamsa setta seb3a tmenya tes3oud".split()


def french_number(rng: random.Random) -> str:
    """Ten digits of a range that ARCEP reserves for fiction."""
    return rng.choice(FICTION) + f"{rng.randrange(10000):04d}"


_TERRITORIES = ("0639", "0690", "0691", "0692", "0693", "0694", "0696", "0697")


def any_french_number(rng: random.Random) -> str:
    """Ten digits of any shape of mobile number, for the grammar of words: written out and never dialled.

    Not in the blocks of the overseas territories, which have codes of their own, and without the pairs that words
    can't tell apart ("trente-quatre-vingt-trois" is 34 23 or 30 83).
    """
    while True:
        number = "06" + f"{rng.randrange(10**8):08d}"
        clear = all(
            first[1] != "0" or second[0] not in "189"
            for first, second in zip(pairs(number), pairs(number)[1:], strict=False)
        )
        if clear and not number.startswith(_TERRITORIES) and len(set(number)) > 2:
            return number


def pair_words(pair: str, *, belgian: bool = False) -> str:
    """Two digits in words: 07 is "zéro sept", 71 "soixante et onze" or "septante et un"."""
    tens, unit = int(pair[0]), int(pair[1])
    if tens == 0:
        return f"zéro {UNITS[unit]}"
    if tens == 1:
        return TEENS[unit]
    if belgian and tens in {7, 9}:
        return _tens({7: "septante", 9: "nonante"}[tens], unit)
    if tens in {7, 9}:
        head = "soixante" if tens == 7 else "quatre-vingt"
        return "soixante et onze" if pair == "71" else f"{head}-{TEENS[unit]}"
    if tens == 8:
        return f"quatre-vingt-{UNITS[unit]}" if unit else "quatre-vingts"
    return _tens(TENS[tens], unit)


def _tens(word: str, unit: int) -> str:
    if unit == 0:
        return word
    return f"{word} et un" if unit == 1 else f"{word}-{UNITS[unit]}"


def pairs(number: str) -> list[str]:
    """A number cut two by two."""
    return [number[index : index + 2] for index in range(0, len(number), 2)]


def _in_words(rng: random.Random, number: str) -> str:
    belgian = rng.random() < 0.2
    parts = [pair_words(pair, belgian=belgian) for pair in pairs(number)]
    text = rng.choice([" ", " ", ", ", " . ", " - ", "\n"]).join(parts)
    text = rng.choice([text, text.upper(), text.replace("é", "e"), text.capitalize()])
    return rng.choice([text, text, text.replace("-", " ")]) if " - " not in text else text


def _all_hyphens(rng: random.Random, number: str) -> str:
    return "-".join(pair_words(pair).replace(" ", "-") for pair in pairs(number))


def _digit_words(rng: random.Random, number: str) -> str:
    return rng.choice([" ", "-", ", ", "."]).join(UNITS[int(digit)] for digit in number)


def _mixed(rng: random.Random, number: str) -> str:
    parts = [pair if rng.random() < 0.5 else pair_words(pair) for pair in pairs(number)]
    spot = rng.randrange(5)
    parts[spot] = pair_words(pairs(number)[spot])
    return rng.choice([" ", "-", " "]).join(parts)


def _look_alikes(rng: random.Random, number: str) -> str:
    looks = {"0": "oO", "1": "lI", "8": "B", "5": "S", "2": "Z"}
    text = "".join(rng.choice(looks[digit]) if digit in looks and rng.random() < 0.6 else digit for digit in number)
    joined = rng.choice(["", " ", ".", "-"])
    return joined.join(pairs(text))


def _zero_letter(rng: random.Random, number: str) -> str:
    return rng.choice([" ", ".", "", "-"]).join(pairs(number.replace("0", rng.choice("oO"))))


def _keycaps(rng: random.Random, number: str) -> str:
    return rng.choice(["", " "]).join(f"{digit}\ufe0f\u20e3" for digit in number)


def _other_digits(rng: random.Random, number: str) -> str:
    zero = rng.choice([0xFF10, 0x0660, 0x06F0, 0x1D7CE, 0x24EA])
    shapes = [chr(zero + int(digit)) if zero != 0x24EA else ("⓪①②③④⑤⑥⑦⑧⑨"[int(digit)]) for digit in number]
    return rng.choice(["", " "]).join("".join(shapes[index : index + 2]) for index in range(0, 10, 2))


def _interleaved(rng: random.Random, number: str) -> str:
    words = rng.sample(["num", "tel", "phone", "moi", "appelle", "xx", "abc", "vite", "bisou", "stp", "merci"], 4)
    head, *rest = pairs(number)
    return head + "".join(word + pair for word, pair in zip(words, rest, strict=True))


def _interleaved_cut(rng: random.Random, number: str) -> str:
    return f"{number[:4]}num{number[4:6]}tel{number[6:8]}phone{number[8:]}"


def _one_letter(rng: random.Random, number: str) -> str:
    return rng.choice("xkwnm").join(pairs(number))


def _corrected(rng: random.Random, number: str) -> str:
    spot = rng.randrange(5)
    words = [pair_words(pair) for pair in pairs(number)]
    wrong = pair_words(f"{rng.randrange(10, 100)}") if spot else "zéro sept"
    undo = rng.choice(["pardon", "non pardon", "euh non", "non", "je me trompe", "enfin non", "oups", "plutôt"])
    return " ".join([*words[:spot], wrong, undo, *words[spot:]])


def _corrected_digits(rng: random.Random, number: str) -> str:
    spot = rng.randrange(1, 5)
    parts = pairs(number)
    wrong = f"{rng.randrange(10, 100)}"
    return " ".join([*parts[:spot], wrong, rng.choice(["pardon", "non", "oups"]), *parts[spot:]])


def _prefix(rng: random.Random, number: str) -> str:
    rest = number[1:]
    tail = " ".join(pairs(rest[1:]))
    return rng.choice(
        ["+33 (0){} {}", "0033 {} {}", "00 33 {} {}", "+33 {} {}", "+33.{}.{}", "(+33) {} {}", "+33(0){}{}"]
    ).format(rest[0], rng.choice([tail, tail.replace(" ", ""), tail.replace(" ", ".")]))


def _prefix_words(rng: random.Random, number: str) -> str:
    head = rng.choice(["plus trente-trois", "plus 33", "+ trente trois", "zéro zéro trente-trois", "+33"])
    return " ".join([head, UNITS[int(number[1])], *(pair_words(pair) for pair in pairs(number[2:]))])


def _separated(rng: random.Random, number: str) -> str:
    return rng.choice(
        [".", "/", "-", "*", " * ", "\u00a0", "\u202f", "_", "~", " / ", "--", "..", "|", " - ", "·", "🌸", "\u2009"]
    ).join(pairs(number))


def _invisible(rng: random.Random, number: str) -> str:
    return rng.choice(["\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad"]).join(number)


def _one_by_one(rng: random.Random, number: str) -> str:
    return rng.choice([" ", "-", ".", " . ", "*", "\u00a0"]).join(number)


def _darija(rng: random.Random, number: str) -> str:
    return " ".join(DARIJA[int(digit)] for digit in number)


def _spread(rng: random.Random, number: str) -> str:
    one, two, three, four, five = pairs(number)
    return rng.choice(
        [
            f"{one} {two} {three} et la suite {four} {five}",
            f"{one} puis {two} puis {three} puis {four} et enfin {five}",
            f"commence par {one} {two} ensuite {three} {four} et finit par {five}",
            f"{one} {two}\n{three} {four}\n{five}",
            f"{one} {two} {three}. Je réponds le soir. La fin : {four} {five}",
        ]
    )


def _glued(rng: random.Random, number: str) -> str:
    return "".join(pair_words(pair).replace(" ", "").replace("-", "") for pair in pairs(number))


def _plain(rng: random.Random, number: str) -> str:
    return rng.choice(["", " ", " "]).join(pairs(number))


FRENCH: dict[str, Callable[[random.Random, str], str]] = {
    "words": _in_words, "hyphens": _all_hyphens, "digit words": _digit_words, "mixed": _mixed, "looks": _look_alikes,
    "zero letter": _zero_letter, "keycaps": _keycaps, "other digits": _other_digits, "interleaved": _interleaved,
    "interleaved cut": _interleaved_cut, "one letter": _one_letter, "corrected": _corrected,
    "corrected digits": _corrected_digits, "prefix": _prefix, "prefix words": _prefix_words, "separated": _separated,
    "invisible": _invisible, "one by one": _one_by_one, "darija": _darija, "spread": _spread, "glued": _glued,
    "plain": _plain,
}  # fmt: skip
_FRENCH_CARRIERS = (
    "Appelle-moi au {}",
    "{}",
    "Studio meublé 25 m2 à Alençon, 450 euros par mois, libre le 12/09/2025. Tél : {} merci",
    "Cours de piano 20€ de l'heure, de 14h30 à 19h. Mon numéro c'est le {} à bientôt",
    "Bonjour, vélo à vendre 80 €, me joindre au {}.",
    "J'ai 34 ans et je garde vos enfants. Contact : {} (sms)",
    "mon tel {}",
    "Vends canapé deux places, livraison 61000 possible ☎ {} ❤️",
)


def french_case(seed: int) -> tuple[str, str, str]:
    """A kind of hiding, a text, and the number in E.164."""
    rng = random.Random(seed)
    kind = list(FRENCH)[seed % len(FRENCH)]
    number = any_french_number(rng) if "words" in kind or kind in {"hyphens", "glued", "mixed"} else french_number(rng)
    hidden = FRENCH[kind](rng, number)
    return kind, rng.choice(_FRENCH_CARRIERS).format(hidden), "+33" + number[1:]
