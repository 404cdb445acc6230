"""What a kind is looked for by is there wherever the kind is: the first looks leave nothing out."""

import re
import tomllib
from importlib.resources import files
from string import ascii_lowercase

from hypothesis import given, settings
from hypothesis import strategies as st

from maillon_engine.gazetteer import names
from maillon_engine.identifiers import crypto, email, iban, money, plate, platforms, price, price_items, sign
from maillon_engine.identifiers.numbers import context, interleaved, numerals, plan, tokens
from maillon_engine.identifiers.place import _beginnings
from maillon_engine.identifiers.prepared import Prepared
from maillon_engine.identifiers.registry import extractors, vocabulary

_WORDS = (
    "06 39 98 00 42 0639980042 25 150 1h 30min 12/03 2026 14:30 un deux six quatre zero soixante seb3a o l O I a e"
    " de la"
    " sur chez at point dot com fr gmail @ arobase [at] lola.33 snap insta tik tok s n p c m telegram t.me/ paypal :"
    " Alencon Le Mans St Saint Etienne Paris voiture voitures covoiturage moto car targa plaque AB CD 123 1234 ABC ZH"
    " B-AB ab12 cde 1-ABC-123 euros eur € £ $ roses heure nuit tarif par mars du au FR76 DE89 3704 0044 0532 0130 00 -"
    " reel jeune nos standard demandez hotel foire ❄ uber shit bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 0x5aAeb6053F"
    " deadbeef a1:b2:c3:d4:e5:06 06ab39cd98ef00gh42 ref siret pardon ensuite é ç ’ \u200b ٠٦ سناب"
).split()
_GAPS = (" ", " ", " ", " ", "", "-", ".", "/", "\n", ", ", "  ", "\u00a0")
_SOUP = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_GAPS)), max_size=24).map(
    lambda pieces: "".join(word + gap for word, gap in pieces)
)
# The first looks of the others are narrower than their patterns: a plate in small letters needs a word for a vehicle.
_EXACT = {"crypto", "domain", "handle", "payment", "phone", "place", "sign", "tour_date", "url"}


def of(pieces: str, joined: str = "", size: int = 12, least: int = 0) -> st.SearchStrategy[str]:
    """Texts of a few pieces, parted by "|" here: what one pattern is about, so that it is met at every turn."""
    return st.lists(st.sampled_from(pieces.split("|")), min_size=least, max_size=size).map(joined.join)


TEXTS = _SOUP | st.text("0123456789oil ABFRab@.:-/_€h,'x", max_size=80) | st.text(max_size=60)


@settings(deadline=None)
@given(TEXTS)
def test_what_a_first_look_refuses_holds_nothing(text):
    prepared = Prepared(text)
    for extractor in extractors():
        if extractor.kind in _EXACT and not extractor.may_hold(prepared):
            assert list(extractor.find(prepared, "FR")) == [], extractor.kind


@given(TEXTS)
def test_words_stand_where_a_plain_scan_sees_them(text):
    prepared = Prepared(text)
    seen: dict[str, list[int]] = {}
    for match in re.finditer("[a-z]+", prepared.letters):
        seen.setdefault(match[0], []).append(match.start())
    assert {word: list(prepared.places(word)) for word in prepared.words} == seen


@given(of("abc| |de|\n|\u00a0|f", size=40) | TEXTS, st.integers(1, 12))
def test_leaps_see_a_run_as_counting_does(text, size):
    assert crypto._has_run(text, size) == any(len(piece) >= size for piece in text.split())


_COUNTRY = re.compile(r"(?<![a-z0-9])(?P<country>[a-z][ ]?[a-z])[ .\-:]{0,2}$")


@given(of("fr|de|f|1|7|o|il| |.|-|:|\n|x") | TEXTS)
def test_every_country_before_check_digits_is_looked_at(text):
    prepared = Prepared(text)
    folded = prepared.folded
    looked_at = set(iban._heads(folded, prepared.first))
    for match in re.finditer(r"(?<![0-9])(?=[0-9oil] ?[0-9oil])(?=[0-9]|[oil] ?[0-9])", folded):
        head = _COUNTRY.search(folded, max(0, match.start() - 5), match.start())
        if head and head["country"].replace(" ", "").upper() in iban._LENGTHS:
            assert (head.start(), match.start()) in looked_at


@given(TEXTS)
def test_a_text_holds_the_same_whichever_words_are_kept_apart(text):
    apart, whole = Prepared(text, vocabulary()), Prepared(text)
    for extractor in extractors():
        assert extractor.may_hold(apart) == extractor.may_hold(whole)
        assert list(extractor.find(apart, "FR")) == list(extractor.find(whole, "FR"))


@given(of("zero|six|un|et|dix|oh|vingt|vingts|seven|ninety|katre|x|le", size=6))
def test_words_in_a_row_begin_with_the_head_of_one(word):
    if len(word) >= 7 and tokens.is_glued(word):
        assert word[:3] in tokens.heads()


@given(of("1|2|36|1/2|3/4|1.5|90| |h|heure|min|'|semaine|d'|quart|et demie|jour|,|نصف ساعة|ساعة") | TEXTS)
def test_a_time_that_begins_with_a_figure_has_its_unit_near(text):
    folded = Prepared(text).folded
    for figure in re.finditer("[0-9]", folded):
        if price_items._TIME.match(folded, figure.start()):
            assert price_items._UNIT.match(folded, figure.start())


@given(st.text("0123456789", max_size=7), st.sampled_from(["FR", "GB", "US", "DE", "NU", "CH"]), st.booleans())
def test_so_few_digits_are_no_telephone_number(digits, region, international):
    if len(digits) < plan.FEWEST:
        assert plan.e164(digits, international=international, region=region, english=True) is None


@given(TEXTS)
def test_nothing_that_is_a_figure_stands_before_the_first(text):
    prepared = Prepared(text)
    match = re.search("[0-9]", prepared.clean)
    assert prepared.first == (match.start() if match else len(prepared.clean))


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=15, max_size=34))
def test_the_remainder_of_an_account_number_is_that_of_its_figures_one_by_one(value):
    figures = "".join(str(int(character, 36)) for character in value)
    assert value.translate(iban._WORTH) == figures


@given(of("moto|car|voiture|auto|targa|x|s|1|_| |я|-") | TEXTS)
def test_vehicles_are_those_of_the_whole_text(text):
    prepared = Prepared(text)
    assert plate._cars(prepared) == [match.span() for match in plate._CARS.finditer(prepared.folded)]


@given(
    st.one_of([st.from_regex(form, fullmatch=True) for country, form in plate._ABROAD.items() if country != "NL"])
    | st.from_regex(r"[A-Z]{2}-[0-9]{3}-[A-Z]|[0-9]{2}-[A-Z]{3}-[0-9]|[0-9]-[A-Z]{3}-[0-9]{2}", fullmatch=True),
    TEXTS,
)
def test_a_plate_from_abroad_has_a_figure_beside_letters(written, before):
    clean = Prepared(f"{before} {written} ").clean
    if any(form.search(clean) for form in plate._ABROAD.values()):
        assert plate._FIGURE_BESIDE.search(clean)


@given(of("1|25|300| |/|la |pour |h|nuit|heure|min|€|eur|e|x|l'|:") | TEXTS)
def test_the_places_of_prices_are_those_of_each_way_alone(text):
    folded = Prepared(text).folded
    seen = {match.start() for match in price._SEED.finditer(folded)}
    ways = (
        rf"[0-9] ?(?:{money.CURRENCY})",
        "[€£$🌹] ?[0-9]",
        r"[0-9] ?(?:h|hh|hr|hrs|heures?|hours?|mn|min|mins|minutes?)(?![a-z])[^a-z0-9]{0,5}[0-9]{2,4}(?![0-9]|h)",
        rf"[0-9]{{2,4}} ?(?:/|la|les|le|l.|pour|for|per|por|pe|x|a|the)[ ]?{money.DURATION}",
    )
    plain = re.compile("|".join(ways))
    assert seen == {match.start() for match in plain.finditer(folded)}


@given(st.sampled_from(sorted(price_items._FIXED)) | st.text(ascii_lowercase, min_size=1, max_size=9), TEXTS)
def test_what_follows_a_word_of_one_meaning_does_not_change_it(word, behind):
    if word in price_items._OPEN:
        return
    folded = f"{word} {Prepared(behind).folded}"
    match = price_items._TOKEN.match(folded)
    kind = price_items._FIXED.get(word, "word")
    piece = price_items._word(folded, match)
    assert (piece.kind, piece.text, piece.start, piece.end) == (kind, word, 0, len(word))


@given(of("06|39|98|0|42|ab|x|-|.|+", size=14, least=5))
def test_a_run_of_pairs_and_letters_has_its_hint(text):
    folded = Prepared(text).folded
    for match in interleaved._CHUNK.finditer(folded):
        inner = re.search(r"[0-9].*", match[0], re.DOTALL)
        if len(re.findall("[a-z]+", inner[0])) >= 2:
            assert interleaved._HINT.search(folded)


@given(
    of("06|98|4|a|f|-", size=60, least=20) | of("a1:b2|:c3|:d4| |12", size=8) | TEXTS,
    st.integers(0, 40),
    st.integers(1, 24),
)
def test_a_span_in_a_digest_is_of_nothing_else(text, start, size):
    folded = Prepared(text).folded
    end = min(start + size, len(folded))
    inside = any(
        match.start() <= start < end <= match.end() and any(letter in "abcdef" for letter in match[0])
        for match in context._DIGEST.finditer(folded, max(0, start - 48), end + 48)
    )
    if start < end:
        assert context.in_digest(folded, start, end) == inside


@given(of("a|b|1|@|.|at", joined=" ", size=24) | TEXTS)
def test_addresses_letter_by_letter_have_three_signs_in_a_row(text):
    folded = Prepared(text).folded
    if email._LETTERS.search(folded):
        assert email._THREE.search(folded)


@given(st.sampled_from(platforms._PLAIN_OTHERS), TEXTS)
def test_a_platform_of_two_words_or_signs_is_named_with_its_hint(name, around):
    folded = Prepared(f"{around} {name} : lola").folded
    words = Prepared(folded).words
    if not words.isdisjoint(platforms.HINTS):
        assert name in platforms.others(folded, words)


@given(of("conciergerie|switchboard|front desk|de confiance|ask for|visiting|foires|festival|x| |100% ") | TEXTS)
def test_signs_are_found_as_by_their_patterns_one_after_another(text):
    folded = Prepared(text).folded
    data = tomllib.loads(files("maillon_engine").joinpath("data/signs.toml").read_text("utf-8"))
    for one in data["sign"]:
        plain = re.compile("|".join(one["patterns"]))
        shape = sign.signs()[one["code"]].shape
        assert [match.span() for match in shape.finditer(folded)] == [match.span() for match in plain.finditer(folded)]


def test_every_phrase_is_reached_over_what_it_begins_with():
    beginnings = numerals.beginnings()
    for phrase in numerals.phrases():
        words = phrase.split(" ")
        assert all(" ".join(words[:size]) in beginnings for size in range(1, len(words) + 1))


def test_every_longer_name_of_a_commune_is_reached_over_its_first_two_words():
    double = _beginnings().double
    assert all(tuple(name.split(" ")[:2]) in double for name in names() if " " in name)
