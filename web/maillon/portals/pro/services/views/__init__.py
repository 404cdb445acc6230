"""The screens of the directory, one module per concern."""
