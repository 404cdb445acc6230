"""What is started, and with which environment."""

import sys
from collections.abc import Mapping

from maillon.config.launcher.layout import PROJECT, Layout
from maillon.config.launcher.ports import HOST, Ports
from maillon.config.launcher.processes import Command

# The public process keeps in its own memory who errs (portals/public/gate): one process, so that it counts once.
_SERVED: dict[str, tuple[str, ...]] = {
    "public": (
        *("--worker-class", "maillon.config.public_worker.PublicWorker", "--workers", "1", "--threads", "32"),
        *("--worker-connections", "4000", "--backlog", "512", "--keep-alive", "5"),
    ),
    "pro": ("--workers", "2", "--threads", "4"),
}


# What the public process must not be able to do, it is not given the means for.
_NOT_PUBLIC = frozenset({"MAILLON_INTAKE_KEY"})


def settings_of(process: str, shared: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that runs with the settings of `process` (public or pro)."""
    kept_from_it = _NOT_PUBLIC if process == "public" else frozenset()
    given = {name: value for name, value in shared.items() if name not in kept_from_it}
    return {**given, "DJANGO_SETTINGS_MODULE": f"maillon.config.settings.{process}"}


def shared_environment(
    inherited: Mapping[str, str], layout: Layout, ports: Ports, secrets: Mapping[str, str]
) -> dict[str, str]:
    """What every process sees, apart from the database and what belongs to a demonstration."""
    return {
        "MAILLON_PRO_ORIGIN": f"http://{HOST}:{ports.pro}",
        "MAILLON_PUBLIC_ORIGIN": f"http://{HOST}:{ports.public}",
        "MAILLON_STATIC_ROOT": str(layout.static),
        **inherited,
        **secrets,
        "PYTHONUNBUFFERED": "1",
    }


def demonstration(inherited: Mapping[str, str]) -> dict[str, str]:
    """What a demonstration adds: its conveniences, and no mail to anybody. The environment may say otherwise."""
    chosen = {"MAILLON_DEMO": "1", "MAILLON_EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    return {name: inherited.get(name, value) for name, value in chosen.items()}


def preparation(shared: Mapping[str, str]) -> Command:
    """Migrations, communes, demonstration, static files."""
    return Command("preparation", (sys.executable, "-m", "maillon.config.launcher.prepare"), settings_of("pro", shared))


def server(process: str, port: int, shared: Mapping[str, str]) -> Command:
    """A web server for one process. It keeps no access log: who opened which page is nobody's business."""
    arguments = (
        *(sys.executable, "-m", "gunicorn", f"maillon.config.wsgi_{process}:application"),
        *("--bind", f"{HOST}:{port}", *_SERVED[process]),
        *("--logger-class", "maillon.config.quiet_log.QuietLogger", "--log-level", "warning"),
        *("--preload", "--no-control-socket", "--graceful-timeout", "5"),
    )
    return Command(process, arguments, settings_of(process, shared))


def worker(shared: Mapping[str, str]) -> Command:
    """The process that runs the queued and the timed jobs."""
    return Command("job worker", _manage("procrastinate", "worker"), settings_of("pro", shared), quiet=True)


def accounts(shared: Mapping[str, str]) -> Command:
    """Prints the invented sign-ins. Whether the settings are sound, the processes that last have found out."""
    return Command("list of sign-ins", _manage("demo_accounts", "--skip-checks"), settings_of("pro", shared))


def _manage(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, str(PROJECT / "web" / "manage.py"), *arguments)
