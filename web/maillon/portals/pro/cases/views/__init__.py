"""What is shown and taken. Each view asks `cases.rights` before anything."""
