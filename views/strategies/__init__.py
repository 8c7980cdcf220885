"""Strategies as they are looked at: with all that belongs to them, against the flags, beside the offers."""
