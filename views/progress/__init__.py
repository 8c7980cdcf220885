"""How a goal of an area stands: its values, the path needed, and the same years in areas alike."""
