"""Reports the invented situations, through the same services as everybody."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.guidance import rulebook
from maillon.reports import services
from maillon.reports.content import ReportContent
from maillon.reports.enums import OpeningReason, Outcome
from maillon.reports.models import Report, Transmission
from maillon.reports.proposals import propose
from maillon.reports.services.drafts import open_draft
from maillon.vault.keyrings import Keyring


class Situations:
    """Plays the data file's reports: each is drafted, sent, and moved along by its first recipient's lead."""

    def __init__(self, members: dict[str, Membership], keyrings: Mapping[UUID, Keyring], *, at: datetime) -> None:
        self._members = members
        self._at = at
        self._keyrings = keyrings

    def play(self, row: dict[str, Any]) -> Report:
        """Makes one report and its moves; `hours_ago` sets when it was sent."""
        author = self._members[row["author"]]
        sent_at = self._at - timedelta(hours=row["hours_ago"])
        report = self._send(row, author, sent_at)
        self.move_along(report, row, sent_at)
        return report

    def move_along(self, report: Report, row: dict[str, Any], sent_at: datetime) -> None:
        """Does what `moves` names at each recipient, an hour apart, in the name of its lead."""
        for transmission in report.transmissions.select_related("recipient"):
            self._move(transmission, row, sent_at)

    def _send(self, row: dict[str, Any], author: Membership, at: datetime) -> Report:
        signs = [sign.code for sign in rulebook.load().indicators.asked(author.organisation.kind)][:3]
        answers = {**row["content"], "signs": signs, "signs_answered": True}
        content = ReportContent.from_answers(answers)
        draft = services.save_draft(content=content, by=author, at=at)
        content = open_draft(draft=draft, by=author, keyring=self._keyrings[author.member_id])
        chosen = propose(content, author, on=localdate(at)).reachable()
        return services.submit(
            draft_id=draft.id,
            seen_version=1,
            chosen=chosen.keys(),
            by=author,
            keyring=self._keyrings[author.member_id],
            at=at,
        )

    def _move(self, transmission: Transmission, row: dict[str, Any], sent_at: datetime) -> None:
        reader = self._reader_of(transmission)
        if reader is None:
            return
        for hours, move in enumerate(row["moves"], start=1):
            self._one_move(move, transmission, reader, row, min(sent_at + timedelta(hours=hours), self._at))

    def _reader_of(self, transmission: Transmission) -> Membership | None:
        members = self._members.values()
        leads = [
            item for item in members if item.organisation_id == transmission.recipient_id and item.role == Role.LEAD
        ]
        return leads[0] if leads else None

    def _one_move(
        self, move: str, transmission: Transmission, reader: Membership, row: dict[str, Any], at: datetime
    ) -> None:
        key = transmission.id
        if move == "open":
            services.open_transmission(
                transmission_id=key,
                by=reader,
                keyring=self._keyrings[reader.member_id],
                at=at,
                reason=OpeningReason.HANDLING,
            )
        elif move == "acknowledge":
            services.acknowledge(transmission_id=key, by=reader, at=at)
        elif move == "take":
            services.take(transmission_id=key, by=reader, at=at)
        elif move == "ask":
            services.ask_more(transmission_id=key, text=row["question"], by=reader, at=at)
        elif move == "close":
            services.close(transmission_id=key, outcome=Outcome(row["outcome"]), by=reader, at=at)
