"""Exit paths, for the association that presents them and the préfecture that decides; and approvals."""
