"""Class codes by hand: a hidden value never looks like a class, and never like a missing one."""

import numpy as np

from indicators.signs import Sign
from views.codes import class_codes

VALUES = np.array([[1.0, 4.0], [2.5, np.nan], [np.nan, 9.0]])
SIGNS = np.array([[Sign.SHOWN, Sign.SHOWN], [Sign.SHOWN, Sign.ABSENT], [Sign.PRIMARY, Sign.SHOWN]])


def test_one_string_per_year():
    assert class_codes(VALUES, SIGNS, [2.0, 5.0, 9.0], 1) == ["01*", "1-2"]


def test_every_sign_of_protection_is_hidden():
    signs = np.array(
        [[Sign.PRIMARY], [Sign.SECONDARY], [Sign.SMALL_BASE], [Sign.SECRET], [Sign.UNKNOWN], [Sign.BLOCKED]]
    )
    assert class_codes(np.full((6, 1), np.nan), signs, [1.0], 1) == ["****--"]


def test_what_could_be_chance_keeps_its_class_in_another_spelling():
    doubtful = np.array([[True, False], [False, True], [True, True]])
    assert class_codes(VALUES, SIGNS, [2.0, 5.0, 9.0], 1, doubtful) == ["a1*", "1-c"]
