"""Taking in members and materials from workbooks."""
