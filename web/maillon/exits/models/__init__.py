"""Exit paths: what is asked of the préfet, with which file, what was decided, and who may accompany."""

from maillon.exits.models.approvals import Approval
from maillon.exits.models.paths import Explained, Path, Permit
from maillon.exits.models.requests import Aid, Paper, Request

__all__ = ["Aid", "Approval", "Explained", "Paper", "Path", "Permit", "Request"]
