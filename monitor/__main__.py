"""The command line: what `monitor` can do by itself, and the reports, which stand above it."""

from monitor.cli import main
from reports.command import add_report_command
from reports.entries_command import add_entries_command

# Processes that the protection starts import this file again, under another name.
if __name__ == "__main__":
    raise SystemExit(main(more=[add_report_command, add_entries_command]))
