"""The screens' forms, one module a kind."""
