"""What is told of one method."""

from __future__ import annotations

from typing import NamedTuple


class MethodText(NamedTuple):
    """One method for readers who do not calculate, and for those who want to check it.

    key: in links and as the anchor on the page. answers: the question it answers. used: when it is used here.
    reading: how to read the result. latex: formula lines. edges: 0 cases, base 0, all equal, one area, missing values.
    source: who published it. functions: "file in indicators: names", what computes it.
    """

    key: str
    title: str
    answers: str
    used: str
    reading: str
    latex: tuple[str, ...]
    edges: str
    source: str
    functions: tuple[str, ...]


class Group(NamedTuple):
    """Methods that are told together."""

    title: str
    methods: tuple[MethodText, ...]
