"""Referrals on screen: who refers writes and follows one, the service reads and answers. Decides nothing by itself."""
