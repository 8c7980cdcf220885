"""The page Steckbrief: charts with their tables, in the order of the printed profile."""
