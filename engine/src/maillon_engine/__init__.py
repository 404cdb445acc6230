"""From a batch of lawfully obtained texts to explained networks. Knows neither Django nor the web application.

What is exported here is promised to those who import it; each name is loaded when it is asked for, so that importing
the package brings no compiler and no database.
"""

from importlib import import_module as _import_module

__version__ = "0.1.0"

_DOORS = {
    "Columns": "intake.columns",
    "EngineError": "errors",
    "Identifier": "identifiers.model",
    "Run": "pipeline.detect",
    "cluster": "clustering.deciding",
    "detect": "pipeline.detect",
    "evaluate": "evaluation.files",
    "export": "exports.files",
    "extract": "identifiers.registry",
    "purge": "erasing",
    "read_basis": "basis",
}
__all__ = ["__version__", *_DOORS]  # noqa: PLE0604 - names of _DOORS are text


def __getattr__(name: str) -> object:
    if name not in _DOORS:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(_import_module(f"{__name__}.{_DOORS[name]}"), name)
