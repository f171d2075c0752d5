"""Names that no other device gives: UUID version 7 (RFC 9562), in strictly rising order."""

from __future__ import annotations

import secrets
import uuid

_RANDOM_BITS = 74
_TAIL_BITS = 62


def uuid7(unix_ms: int, after: str | None = None) -> str:
    """Return a UUIDv7 for the time ``unix_ms``, greater than the UUIDv7 ``after``.

    A clock that stands still or runs back therefore still gives rising ids: the time
    of ``after`` is kept and its random part counted up (method 2 of RFC 9562, 6.2).
    """
    random = secrets.randbits(_RANDOM_BITS)
    if after is not None:
        last_ms, last_random = _split(after)
        if unix_ms <= last_ms:
            carry, random = divmod(last_random + 1 + secrets.randbits(32), 1 << _RANDOM_BITS)
            unix_ms = last_ms + carry
    high, low = divmod(random, 1 << _TAIL_BITS)
    value = unix_ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
    return str(uuid.UUID(int=value))


def least_id(unix_ms: int) -> str:
    """Return a text that sorts before every UUIDv7 made at ``unix_ms`` or later; below 0 counts as 0."""
    digits = f"{max(unix_ms, 0):012x}"
    return f"{digits[:8]}-{digits[8:]}"


def _split(text: str) -> tuple[int, int]:
    value = uuid.UUID(text).int
    high = value >> 64 & 0xFFF
    low = value & ((1 << _TAIL_BITS) - 1)
    return value >> 80, high << _TAIL_BITS | low
