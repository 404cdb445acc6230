"""Near-duplicate texts found under slots, and the template of each cluster."""
