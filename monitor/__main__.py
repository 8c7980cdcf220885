"""The command line: what `monitor` can do by itself, and what stands above it: reports, entries, and what was decided."""

from monitor.cli import main
from reports.command import add_report_command
from reports.entries_command import add_entries_command
from reports.published import decided

# Processes that the protection starts import this file again, under another name.
if __name__ == "__main__":
    raise SystemExit(main(more=[add_report_command, add_entries_command], narrow=decided))
