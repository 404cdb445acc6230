"""From a batch of lawfully obtained texts to explained networks. Knows neither Django nor the web application."""

__all__ = ["__version__"]

__version__ = "0.1.0"
