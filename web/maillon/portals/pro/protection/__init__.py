"""Assessing informations préoccupantes about minors, and coordination sheets for the commission's minors' meeting."""
