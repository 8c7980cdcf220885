"""The server asks no other host. Streamlit would: for its own address, at checkip.amazonaws.com.

It does so when it prints its addresses at the start and when a page of another origin knocks at its
WebSocket. Where the app is reached under further names, `server.corsAllowedOrigins` says so.
"""

from streamlit import net_util


def forbid_address_lookup() -> None:
    """From now on Streamlit takes its external address for unknown, as it does without internet."""
    net_util.get_external_ip = lambda: None
