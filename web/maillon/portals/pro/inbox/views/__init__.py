"""The screens of the inbox, one module per concern."""
