"""What must hold between records before anything is answered with them."""

import inspect
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from maillon.base.enums import Confidence
from maillon.guidance import enums
from maillon.guidance.conditions import DOMAINS, MINOR_AGES, STATUS_KEYS
from maillon.guidance.enums import AgeClass, Channel, Ground, Identity
from maillon.guidance.errors import BrokenRulebook
from maillon.guidance.records import Clock, Contact, GroundTerms, LegalSource, Row, Rule

CLOSED_LISTS: tuple[type[StrEnum], ...] = (
    Confidence,
    *(kind for _, kind in inspect.getmembers(enums, inspect.isclass) if issubclass(kind, StrEnum) and kind != StrEnum),
)


def list_name(kind: type[StrEnum]) -> str:
    """The name of a closed list's table in words.toml: `OffenceKnown` is `offence_known`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def check_known(where: str, what: str, codes: Iterable[str], known: Iterable[str]) -> None:
    """Refuses a code that names nothing."""
    unknown = sorted(set(codes) - set(known))
    if unknown:
        raise BrokenRulebook(f"{where}: unknown {what} {', '.join(unknown)}")


def check_rows(
    rows: Mapping[str, Row],
    rules: Mapping[str, Rule],
    sources: Mapping[str, LegalSource],
    contacts: Mapping[str, Contact],
    grounds: Mapping[str, GroundTerms],
) -> None:
    """Rules, sources, contacts and grounds that rows name exist, and a row names the sources of its grounds."""
    for row in rows.values():
        where = f"rules.toml, {row.code}"
        check_known(where, "rule", [row.rule], [rule.code for rule in rules.values() if not rule.elsewhere])
        check_known(where, "source", row.sources, sources)
        check_known(where, "contact", row.contacts, contacts)
        _check_grounds(where, row, grounds)
        _check_wish(where, row)
    unused = {rule.code for rule in rules.values() if not rule.elsewhere} - {row.rule for row in rows.values()}
    if unused:
        raise BrokenRulebook(f"rules.toml, {', '.join(sorted(unused))}: has no step and does not say where it is kept")


def _check_grounds(where: str, row: Row, grounds: Mapping[str, GroundTerms]) -> None:
    if not row.sources:
        raise BrokenRulebook(f"{where}: names no source")
    for ground in filter(None, (row.ground, row.identity_ground)):
        missing = sorted(set(grounds[ground].sources) - set(row.sources))
        if missing:
            raise BrokenRulebook(f"{where}: rests on {ground} without naming {', '.join(missing)}")
    if row.ground is Ground.NO_PERSONAL_DATA and row.identity is not Identity.NEVER:
        raise BrokenRulebook(f"{where}: an identity can't move on {row.ground}")
    if row.identity_ground and row.identity is not Identity.ALLOWED:
        raise BrokenRulebook(f"{where}: names a ground for an identity that may not move")


def _check_wish(where: str, row: Row) -> None:
    # Loi 2002-305 art. 13: what a minor wishes changes nothing, so no row that reaches one may ask it.
    for condition in row.when:
        reaches_a_minor = any(condition.allows("age", age) for age in MINOR_AGES)
        if reaches_a_minor and any(clause.key == "wish" for clause in condition.clauses):
            raise BrokenRulebook(f"{where}: asks the wish of a minor")
        reaches_an_adult = condition.allows("age", AgeClass.ADULT)
        if reaches_a_minor and reaches_an_adult and row.channel is Channel.TRANSMISSION:
            raise BrokenRulebook(f"{where}: sends on the same terms for a minor and an adult")


def check_grounds(grounds: Mapping[str, GroundTerms], sources: Mapping[str, LegalSource]) -> None:
    """Every ground of the closed list has its terms, and its sources exist."""
    for ground in grounds.values():
        check_known(f"grounds.toml, {ground.ground}", "source", ground.sources, sources)
    missing = sorted(set(Ground) - set(grounds))
    if missing:
        raise BrokenRulebook(f"grounds.toml: no terms for {', '.join(missing)}")


def check_clocks(clocks: Mapping[str, Clock], sources: Mapping[str, LegalSource]) -> None:
    """A legal clock names the text that dates it, and that text was read."""
    for clock in clocks.values():
        where = f"clocks.toml, {clock.addressee}"
        check_known(where, "source", clock.sources, sources)
        if not clock.sources or any(sources[code].confidence is Confidence.UNCONFIRMED for code in clock.sources):
            raise BrokenRulebook(f"{where}: a legal clock needs a confirmed source")


def check_words(words: Mapping[str, Mapping[str, str]]) -> None:
    """Every value of every closed list, and every fact, has a name."""
    wanted = {list_name(kind): {member.value for member in kind} for kind in CLOSED_LISTS if kind is not Ground}
    wanted |= {"fact": {*DOMAINS, *STATUS_KEYS, "minor"}, "yes_no": {"true", "false"}}
    for name in sorted(wanted.keys() | words.keys()):
        if wanted.get(name, set()) != set(words.get(name, {})):
            odd = sorted(wanted.get(name, set()) ^ set(words.get(name, {})))
            raise BrokenRulebook(f"words.toml, {name}: missing or unknown {', '.join(odd) or name}")


def expired(sources: Mapping[str, LegalSource], contacts: Mapping[str, Contact], on: date) -> tuple[str, ...]:
    """What nobody has checked for too long, as `file, code: expired on …`."""
    late = [
        f"sources.toml, {item.code}: expired on {item.expires_on}" for item in sources.values() if on >= item.expires_on
    ]
    late += [
        f"contacts.toml, {item.code}: expired on {item.expires_on}"
        for item in contacts.values()
        if on >= item.expires_on
    ]
    return tuple(late)
