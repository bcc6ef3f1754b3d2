"""Words that are typed on the command line and kept in the book."""

from __future__ import annotations

import argparse


def text_argument(word: str) -> str:
    """A word to be kept; bytes that are no text come in as lone surrogates, which no engine stores."""
    try:
        word.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError("bukan teks UTF-8") from error
    return word
