"""Drops the embedded database, so that the next run starts over: `python -m maillon.config.launcher.reset`."""

import os
import shutil
import sys

from maillon.config.embedded import start_embedded, stop_embedded
from maillon.config.launcher import lock
from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.layout import Layout
from maillon.config.launcher.progress import say


def main() -> int:
    """Asks nothing. Refuses (exit status 1) while the product runs on the data."""
    layout = Layout.from_environment(os.environ)
    try:
        with lock.held(layout.lock):
            _drop(layout)
    except LaunchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _drop(layout: Layout) -> None:
    if not layout.postgres.exists():
        say("[maillon] there is no data to drop")
        return
    if (layout.postgres / "postmaster.pid").exists():
        # Left behind by a launcher that was killed outright: join it, as its last user, and leave.
        os.environ["XDG_RUNTIME_DIR"] = str(layout.root)
        start_embedded(layout.postgres, alone=True)
        stop_embedded(layout.postgres)
    shutil.rmtree(layout.postgres)
    say(f"[maillon] dropped {layout.postgres}; the next run starts over")


if __name__ == "__main__":
    sys.exit(main())
