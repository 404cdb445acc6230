"""What is remembered from one batch to the next: the texts of leads, and of the others a keyed sketch that expires."""
