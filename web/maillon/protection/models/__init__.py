"""Tables of child protection. They know no case of an adult and no exit path."""

from maillon.protection.models.assessments import Assessment
from maillon.protection.models.parts import Act, ParentsTold, Writing
from maillon.protection.models.sheets import PathSheet, Showing

__all__ = ["Act", "Assessment", "ParentsTold", "PathSheet", "Showing", "Writing"]
