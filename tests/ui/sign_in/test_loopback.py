import pytest

from ui.sign_in.loopback import is_loopback


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "::1", "[::1]"])
def test_this_machine(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [None, "", "0.0.0.0", "::", "192.168.0.1", "10.0.0.1", "monitor.example.de", "localhost.example.de", "127.0.0.1.example.de",
     "unix:///tmp/x", "2130706433", "127.1"],
)  # fmt: skip
def test_everything_else(host):
    assert not is_loopback(host)
