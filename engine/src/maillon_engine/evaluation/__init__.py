"""Scores what a run found against the truth of an invented corpus."""
