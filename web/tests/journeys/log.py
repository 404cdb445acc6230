"""Prints what the browser tests measured at the end of a run, on one process or several."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A section with every value that a test recorded as `measured`."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    lines = [str(value) for report in reports for name, value in report.user_properties if name == "measured"]
    # A report comes once for each phase of a test, each time with the properties so far.
    lines = list(dict.fromkeys(lines))
    if lines:
        terminalreporter.section("measured in the browser")
        for line in lines:
            terminalreporter.line(line)
