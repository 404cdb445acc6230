"""Nobody is locked out by another: who errs waits, for a moment, and nobody else does (docs/adr/0020-gate.md)."""

from maillon.portals.public.gate.judging import Passed, Verdict, Wait, Work, failed, judge, level
from maillon.portals.public.gate.levels import Act
from maillon.portals.public.gate.pages import asked

__all__ = ["Act", "Passed", "Verdict", "Wait", "Work", "asked", "failed", "judge", "level"]
