"""A referral: what is told, to whom, on what agreement, and how each service answered."""

from maillon.referrals.models.consents import Consent
from maillon.referrals.models.links import Link
from maillon.referrals.models.referrals import Draft, Part, Referral
from maillon.referrals.models.steps import Step

__all__ = ["Consent", "Draft", "Link", "Part", "Referral", "Step"]
