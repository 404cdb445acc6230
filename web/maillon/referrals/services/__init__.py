"""Everything that changes or opens a referral. Callers use these names.

Professionals: `save_draft`, `read_draft`, `discard_draft`, `propose`, `add_recipient`, `ask_consent`, `open_own`,
`read_words`, `withdraw`, `withdraw_step`, `revoke_consent`, `make_link`, `end_link` (who refers); `open_step`,
`accept`, `refuse`, `appoint`, `missed`, `met`, `finish` (the service).
Public door: `link_exists`, `enter_link`, `open_by_link`, `accept_by_link`, `refuse_by_link`, `look_by_link`,
`met_by_link`, `finish_by_link` (a service with a link);
`follow_by_code`, `agree_by_code`, `decline_by_code`, `revoke_by_code`, `withdraw_by_code`, `said_met_by_person` (her).
Worker: `watch_silence`, `erase_expired`.
Beside them: `referrals.content` (what to hand over), `referrals.rights`, `referrals.selectors`, `referrals.rules`
(`refusal_reasons`, `outcomes`), `referrals.wording` (the text of a consent), `referrals.plain` (words for the person),
`referrals.advice` (what else to try), `referrals.calendars` (the calendar file).
"""

from maillon.referrals.services.adding import add_recipient, agree_by_code, ask_consent, decline_by_code
from maillon.referrals.services.answering import accept, open_step, refuse
from maillon.referrals.services.drafts import discard_draft, read_draft, save_draft
from maillon.referrals.services.entering import (
    TRIES,
    EnteredLink,
    accept_by_link,
    enter_link,
    finish_by_link,
    link_exists,
    look_by_link,
    met_by_link,
    open_by_link,
    refuse_by_link,
)
from maillon.referrals.services.erasing import erase_for_code
from maillon.referrals.services.links import NewLink, end_link, make_link
from maillon.referrals.services.meeting import appoint, finish, met, missed
from maillon.referrals.services.person import Followed, OwnReferral, follow_by_code, said_met_by_person
from maillon.referrals.services.proposing import propose
from maillon.referrals.services.reading import open_own, read_words
from maillon.referrals.services.retention import Erasure, erase_expired
from maillon.referrals.services.silence import watch_silence
from maillon.referrals.services.withdrawing import (
    revoke_by_code,
    revoke_consent,
    withdraw,
    withdraw_by_code,
    withdraw_step,
)

__all__ = [
    "TRIES",
    "EnteredLink",
    "Erasure",
    "Followed",
    "NewLink",
    "OwnReferral",
    "accept",
    "accept_by_link",
    "add_recipient",
    "agree_by_code",
    "appoint",
    "ask_consent",
    "decline_by_code",
    "discard_draft",
    "end_link",
    "enter_link",
    "erase_expired",
    "erase_for_code",
    "finish",
    "finish_by_link",
    "follow_by_code",
    "link_exists",
    "look_by_link",
    "make_link",
    "met",
    "met_by_link",
    "missed",
    "open_by_link",
    "open_own",
    "open_step",
    "propose",
    "read_draft",
    "read_words",
    "refuse",
    "refuse_by_link",
    "revoke_by_code",
    "revoke_consent",
    "said_met_by_person",
    "save_draft",
    "watch_silence",
    "withdraw",
    "withdraw_by_code",
    "withdraw_step",
]
