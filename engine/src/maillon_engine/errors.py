"""What the engine refuses, each with a message for the person who runs it: what is wrong, where, and what to do."""


class EngineError(Exception):
    """The root of every refusal of this package. Its text may be shown; it never quotes a text of a batch."""


class BasisRefused(EngineError):
    """The basis of a batch is missing, incomplete or has expired: nothing is read (guardrail G4)."""


class BatchRefused(EngineError):
    """A batch can't be read at all: no such file, no such column, an unknown format."""


class SchemaMismatch(EngineError):
    """A table does not have the columns that its name and version promise."""


class OutputRefused(EngineError):
    """The place for the output holds something else, or belongs to another batch."""


class StateRefused(EngineError):
    """The state belongs to another version or another key, or another run holds it."""


class MissingExtra(EngineError):
    """An optional part is asked for and not installed."""


class BackendRefused(EngineError):
    """The engine that the stages are to run on isn't there, did not start, or can't do what is asked."""


class WorkerLost(EngineError):
    """A process that did part of the work was ended from outside."""


class CompilingRefused(EngineError):
    """The extractors can't be compiled here: no compiler, no place, or the compiler says no."""
