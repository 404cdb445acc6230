"""Everything that writes accounts. One module per concern; callers use these names."""

from maillon.accounts.services.arriving import arrive
from maillon.accounts.services.demo import create_demo_member
from maillon.accounts.services.departures import end_membership
from maillon.accounts.services.devices import (
    end_device,
    end_devices,
    end_devices_of,
    register_device,
    see_device,
)
from maillon.accounts.services.forgetting import forget_stale
from maillon.accounts.services.founding import create_first_administrator
from maillon.accounts.services.invitations import invite, revoke_invitation
from maillon.accounts.services.joining import accept_invitation, join_with_account
from maillon.accounts.services.keys import ensure_key, share_keys
from maillon.accounts.services.passphrases import change_language, change_passphrase
from maillon.accounts.services.roles import change_role
from maillon.accounts.services.second_factor import (
    begin_totp,
    check_totp,
    confirm_totp,
    new_recovery_codes,
    reset_second_factor,
    use_recovery_code,
)
from maillon.accounts.services.signing_out import revoke_sessions, sign_out, sign_out_everywhere

__all__ = [
    "accept_invitation",
    "arrive",
    "begin_totp",
    "change_language",
    "change_passphrase",
    "change_role",
    "check_totp",
    "confirm_totp",
    "create_demo_member",
    "create_first_administrator",
    "end_device",
    "end_devices",
    "end_devices_of",
    "end_membership",
    "ensure_key",
    "forget_stale",
    "invite",
    "join_with_account",
    "new_recovery_codes",
    "register_device",
    "reset_second_factor",
    "revoke_invitation",
    "revoke_sessions",
    "see_device",
    "share_keys",
    "sign_out",
    "sign_out_everywhere",
    "use_recovery_code",
]
