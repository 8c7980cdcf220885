"""Two fields to try out how sure a proportion is."""

from __future__ import annotations

import streamlit as st

from indicators.rates import proportion
from texts.numbers import german, german_int

MOST = 1_000_000


@st.fragment
def show_try_out() -> None:
    """Nothing of this goes into the link: it is nobody's view of the data."""
    with st.expander("Selbst rechnen: Anteil mit Vertrauensbereich", key="try-out"):
        left, right = st.columns(2)
        count = left.number_input(
            "Personen mit dem Merkmal (x)", min_value=0, max_value=MOST, value=5, step=1, key="try-out-x"
        )
        base = right.number_input(
            "Personen insgesamt (n)", min_value=1, max_value=MOST, value=36, step=1, key="try-out-n"
        )
        if count > base:
            st.warning("Es können nicht mehr Personen das Merkmal haben, als es insgesamt gibt.")
        else:
            st.markdown(result(int(count), int(base)))


def result(count: int, base: int) -> str:
    """ "**5 von 36 sind 13,9 %.** …" with both intervals."""
    found = proportion([count], [base])
    value, *limits = (german(float(part[0])) for part in found)
    return (
        f"**{german_int(count)} von {german_int(base)} sind {value} %.** 95-%-Vertrauensbereich {limits[0]} bis {limits[1]} %, "
        f"99,8-%-Vertrauensbereich {limits[2]} bis {limits[3]} %."
    )
