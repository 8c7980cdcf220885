"""Where a session keeps what is open: forms, and questions about conflicts. `ui.sign_in.same_person` takes both away when
somebody else begins to act."""

OPEN = "open-forms"  # key of the form → what was there when it was opened
CONFLICTS = "conflicts"  # key of the form → what both wrote
