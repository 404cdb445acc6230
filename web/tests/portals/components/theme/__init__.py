"""A theme of one component, to prove that a theme is enough."""
