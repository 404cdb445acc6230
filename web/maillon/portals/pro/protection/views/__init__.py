"""The screens of child protection, one module per concern."""
