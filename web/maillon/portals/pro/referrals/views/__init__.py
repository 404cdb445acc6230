"""What the screens do: one module for each side and subject."""
