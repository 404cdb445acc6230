import socket

import pytest

from bench.load.ports import free_ports
from maillon.config.launcher.errors import LaunchError
from maillon.config.launcher.ports import HOST, Ports, read_ports, refuse_busy


def test_defaults_are_the_documented_ones():
    assert read_ports({}) == Ports(public=8000, pro=8001)


def test_the_environment_chooses():
    assert read_ports({"PORT": "8100", "PRO_PORT": "8200"}) == Ports(public=8100, pro=8200)


@pytest.mark.parametrize("typed", ["http", "0", "65536", "-1", "80 00", "²"])
def test_what_is_no_port_is_named(typed):
    with pytest.raises(LaunchError, match="PORT must be a number") as refusal:
        read_ports({"PORT": typed})
    assert repr(typed) in str(refusal.value)


def test_one_port_for_both_is_refused():
    with pytest.raises(LaunchError, match="both 8001"):
        read_ports({"PORT": "8001"})


def test_a_busy_port_says_which_and_what_to_do():
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(LaunchError) as refusal:
            refuse_busy(Ports(public=free_ports(1)[0], pro=port))
    assert str(port) in str(refusal.value)
    assert "PRO_PORT=" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_free_ports_pass():
    refuse_busy(Ports(*free_ports(2)))
