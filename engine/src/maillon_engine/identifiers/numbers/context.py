"""What stands around digits: words that announce a telephone number, and words that announce anything else."""

import re

_REACH = 48
_CUE = re.compile(
    r"\b(?:tel(?:ephone[rz]?)?s?|phone|mobile|portable|port|fixe|cell|gsm|appel(?:le|er|ez|s)?|call(?:s|ing)?|dial|ring"
    r"|joign\w*|joindre|contact\w*|sms|texto?s?|message|msg|mess|whats\w*|wa|watsap|wsp|numero|num|number|nb|reach|signal"
    r"|rappel\w*|ecri(?:s|vez|re)|laisse[rz]?|infos?|rdv|reserv\w*|hmu|hit me up|hit|txt|dispo au|me)\b|[☎📞📱📲✆🤙]"
)
_OTHER = re.compile(
    r"\b(?:nhs|ni|national insurance|patient|dea|npi|siret|siren|iban|rib|bic|swift|facture|commande|dossier|compteur|pdl|prm|pce|rae|isbn|issn|ean|imei|iccid"  # noqa: E501 - a pattern or a list reads best on its line
    r"|contrat|immat\w*|rcs|tva|vat|secu|securite sociale|nir|colis|suivi|tracking|order|invoice|account|acct|serial"
    r"|serie|licen[cs]e|ticket|gps|latitude|longitude|lat|lon|lng|matricule|lot|passe?port|permis|loto|tirage"
    r"|euromillions|keno|barcode|code[- ]barres?|ref|refs|reference|receipt|booking|case|claim|policy|zip|sku|upc|item"
    r"|transaction|virement|cheque|id|ids|uid|siege|adherent|abonne|allocataire|version|routing|sort code|visa|carte"
    r"|mastercard|ip|ssn|ein|insee|cadastr\w*|parcelle|annonce|ad|post|listing|badge|sha|md|hash|uuid|guid|mac|copyright|range"
    r"|coordonnees|point de livraison)\b"
    r"[^a-z0-9]*(?:(?:n|no|nos|num|numero|number|nr|client|de|du|la|le|est|is|id|serie|clients?|code|c)\b[^a-z0-9]*){0,4}$"
)
_WORDS = re.compile("[a-z]+")
# The words of _OTHER alone, for a first look; two of them may end in anything.
_OTHERS = frozenset(
    "passport passeport license licence code nhs ni insurance patient dea npi siret siren iban rib bic swift facture commande dossier compteur pdl prm pce rae isbn issn ean imei iccid contrat"  # noqa: E501 - a pattern or a list reads best on its line
    " rcs tva vat secu securite nir colis suivi tracking order invoice account acct serial serie ticket gps latitude"
    " longitude lat lon lng matricule lot permis loto tirage euromillions keno barcode ref refs reference receipt booking"  # noqa: E501 - a pattern or a list reads best on its line
    " case claim policy zip sku upc item transaction virement cheque id ids uid siege adherent abonne allocataire version"  # noqa: E501 - a pattern or a list reads best on its line
    " routing sort visa carte mastercard ip ssn ein insee parcelle annonce ad post listing badge coordonnees point sha md hash uuid guid mac copyright range".split()  # noqa: E501 - a pattern or a list reads best on its line
)
_IBAN_SO_FAR = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4})* ?$")
_COUNTED = re.compile(
    r"[ ]?(?:[€$£](?![ ]?[0-9])|%|°|(?:eur|euros?|dollars?|usd|chf|km|cm|mm|kg|m2|ans"
    r"|janv\w*|fev\w*|mars|avril|mai|juin|juil\w*|aout"
    r"|septembre|octobre|novembre|decembre|january|february|march|april|june|july|august|september|october|november"
    r"|december)\b)"
)
_UNIT = re.compile(
    r"[ ]?(?:h\b|h\d|ans?\b|eur|[€$£%°/]|m\b|m2|min\b|mn\b|km|kg|cm|j\b|jours?\b|[ap]m\b|rue|av|bd|e\b|years?\b)"
)


# Digests, identifiers of things and of network cards are written in these; a number between letters is far shorter.
_DIGEST = re.compile(r"(?<![0-9a-z])(?:[0-9a-f\-]{24,}|[0-9a-f]{2}(?::[0-9a-f]{2}){5})(?![0-9a-z])")


# Of what such a run is made; a span with anything else lies in none.
_HEXADECIMAL = re.compile(r"[0-9a-f:\-]+")


def in_digest(folded: str, start: int, end: int) -> bool:
    """Whether a span lies in a run of hexadecimal figures that is too long for a number, or in a hardware address."""
    if _HEXADECIMAL.fullmatch(folded, start, end) is None:
        return False
    around = _DIGEST.finditer(folded, max(0, start - _REACH), end + _REACH)
    return any(
        match.start() <= start and end <= match.end() and any(sign in "abcdef" for sign in match[0]) for match in around
    )


def has_cue(folded: str, start: int, end: int) -> bool:
    """Whether a word or sign of telephony stands just before the span, or right after it."""
    return bool(_CUE.search(folded, max(0, start - _REACH), start) or _CUE.search(folded, end, end + 16))


def is_cue(word: str) -> bool:
    """Whether the word alone announces a telephone number."""
    return _CUE.fullmatch(word) is not None


def names_other(folded: str, start: int) -> bool:
    """Whether the words right before are those of another kind of number: an order, a company, a meter, an account."""
    before = folded[max(0, start - _REACH) : start]
    if before.endswith("#"):
        return True
    if _OTHERS.isdisjoint(_WORDS.findall(before)) and "immat" not in before and "cadastr" not in before:
        return False
    return _OTHER.search(before) is not None


def inside_account(clean: str, start: int) -> bool:
    """Whether what stands before is the beginning of an IBAN."""
    if not clean[max(0, start - 2) : start].strip()[-1:].isalnum():
        return False
    return _IBAN_SO_FAR.search(clean, max(0, start - 40), start) is not None


def is_counted(folded: str, end: int) -> bool:
    """Whether money, a measure or a month follows: then the digits counted something."""
    return _COUNTED.match(folded, end) is not None


def has_unit(folded: str, end: int) -> bool:
    """Whether a unit follows the digits that end here: "24h", "35 m2", "45 ans", "12/14"."""
    return _UNIT.match(folded, end) is not None
