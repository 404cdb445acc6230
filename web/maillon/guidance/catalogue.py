"""The msgids of the data files as Python modules, so that makemessages sees them."""

import json
from collections.abc import Iterator

from maillon.guidance.rulebook import FILES, Rulebook

# The codes of another standard are shown to nobody.
SHOWN = tuple(name for name in FILES if name != "htcds")

HEAD = '''"""Texts of data/{name}.toml, for makemessages. Written by `manage.py guidance_messages`."""
{noqa}
from django.utils.translation import gettext_noop as _

MESSAGES = (
'''


# The formatter's own: what is written here is what it would write.
LINE = 120


def modules(rulebook: Rulebook) -> dict[str, str]:
    """The source of each module, by its file name. Every msgid stands in one module, once."""
    seen: set[str] = set()
    written = {}
    for name in SHOWN:
        own = [text for text in dict.fromkeys(texts(name, rulebook)) if text not in seen]
        seen.update(own)
        body = "".join(_call(text) for text in own)
        noqa = "# ruff: noqa: E501\n" if any(len(line) > LINE for line in body.splitlines()) else ""
        written[f"{name}.py"] = HEAD.format(name=name, noqa=noqa) + body + ")\n"
    return written


def _call(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    line = f"    _({quoted}),"
    return f"{line}\n" if len(line) <= LINE else f"    _(\n        {quoted}\n    ),\n"


def texts(name: str, rulebook: Rulebook) -> Iterator[str]:
    """The msgids of one data file, in its order; some may stand there twice."""
    gather = {
        "sources": _sources,
        "contacts": _contacts,
        "grounds": _grounds,
        "clocks": _clocks,
        "rules": _rules,
        "indicators": _indicators,
        "cards": _cards,
        "words": _words,
        "scenarios": _scenarios,
        "doors": _doors,
    }[name]
    return (text for text in gather(rulebook) if text)


def _sources(rulebook: Rulebook) -> Iterator[str]:
    # Names of codes and where they were read are citations: they stay as they are in every language.
    for source in rulebook.sources.values():
        yield from (source.summary, source.note)


def _contacts(rulebook: Rulebook) -> Iterator[str]:
    for contact in rulebook.contacts.values():
        yield from (contact.name, contact.purpose, contact.hours, contact.asks, contact.cost, contact.not_for)


def _doors(rulebook: Rulebook) -> Iterator[str]:
    yield from (row.reason for row in rulebook.doors)


def _grounds(rulebook: Rulebook) -> Iterator[str]:
    for ground in rulebook.grounds.values():
        yield from (ground.name, ground.terms)


def _clocks(rulebook: Rulebook) -> Iterator[str]:
    yield from (clock.basis for clock in rulebook.clocks.values())
    yield from (expectation.basis for expectation in rulebook.expectations.values())


def _rules(rulebook: Rulebook) -> Iterator[str]:
    for rule in rulebook.rules.values():
        yield from (rule.title, rule.situation, rule.elsewhere)
    for row in rulebook.rows.values():
        yield from (row.what, *row.avoid, *row.tell)


def _indicators(rulebook: Rulebook) -> Iterator[str]:
    for sign in rulebook.signs.values():
        yield from (sign.text, sign.otherwise)


def _cards(rulebook: Rulebook) -> Iterator[str]:
    for card in rulebook.cards.values():
        yield from (item.text for item in card.items)


def _words(rulebook: Rulebook) -> Iterator[str]:
    for entries in rulebook.words.values():
        yield from entries.values()


def _scenarios(rulebook: Rulebook) -> Iterator[str]:
    exercises = rulebook.exercises
    for scenario in exercises.scenarios.values():
        yield from (scenario.title, scenario.text, scenario.why)
        for temptation in scenario.tempting:
            yield from (temptation.text, temptation.why)
    for misstep in exercises.missteps.values():
        yield from (misstep.text, misstep.why)
    for question in exercises.questions.values():
        yield from (question.text, *(choice.text for choice in question.choices))
    yield from (feeling.text for feeling in exercises.feelings.values())
