"""The page Beteiligung: what is collected for what purpose, who decided it, and what bodies say to it."""
