"""What one browser has open at the public door, for half an hour: nothing that tells whose it is."""

from django.db import models


class Sitting(models.Model):
    """A session of the public door. Its content is sealed under a key that only the browser's cookie holds.

    No address, no agent, no language, no moment of beginning: only when it ends.
    """

    # BLAKE2b of the cookie's value: a copy of this table opens no sitting.
    key_digest = models.BinaryField(primary_key=True, max_length=32)
    data = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)
