"""The key a form gets when it opens: saving it twice under one key posts once."""

from __future__ import annotations

import secrets
import uuid

from daurulang import periods


def new_form_key() -> str:
    """A UUID of version 7: the milliseconds first, so that keys made in turn stand together in the index."""
    bits = (periods.now_ms() & (1 << 48) - 1) << 80 | secrets.randbits(80)
    bits = bits & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62
    return str(uuid.UUID(int=bits))
