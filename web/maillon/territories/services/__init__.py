"""Writes the territories: loading the project's files, and correcting who is competent where."""

from maillon.territories.services.communes import load_communes, load_departements
from maillon.territories.services.competences import OtherDepartement, set_competence
from maillon.territories.services.files import Loaded, load_files
from maillon.territories.services.jurisdictions import load_jurisdictions

__all__ = [
    "Loaded",
    "OtherDepartement",
    "load_communes",
    "load_departements",
    "load_files",
    "load_jurisdictions",
    "set_competence",
]
