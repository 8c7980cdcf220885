"""The profile of one area (Steckbrief): every indicator with its comparison, and what follows from them in words."""
