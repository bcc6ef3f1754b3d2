"""The window: screens, widgets and keys. Speaks to `daurulang` through use cases and holds no SQL."""
