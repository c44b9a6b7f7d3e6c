"""Guards are read by hand: what they mean, and what is said where they cannot be read."""

import pytest

from brainspec.semantics.machine_guard import BadGuard, holds, parse_guard

VALUES = {"n": 2, "most": 3, "flag": True, "word": "a b"}
PAYLOAD = {"x": 5, "n": 9}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n < most", True),
        ("n + 1 >= most", True),
        ("most - n - 1 == 0", True),
        ("event.n == 9 and n == 2", True),
        ("event.x != 5", False),
        ("flag", True),
        ("not flag or n > 1", True),
        ("not (flag or n > 1)", False),
        ("flag and not n > 5 or false", True),
        ("true or flag and false", True),
        ("word == 'a b'", True),
        ('word == "a"', False),
        ("n <= 2 and n >= 2", True),
    ],
)
def test_what_they_mean(text: str, expected: bool) -> None:
    assert holds(parse_guard(text), VALUES, PAYLOAD) == expected


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("", "Here a name, a number or a quoted text is expected, not the end.", (0, 0)),
        ("n <", "Here a name, a number or a quoted text is expected, not the end.", (3, 3)),
        ("n + 1", "A sum is not a condition; compare it with something.", (0, 5)),
        ("1 < n < 3", "`<` is not expected here.", (6, 7)),
        ("(n == 1", "Here `)` is expected, not the end.", (7, 7)),
        ("run.n == 1", "`run.n` is no name: only `event.` has fields.", (0, 5)),
        ("n = 1", "`=` means nothing in a condition.", (2, 3)),
        ("n == 'a", "`'` means nothing in a condition.", (5, 6)),
        ("and", "Here a name, a number or a quoted text is expected, not `and`.", (0, 3)),
        ("len(n) == 1", "`(` is not expected here.", (3, 4)),
        ("(" * 30 + "flag" + ")" * 30, "The condition is nested deeper than 20 levels.", (21, 22)),
        ("not " * 30 + "flag", "The condition is nested deeper than 20 levels.", (84, 87)),
        ("n == 1 or " * 60 + "flag", "The condition is longer than 500 characters.", (500, 604)),
    ],
)
def test_what_is_said_where_they_cannot_be_read(text: str, reason: str, place: tuple[int, int]) -> None:
    with pytest.raises(BadGuard) as caught:
        parse_guard(text)
    assert (caught.value.reason, (caught.value.start, caught.value.end)) == (reason, place)
