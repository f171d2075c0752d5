from __future__ import annotations

import itertools
import uuid
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from quiz.ids import least_id, uuid7

if TYPE_CHECKING:
    import pytest

times = st.integers(0, (1 << 48) - 2)
LAST_RANDOM = (1 << 74) - 1


def with_random(unix_ms: int, random: int) -> str:
    """Write a UUIDv7 with the random bits given, field by field as the RFC draws them."""
    rand_a, rand_b = random >> 62, random & ((1 << 62) - 1)
    bits = f"{unix_ms:048b}" + "0111" + f"{rand_a:012b}" + "10" + f"{rand_b:062b}"
    return str(uuid.UUID(int=int(bits, 2)))


def time_of(text: str) -> int:
    return int(text.replace("-", "")[:12], 16)


@given(times)
def test_version_and_variant_are_those_of_the_rfc(unix_ms: int) -> None:
    text = uuid7(unix_ms)
    value = uuid.UUID(text)
    assert (value.version, value.variant) == (7, uuid.RFC_4122)
    assert text == str(value)
    assert text[14] == "7"
    assert text[19] in "89ab"


@given(times)
def test_the_time_can_be_read_from_the_first_twelve_digits(unix_ms: int) -> None:
    assert time_of(uuid7(unix_ms)) == unix_ms


def test_a_known_time() -> None:
    assert uuid7(0x017F22E279B0).startswith("017f22e2-79b0-7")  # the example of RFC 9562, A.6


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=100), st.integers(1_000, 1 << 47))
def test_ids_rise_whatever_the_clock_does(steps: list[int], unix_ms: int) -> None:
    ids = [uuid7(unix_ms)]
    for step in steps:
        unix_ms += step
        ids.append(uuid7(unix_ms, after=ids[-1]))
    assert all(earlier < later for earlier, later in itertools.pairwise(ids))
    assert all(uuid.UUID(each).version == 7 for each in ids)


def test_a_clock_that_stands_still_gives_rising_ids() -> None:
    ids = [uuid7(1_000)]
    for _ in range(2_000):
        ids.append(uuid7(1_000, after=ids[-1]))
    assert ids == sorted(set(ids))
    assert {time_of(each) for each in ids} == {1_000}


def test_a_clock_that_ran_back_keeps_the_later_time() -> None:
    later = uuid7(5_000)
    assert time_of(uuid7(4_000, after=later)) == 5_000
    assert uuid7(4_000, after=later) > later


def test_a_clock_that_went_on_shows_its_own_time() -> None:
    assert time_of(uuid7(5_001, after=uuid7(5_000))) == 5_001


@given(times, st.integers(0, LAST_RANDOM))
def test_the_next_id_follows_any_id(unix_ms: int, random: int) -> None:
    last = with_random(unix_ms, random)
    following = uuid7(unix_ms, after=last)
    assert following > last
    assert uuid.UUID(following).version == 7


def test_a_full_random_part_carries_into_the_time() -> None:
    last = with_random(7_000, LAST_RANDOM)
    following = uuid7(7_000, after=last)
    assert following > last
    assert time_of(following) == 7_001


def test_ids_rise_even_when_chance_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.randbits", lambda _: 0)
    first = uuid7(1_000)
    assert first == with_random(1_000, 0)
    assert uuid7(1_000, after=first) == with_random(1_000, 1)


def test_ids_of_one_millisecond_differ() -> None:
    assert len({uuid7(1_000) for _ in range(5_000)}) == 5_000


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**48 - 1))
def test_the_least_id_of_a_time_parts_earlier_ids_from_later_ones(one: int, other: int) -> None:
    assert (uuid7(one) > least_id(other)) == (one >= other)


def test_the_least_id_before_1970_sorts_before_all() -> None:
    assert least_id(-5) < uuid7(0)
