"""The command: `python -m maillon.config.launcher`."""

import json
import os
import sys
import time

from maillon.config.launcher import answers, commands, database, local_secrets, lock, ports
from maillon.config.launcher.errors import Interrupted, LaunchError
from maillon.config.launcher.interruption import Interruption
from maillon.config.launcher.layout import Layout
from maillon.config.launcher.ports import HOST, Ports
from maillon.config.launcher.processes import Processes, capture
from maillon.config.launcher.progress import say, stage


def main() -> int:
    """Serves until somebody asks to stop (exit status 0) or something fails (1, with one line on stderr)."""
    interruption = Interruption()
    interruption.listen()
    layout = Layout.from_environment(os.environ)
    try:
        chosen = ports.read_ports(os.environ)
        ports.refuse_busy(chosen)
        with lock.held(layout.lock):
            _serve(chosen, layout, interruption)
    except Interrupted:
        say("[maillon] stopped; the data is kept")
        return 0
    except LaunchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _serve(chosen: Ports, layout: Layout, interruption: Interruption) -> None:
    shared = commands.shared_environment(os.environ, layout, chosen, local_secrets.ensure(layout.secrets, os.environ))
    say(f"[maillon] data in {layout.root}")
    with database.opened(os.environ, layout) as url:
        shared |= {"DATABASE_URL": url}
        processes = Processes(interruption)
        try:
            demonstration = commands.demonstration(os.environ)
            processes.run(commands.preparation(shared | demonstration))
            if database.is_demo(url):
                shared |= demonstration
            _watch(processes, chosen, layout, shared)
        finally:
            layout.running.unlink(missing_ok=True)
            processes.stop()


def _watch(processes: Processes, chosen: Ports, layout: Layout, shared: dict[str, str]) -> None:
    with stage("Public and professional servers, job worker"):
        processes.start(commands.server("public", chosen.public, shared))
        processes.start(commands.server("pro", chosen.pro, shared))
        processes.start(commands.worker(shared))
        listing = capture(commands.accounts(shared)) if shared.get("MAILLON_DEMO") else None
        answers.wait(chosen.public, processes)
        answers.wait(chosen.pro, processes)
        accounts = listing.communicate()[0] if listing else ""
    _announce(chosen, layout, shared, accounts)
    while True:
        time.sleep(0.2)
        processes.check()


def _announce(chosen: Ports, layout: Layout, shared: dict[str, str], accounts: str) -> None:
    public, pro = (f"http://{HOST}:{port}" for port in (chosen.public, chosen.pro))
    description = {"public_url": public, "pro_url": pro, "database_url": shared["DATABASE_URL"]}
    layout.running.touch(mode=0o600)
    layout.running.write_text(json.dumps(description), "utf-8")
    say(f"\n  Public        {public}/\n  Professionals {pro}/\n")
    if accounts:
        say(accounts.rstrip() + "\n")
    say("Ctrl-C stops everything and keeps the data; make reset starts over.")


if __name__ == "__main__":
    sys.exit(main())
