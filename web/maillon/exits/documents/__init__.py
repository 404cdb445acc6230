"""What is printed of an exit path: data for templates, which the portals draw as PDF/UA. Nothing here is kept."""

from maillon.exits.documents.files import FileDocument, request_document
from maillon.exits.documents.sections import Line, Section, sections
from maillon.exits.documents.statements import Statement, sworn_statement

__all__ = ["FileDocument", "Line", "Section", "Statement", "request_document", "sections", "sworn_statement"]
