"""The page Steuerung: the planning cycle, its days, its meetings, and the report to the committee."""
