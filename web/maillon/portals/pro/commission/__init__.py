"""The commission of the département: who sits, its meetings, files in session, opinions, minutes."""
