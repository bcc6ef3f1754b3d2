"""Workbooks in: read, check, preview, import, undo."""
