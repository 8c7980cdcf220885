"""What politics, associations and municipalities say, and what was decided: as it is looked at."""
