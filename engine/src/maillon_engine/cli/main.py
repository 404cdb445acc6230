"""The group of commands, and what becomes of errors."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from maillon_engine import __version__
from maillon_engine.errors import EngineError

# Refused: the same as a wrong option. Broken: the fault is ours (sysexits.h, EX_SOFTWARE). Interrupted: 128 + SIGINT.
_REFUSED, _BROKEN, _INTERRUPTED = 2, 70, 130
_COMMANDS = ("cluster", "compile", "detect", "evaluate", "export", "extract", "purge", "synth")


class _Lazy(click.Group):
    """Loads a command when it is called: --help and a wrong option answer at once."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"maillon_engine.cli.{name}").command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="maillon-engine")
@click.option("--debug", is_flag=True, help="Show where the program broke, if it does. May quote texts of the batch.")
@click.pass_context
def group(ctx: click.Context, debug: bool) -> None:
    """From a batch of lawfully obtained texts to explained networks."""
    ctx.obj = {"debug": debug}


def main(arguments: list[str] | None = None) -> None:
    """Runs the command and leaves with its exit code."""
    sys.exit(_run(sys.argv[1:] if arguments is None else arguments))


def _run(arguments: list[str]) -> int:
    try:
        result: Any = group.main(arguments, prog_name="maillon-engine", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return _said("Interrupted. What was being written is not there half; the next run goes on.", _INTERRUPTED)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except EngineError as refusal:
        return _said(str(refusal), _REFUSED)
    except BrokenPipeError:
        # Whoever reads has seen enough, as `head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: nobody else would say anything
        return _broken(error, debug="--debug" in arguments)
    return result if isinstance(result, int) else 0


def _broken(error: Exception, *, debug: bool) -> int:
    import traceback  # noqa: PLC0415 - reads sources, for which nobody waits who has no need of it

    if debug:
        traceback.print_exception(error)
    where = traceback.extract_tb(error.__traceback__)[-1]
    # The message of an error may quote a text of the batch: only its kind and place are said.
    place = f"{type(error).__name__} in {os.path.basename(where.filename)}:{where.lineno}"  # noqa: PTH119 - a name only
    return _said(f"The program broke ({place}). Run `maillon-engine --debug …` to see where.", _BROKEN)


def _said(message: str, code: int) -> int:
    click.echo(f"maillon-engine: {message}", err=True)
    return code
