"""Log lines that carry no content."""

import copy
import logging


class PlainFormatter(logging.Formatter):
    """Time, level, logger, message; of an exception only its class and place, since its text may quote a person."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        """The classes and code places of the traceback, without messages or values."""
        kind, _error, trace = ei if isinstance(ei, tuple) else (None, None, None)
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join([*places, getattr(kind, "__name__", "error")])


class WordlessFormatter(PlainFormatter):
    """For loggers whose messages quote the request (its path, its host): the status, if there is one, instead."""

    def format(self, record: logging.LogRecord) -> str:
        """The line without the message that the logger was given."""
        bare = copy.copy(record)
        status = getattr(record, "status_code", None)
        bare.msg, bare.args = f"status {status}" if status else "a request was refused", ()
        return super().format(bare)
