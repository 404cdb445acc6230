"""Members, and what they do in which organisation."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from maillon.accounts.enums import Role
from maillon.directory.models import Organisation

if TYPE_CHECKING:
    from maillon.vault.keyrings import Keyring


class Member(AbstractBaseUser):
    """A person with an account. There is no password hash: signing in is unlocking her key (vault.unlock_member)."""

    id = models.UUIDField(primary_key=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=5, default="fr")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    password = None  # type: ignore[assignment]

    # Set on the object that has just unlocked its key, and never stored.
    keyring: "Keyring | None" = None

    objects: ClassVar[BaseUserManager["Member"]] = BaseUserManager()  # type: ignore[assignment]

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []


class Membership(models.Model):
    """A member acting in the name of an organisation. An ended one is kept, for the journal's sake."""

    id = models.UUIDField(primary_key=True)
    member = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.RESTRICT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "organisation"], condition=Q(ended_at=None), name="one_current_membership_each"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("started_at")), name="membership_ends_after_start"
            ),
        ]

    @property
    def role_enum(self) -> Role:
        """The role as a member of the closed list."""
        return Role(self.role)


class Invitation(models.Model):
    """An invitation to join. Only the digest of its secret is kept."""

    id = models.UUIDField(primary_key=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=Role)
    secret_digest = models.BinaryField(max_length=32, unique=True)
    invited_by = models.ForeignKey(Membership, on_delete=models.RESTRICT, related_name="invitations")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(revoked_at=None), name="invitation_is_accepted_or_revoked"
            )
        ]


class RecoveryCode(models.Model):
    """One single-use substitute for the authenticator app; only its digest is kept."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.BinaryField(max_length=32)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "digest"], name="one_row_per_recovery_code")]


class Session(models.Model):
    """A signed-in browser. The key is the digest of the cookie, so a copy of this table opens no session."""

    key_digest = models.BinaryField(max_length=32, primary_key=True)
    # Set once somebody is signed in, so that all sessions of a member can be ended at once.
    member = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="sessions")
    data = models.BinaryField()
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    # "Firefox, Android": for the member's own list of open sessions. No address is kept.
    browser = models.CharField(max_length=40, blank=True)


class Device(models.Model):
    """A browser that keeps reports without a signal. Only the digest of its cookie is kept.

    An ended one is told to empty itself when it next asks; so its row stays for as long as a browser keeps the cookie.
    """

    id = models.UUIDField(primary_key=True)
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="devices")
    token_digest = models.BinaryField(max_length=32, unique=True)
    # "Firefox, Android": for the member's own list of devices. No address is kept.
    browser = models.CharField(max_length=40, blank=True)
    registered_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
