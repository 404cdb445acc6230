"""Who a source is, and that nobody can tell afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillon.portals.public.gate.sources import ROTATES_IN, Names, address_of, network_of

CIRCUIT = "fc00:dead:beef:4dad::{:x}:{:x}"


def test_addresses_of_one_ipv6_line_are_one_source_and_others_are_others():
    assert network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9") != network_of("2001:db8:1:3::1")
    assert network_of("203.0.113.7") == network_of("::ffff:203.0.113.7") != network_of("203.0.113.8")


def test_each_circuit_of_an_onion_service_is_a_source_of_its_own():
    assert network_of(CIRCUIT.format(0, 1)) != network_of(CIRCUIT.format(0, 2)) != network_of(CIRCUIT.format(1, 2))


@pytest.mark.parametrize("nothing", ["", "unix:", "not an address", "999.1.1.1", "fe80::1%eth0%x:"])
def test_whoever_has_no_readable_address_shares_one_name(nothing):
    assert isinstance(network_of(nothing), bytes)


@given(st.text(max_size=60))
def test_no_text_breaks_the_naming(text):
    assert isinstance(network_of(text), bytes)


def test_the_header_of_the_proxy_in_front_counts_by_its_last_entry():
    assert address_of("127.0.0.1", proxied=False, header="198.51.100.1, 203.0.113.7") == "203.0.113.7"
    assert address_of("127.0.0.1", proxied=False) == "127.0.0.1"


def test_a_header_that_comes_through_tor_is_the_clients_own_and_does_not_count():
    circuit = CIRCUIT.format(0, 5)
    assert address_of(circuit, proxied=True, header="203.0.113.7") == circuit


def test_a_name_says_nothing_without_the_key_and_the_key_lives_a_day():
    one, other = Names(0.0), Names(0.0)
    assert one.name("203.0.113.7") == one.name("203.0.113.7") != other.name("203.0.113.7")
    assert repr(one.key) not in repr(one)
    assert not one.stale(ROTATES_IN - 1)
    assert one.stale(ROTATES_IN)
