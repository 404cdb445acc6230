"""Reads a batch of texts, row by row and with bounded memory, and says of each row that it can't take why."""
