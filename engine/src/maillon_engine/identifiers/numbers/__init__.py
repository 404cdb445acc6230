"""Telephone numbers as people write, say and hide them: from characters to digits to E.164."""
