"""Documents on their way into a case: a PDF with text in it, and nothing that runs, hides or shows a face."""

from maillon.cases.documents.cleaning import LARGEST, MOST_PAGES, Cleaned, clean
from maillon.cases.documents.scanning import scan

__all__ = ["LARGEST", "MOST_PAGES", "Cleaned", "clean", "scan"]
