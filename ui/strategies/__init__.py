"""The page Strategien: what is done where it is needed, and what comes of it."""
