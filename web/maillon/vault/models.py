"""Keys, sealed items and who can open them. Nothing here can be read with the database alone."""

from django.db import models
from django.db.models import Q

from maillon.vault.enums import KeyOwner


class KeyPair(models.Model):
    """A Curve25519 pair. The private half is never stored open: see MemberSecret and KeyShare."""

    id = models.UUIDField(primary_key=True)
    owner_kind = models.CharField(max_length=20, choices=KeyOwner)
    owner_id = models.UUIDField()
    public_key = models.BinaryField(max_length=32)
    created_at = models.DateTimeField()
    # Set when a newer pair takes over: nothing is sealed to this one any more.
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_kind", "owner_id"], condition=Q(retired_at=None), name="one_current_key_per_owner"
            )
        ]


class MemberSecret(models.Model):
    """A member's private half, wrapped under Argon2id(passphrase) with the cost it was made at."""

    key_pair = models.OneToOneField(KeyPair, on_delete=models.CASCADE, primary_key=True, related_name="secret")
    salt = models.BinaryField(max_length=16)
    opslimit = models.PositiveIntegerField()
    memlimit = models.PositiveBigIntegerField()
    wrapped = models.BinaryField()


class KeyShare(models.Model):
    """An organisation's private half, sealed to one member who may read."""

    key_pair = models.ForeignKey(KeyPair, on_delete=models.CASCADE, related_name="shares")
    member_key = models.ForeignKey(KeyPair, on_delete=models.CASCADE, related_name="shares_held")
    sealed = models.BinaryField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key_pair", "member_key"], name="one_share_per_member")]


class SealedItem(models.Model):
    """One sealed content: a versioned envelope bound to what it is and what it belongs to."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField(db_index=True)
    envelope = models.BinaryField()
    created_at = models.DateTimeField()


class Grant(models.Model):
    """The content key of one item, sealed to one key pair: what lets its holder open the item."""

    # Found by the constraint below.
    item = models.ForeignKey(SealedItem, on_delete=models.CASCADE, related_name="grants", db_index=False)
    key_pair = models.ForeignKey(KeyPair, on_delete=models.RESTRICT, related_name="grants")
    sealed_key = models.BinaryField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "key_pair"], name="one_grant_per_key")]
