"""Differences as text in two columns, for a terminal."""

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from maillon.guidance.classes import STATUS, Box
from maillon.guidance.compare import Difference
from maillon.guidance.compare_readings import ReadingDifference
from maillon.guidance.enums import ReporterStatus
from maillon.guidance.facts import Step
from maillon.guidance.rulebook import Rulebook
from maillon.guidance.wording import name_of

WIDTH = 58


def render(difference: Difference, old: Rulebook, new: Rulebook) -> str:
    """One difference: the situations it touches, then the steps before and after, side by side."""
    lines = ["Situations:"]
    lines += [f"  - {_box(box, new)}" for box in difference.boxes]
    if not (difference.change.before or difference.change.after):
        return "\n".join([*lines, "  the steps are the same, in another order"])
    left = _column("BEFORE", difference.change.before, old)
    right = _column("AFTER", difference.change.after, new)
    lines += [f"{a:<{WIDTH}} | {b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")]
    return "\n".join(lines)


def render_reading(difference: ReadingDifference, old: Rulebook, new: Rulebook) -> str:
    """One set of signs, then what it amounted to and what it amounts to now."""
    texts = {code: sign.text for book in (old, new) for code, sign in book.signs.items()}
    lines = [f"Signs seen together, of {'a minor' if difference.minor else 'an adult'}:"]
    lines += [f"  - {code}: {texts[code]}" for code in difference.signs]
    before, after = old.word(difference.before), new.word(difference.after)
    return "\n".join([*lines, f"{'BEFORE':<{WIDTH}} | AFTER", f"{before:<{WIDTH}} | {after}"])


def _box(box: Box, rulebook: Rulebook) -> str:
    return "; ".join(_axis(axis, values, rulebook) for axis, values in box) or "all"


def _axis(axis: str, values: tuple[object, ...], rulebook: Rulebook) -> str:
    if axis.startswith(STATUS):
        status = rulebook.word(ReporterStatus(axis.removeprefix(STATUS)))
        return f"{status}: {name_of(values[0], rulebook)}"
    return f"{rulebook.words['fact'][axis]}: {' / '.join(name_of(value, rulebook) for value in values)}"


def _column(title: str, steps: tuple[Step, ...], rulebook: Rulebook) -> list[str]:
    lines = [title]
    for step in steps:
        for line in _step(step, rulebook):
            lines += textwrap.wrap(line, WIDTH, subsequent_indent="  ")
    return lines if steps else [title, "(nothing)"]


def _step(step: Step, rulebook: Rulebook) -> Iterator[str]:
    yield f"[{step.rule}] {step.code} -> {rulebook.word(step.addressee)}"
    yield ", ".join(rulebook.word(value) for value in (step.duty, step.delay, step.channel, step.identity))
    yield f"ground: {step.ground}; sources: {', '.join(step.sources)} ({rulebook.word(step.confidence)})"
    if step.identity_ground:
        yield f"ground of the identity: {step.identity_ground}"
    yield f"recipient: {rulebook.word(step.choice)}"
    yield f"what: {step.what}"
    yield from (f"avoid: {text}" for text in step.avoid)
    yield from (f"tell: {text}" for text in step.tell)
    yield from (f"show: {code}" for code in step.contacts)
