"""The window: Qt and no SQL."""
