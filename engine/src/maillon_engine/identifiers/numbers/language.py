"""Whether a text addresses English speakers: enough to know which numbering plans its author has in mind."""

_ENGLISH = frozenset(
    "the and you your for with my me call text at are now new this will can be is it of our by from have just need"
    " looking available am ask please phone number reach hit find us we get want here or"
    " one two three four five seven eight nine oh text number".split()
)
_FRENCH = frozenset(
    "le la les un une des du de et vous je tu moi mon ma mes sur avec au aux pour en est suis dans par pas qui que"
    " tel telephone appelez appeler appelle numero contactez ou bonjour".split()
)
WORDS = _ENGLISH | _FRENCH


def is_english(words: frozenset[str]) -> bool:
    """More English than French among the commonest words of both, and at least one."""
    english = len(words & _ENGLISH)
    return english > 0 and english > len(words & _FRENCH)
