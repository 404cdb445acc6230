"""A case as the Human Trafficking Case Data Standard 2.0 writes it (IOM): every field, and empty what is not held."""

from maillon.cases.htcds.building import Whole, build
from maillon.cases.htcds.records import Field, Section, document_model, fields_of_standard

__all__ = ["Field", "Section", "Whole", "build", "document_model", "fields_of_standard"]
