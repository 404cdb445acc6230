"""Which answers a device can give without a signal, and what is taken over of those that it gave. Pure.

Fewer than the path asks: nothing that names anybody, and nothing that needs the directory. The rest is asked once the
draft is taken up again.
"""

from dataclasses import fields

from maillon.guidance.enums import AgeClass
from maillon.reports.content import ReportContent

ANSWERS = frozenset(
    {
        "origin",
        "danger",
        "age",
        "age_is_sure",
        "grave",
        "signs",
        "signs_absent",
        "commune_typed",
        "place",
        "observed",
        "narrative",
    }
)
# The screens of the path that the form answers. The commune stays to be chosen: what was typed is looked up when the
# draft is taken up again.
STEPS = frozenset({"danger", "origine", "age", "gravite", "signes", "lieu", "moment", "recit"})
TYPED_LIMIT = 60
NARRATIVE_LIMIT = 1500


def taken_over(content: ReportContent, *, signs: frozenset[str]) -> ReportContent:
    """The same report with the answers of the device's form alone, in the bounds that the form has.

    `signs` are the codes that are known today. Raises ValueError for what no form gives.
    """
    _check_kinds(content)
    kept = {item.name: getattr(content, item.name) for item in fields(ReportContent) if item.name in ANSWERS}
    kept["narrative"] = content.narrative[:NARRATIVE_LIMIT]
    kept["commune_typed"] = content.commune_typed[:TYPED_LIMIT]
    for name in ("signs", "signs_absent"):
        kept[name] = tuple(code for code in dict.fromkeys(kept[name]) if code in signs)
    if content.age is None or content.age is AgeClass.ADULT:
        kept["grave"] = False
    return ReportContent(**kept, answered=tuple(step for step in dict.fromkeys(content.answered) if step in STEPS))


def _check_kinds(content: ReportContent) -> None:
    switches = (content.danger, content.grave, content.age_is_sure)
    texts = (content.narrative, content.commune_typed, *content.signs, *content.signs_absent, *content.answered)
    if not all(value is None or isinstance(value, bool) for value in switches):
        msg = "neither yes nor no"
        raise ValueError(msg)
    if not all(isinstance(text, str) for text in texts):
        msg = "not a text"
        raise ValueError(msg)
