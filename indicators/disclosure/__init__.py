"""Disclosure control over everything that is published together: one linear system, attacked and protected by solvers."""
