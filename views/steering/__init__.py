"""Steering: the planning cycle, what is due, the time line, meetings, and the report to the committee."""
