"""Families of commands, each with its words and its answers; `daurulang.__main__` puts them together."""
