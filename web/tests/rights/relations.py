"""In which relation somebody stands to what an address is about, and the audiences that the matrix names. No Django."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Relation(StrEnum):
    """Everybody who is tried at every address."""

    ANONYMOUS = "anonymous"
    ENDED = "ended"
    ADMINISTRATOR = "administrator"
    AUTHOR = "author"
    COLLEAGUE = "colleague"
    RECIPIENT = "recipient"
    RECIPIENT_LEAD = "recipient_lead"
    RECIPIENT_REPORTER = "recipient_reporter"
    FORWARDED = "forwarded"
    FOLLOWER = "follower"
    FOLLOWER_LEAD = "follower_lead"
    STRANGER = "stranger"
    STRANGER_LEAD = "stranger_lead"
    PRESENTING = "presenting"
    INSTRUCTING = "instructing"


MEANING: Mapping[Relation, str] = {
    Relation.ANONYMOUS: "nobody is signed in",
    Relation.ENDED: "read at the receiving organisation, and has left it",
    Relation.ADMINISTRATOR: "administers the instance",
    Relation.AUTHOR: "wrote the draft and sent the report",
    Relation.COLLEAGUE: "reports in the author’s organisation",
    Relation.RECIPIENT: "reads at the organisation that received it, and transferred the one that went on",
    Relation.RECIPIENT_LEAD: "leads that organisation",
    Relation.RECIPIENT_REPORTER: "reports, and does not read, at that organisation",
    Relation.FORWARDED: "reads at the organisation that it was transferred to",
    Relation.FOLLOWER: "reads at an association, and follows the person of the case",
    Relation.FOLLOWER_LEAD: "leads that association",
    Relation.STRANGER: "reads at an organisation that it never reached",
    Relation.STRANGER_LEAD: "leads an organisation that it never reached",
    Relation.PRESENTING: "leads an approved association, and follows those whose exit paths it presents",
    Relation.INSTRUCTING: "reads at the préfecture that those paths were handed to",
}
SIGNED_OUT = frozenset({Relation.ANONYMOUS, Relation.ENDED})
_MEMBERS = frozenset(Relation) - SIGNED_OUT
_LEADS = frozenset({Relation.RECIPIENT_LEAD, Relation.STRANGER_LEAD, Relation.PRESENTING, Relation.FOLLOWER_LEAD})

AUDIENCES: Mapping[str, frozenset[Relation]] = {
    "everybody": frozenset(Relation),
    "with_a_place": frozenset(Relation) - {Relation.ENDED},
    "nobody": frozenset(),
    "signed_in": _MEMBERS,
    "reporters": _MEMBERS - {Relation.ADMINISTRATOR},
    "readers": _LEADS
    | {Relation.RECIPIENT, Relation.FORWARDED, Relation.FOLLOWER, Relation.STRANGER, Relation.INSTRUCTING},
    "leads": _LEADS,
    "own_leads": frozenset({Relation.RECIPIENT_LEAD}),
    # Of the directory: whoever keeps all of it, and leads for their own organisation's services.
    "adders": _LEADS | {Relation.ADMINISTRATOR},
    "editors": frozenset({Relation.RECIPIENT_LEAD, Relation.ADMINISTRATOR}),
    "counters": frozenset({Relation.RECIPIENT, Relation.RECIPIENT_LEAD, Relation.ADMINISTRATOR}),
    "administrators": frozenset({Relation.ADMINISTRATOR}),
    "author": frozenset({Relation.AUTHOR}),
    "recipients": frozenset({Relation.RECIPIENT, Relation.RECIPIENT_LEAD}),
    "both_sides": frozenset({Relation.AUTHOR, Relation.RECIPIENT, Relation.RECIPIENT_LEAD}),
    "forwarded": frozenset({Relation.FORWARDED}),
    "presenting": frozenset({Relation.PRESENTING}),
    # Who leads an association may ask for its approval.
    "association_leads": frozenset({Relation.PRESENTING, Relation.FOLLOWER_LEAD}),
    # Coordination sheets: at the council that writes them, and at a préfecture, each its own.
    "sheet_readers": frozenset({Relation.RECIPIENT, Relation.RECIPIENT_LEAD, Relation.INSTRUCTING}),
    "instructing": frozenset({Relation.INSTRUCTING}),
    "both_of_the_path": frozenset({Relation.PRESENTING, Relation.INSTRUCTING}),
    # An adult's file: whoever follows her writes; the lead of the team reads and reviews.
    "follower": frozenset({Relation.FOLLOWER}),
    "follower_lead": frozenset({Relation.FOLLOWER_LEAD}),
    "team": frozenset({Relation.FOLLOWER, Relation.FOLLOWER_LEAD}),
    # Who may open one: those who follow people, under secrecy. FORWARDED reads at a health service.
    "following": frozenset({Relation.FOLLOWER, Relation.FOLLOWER_LEAD, Relation.FORWARDED, Relation.PRESENTING}),
    # Of the commission: its secretariat is the receiving organisation's, and who reads at the health house sits there.
    "secretary": frozenset({Relation.RECIPIENT, Relation.RECIPIENT_LEAD}),
    "secretary_lead": frozenset({Relation.RECIPIENT_LEAD}),
    "seated": frozenset({Relation.FORWARDED}),
    # At a minors' meeting the council's reader sits for the département; a préfecture of nobody here keeps it.
    "sits_for_minors": frozenset({Relation.RECIPIENT}),
    "commission": frozenset({Relation.RECIPIENT, Relation.RECIPIENT_LEAD, Relation.FORWARDED, Relation.AUTHOR}),
    # Nobody among these, though there is somebody: the signed-out are sent to sign in all the same.
    "nobody_here": frozenset(),
}


class Answer(StrEnum):
    """What somebody gets."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    SIGN_IN = "sign in"


@dataclass(frozen=True)
class Row:
    """One address about one object, and who may ask for it."""

    name: str
    who: str
    methods: tuple[str, ...]
    about: str = ""
    state: str = ""

    def expected(self, relation: Relation) -> Answer:
        """The answer that this relation must get."""
        if relation in AUDIENCES[self.who]:
            return Answer.ALLOWED
        # Where signing in would change nothing, the signed-out are not sent to it.
        sends_away = relation in SIGNED_OUT and self.who not in {"nobody", "with_a_place"}
        return Answer.SIGN_IN if sends_away else Answer.REFUSED

    @property
    def is_door(self) -> bool:
        """Whether it is open to whoever comes: it may lead on to another door."""
        return self.who in {"everybody", "with_a_place"}


def rows() -> list[Row]:
    """The matrix as it is written in matrix.toml."""
    table = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text(encoding="utf-8"))
    return [Row(**{**route, "methods": tuple(route["methods"])}) for route in table["route"]]
