"""Lists in docs/guardrails.md the tests that hold each rule, and fails when a rule said to be held has none.

A rule is a heading `## G1 · …` followed by a line that begins with `Held` or with `Not yet held`. A test names the
rules it holds: `@pytest.mark.guardrail("G1")`.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.generated import BEGIN, command
from scripts.tree import PROJECT, tracked

PAGE = PROJECT / "docs" / "guardrails.md"
_RULE = re.compile(r"^## (?P<rule>G\d+) .*\n+(?P<state>Held|Not yet held)\b", re.MULTILINE)


@dataclass(frozen=True)
class Holding:
    """A marked test and the rules that it names."""

    test: str
    rules: tuple[str, ...]


def rules(page: str) -> dict[str, bool]:
    """Rule -> whether the page says that it is held."""
    return {found["rule"]: found["state"] == "Held" for found in _RULE.finditer(page.partition(BEGIN)[0])}


def holdings(files: Iterable[Path], root: Path = PROJECT) -> Iterator[Holding]:
    """Every marked test, or class or module of tests, among the files."""
    for file in files:
        tree = ast.parse(file.read_text("utf-8"))
        where = file.relative_to(root).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                marks = [mark for mark in node.decorator_list if _is_guardrail(mark)]
                yield from (Holding(f"{where}::{node.name}", _named(mark)) for mark in marks)
            elif isinstance(node, ast.Assign) and "pytestmark" in {ast.unparse(name) for name in node.targets}:
                marks = [mark for mark in ast.walk(node.value) if isinstance(mark, ast.Call) and _is_guardrail(mark)]
                yield from (Holding(where, _named(mark)) for mark in marks)


def faults(stated: Mapping[str, bool], held: Iterable[Holding]) -> Iterator[str]:
    """One line for each rule without a test, and for each test that names no rule or one that does not exist."""
    tested = set()
    for holding in held:
        if not holding.rules:
            yield f"{holding.test} names no rule"
        yield from (
            f"{holding.test} names {rule}, which does not exist" for rule in holding.rules if rule not in stated
        )
        tested |= set(holding.rules)
    yield from (
        f"{rule} is said to be held, and no test holds it" for rule in stated if stated[rule] and rule not in tested
    )


def part(held: Iterable[Holding]) -> str:
    """The generated part of the page: per rule, its tests."""
    by_rule = defaultdict(list)
    for holding in held:
        for rule in holding.rules:
            by_rule[rule].append(holding.test)
    rows = [
        f"| {rule} | {'<br>'.join(f'`{test}`' for test in sorted(by_rule[rule]))} |"
        for rule in sorted(by_rule, key=lambda rule: int(rule[1:]))
    ]
    return "\n".join(["| rule | tests |", "| --- | --- |", *rows])


def marked_tests() -> list[Holding]:
    """The marked tests of both packages."""
    return list(holdings(path for path in tracked() if "tests" in path.parts and path.suffix == ".py"))


def main(arguments: list[str]) -> int:
    """Rewrites the page, or checks it."""
    held = marked_tests()
    found = list(faults(rules(PAGE.read_text("utf-8")), held))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return command(PAGE, lambda: part(held), arguments) or (1 if found else 0)


def _is_guardrail(mark: ast.expr) -> bool:
    return ast.unparse(mark.func if isinstance(mark, ast.Call) else mark).endswith("mark.guardrail")


def _named(mark: ast.expr) -> tuple[str, ...]:
    arguments = mark.args if isinstance(mark, ast.Call) else []
    return tuple(str(argument.value) for argument in arguments if isinstance(argument, ast.Constant))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
