"""Every flaw of a machine is found: broken once here, each in one line."""

from pathlib import Path

import pytest

from tests.prove.project import compiled, found, proofs

DOOR = """\
    brief: Whether a door is open, and how worn it is.
    subject: one door
    data:
      pushes: {initial: 0, max: 2}
      locked: {type: flag, initial: false}
      who: {type: text, values: [owner, guest]}
    events:
      push: {by: person, brief: Somebody pushes it.}
      lock: {by: person, brief: Somebody locks it., payload: {who: {enum: [owner, guest]}, times: {type: integer}}}
      sell: {by: owner, brief: Somebody sells it., payload: {price: {type: integer, minimum: 0}}}
      tidy: {by: internal, brief: It is tidied up.}
    guards:
      new: {test: pushes < 2 and not locked, brief: It is not worn out.}
      paid: {test: event.price > pushes, brief: Somebody paid for the wear.}
    effects: {ring: Ring the bell.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept:
          - {event: push, if: new, to: open, count: pushes, raise: tidy}
          - {event: lock, take: {who: who}, set: {locked: true}}
          - {event: sell, if: paid, to: sold}
      open:
        brief: Everybody can pass.
        enter: ring
        accept: [{event: tidy, reset: locked}, {event: push, to: closed}]
        ignore: {lock: An open door has no lock.}
      sold: {brief: Another house has it., final: success}
    traces:
      - name: through
        steps:
          - {event: push, now: [open], done: [ring], data: {pushes: 1}}
          - {event: lock, payload: {who: guest, times: 1}, ignored: true}
      - name: unpaid
        steps: [{event: sell, payload: {price: 0}, refused: true}, {event: sell, refused: true}]
"""


def flawed(folder: Path, old: str, new: str) -> dict[str, str]:
    assert DOOR.count(old) == 1, old
    return found(folder, {"machines/door": DOOR.replace(old, new)})


def test_a_sound_machine_has_no_flaw(tmp_path: Path) -> None:
    assert found(tmp_path, {"machines/door": DOOR}) == {}
    assert [(one.name, one.outcome) for one in proofs(tmp_path, {"machines/door": DOOR})] == [
        ("through", "passed"),
        ("unpaid", "passed"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("initial: closed", "initial: shut", "The machine has no state `shut`."),
        ("to: open", "to: opne", "The machine has no state `opne`."),
        ("{event: push, to: closed}", "{event: pull, to: closed}", "The machine has no event `pull`."),
        ("if: new", "if: now", "The machine has no guard `now`."),
        ("enter: ring", "enter: [ring, rnig]", "The machine has no effect `rnig`."),
        ("count: pushes", "count: pulls", "The machine has no datum `pulls`."),
        ("ignore: {lock:", "ignore: {look:", "The machine has no event `look`."),
        ("done: [ring]", "done: [rang]", "The machine has no effect `rang`."),
        ("now: [open]", "now: [opened]", "The machine has no state `opened`."),
        ("data: {pushes: 1}", "data: {push: 1}", "The machine has no datum `push`."),
    ],
)
def test_names_that_name_nothing(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert flawed(tmp_path, old, new) == {"unknown-machine-part": message}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("final: success}", "final: success, states: {gone: {brief: Gone.}}, initial: gone}", "final and goes on"),
        ("enter: ring\n", "enter: ring\n        history: deep\n", "`open` has no children."),
        ("enter: ring\n", "initial: closed\n", "`open` has no children."),
        ("enter: ring\n", "states: {a: {brief: A.}}\n", "does not say which child comes first"),
        ("enter: ring\n", "states: {a: {brief: A.}}\n        initial: sold\n", "`sold` is no child of `open`."),
        ("enter: ring\n", "states: {a: {brief: A.}}\n        initial: a\n        parallel: true\n", "all its children"),
        ("enter: ring\n", "states: {sold: {brief: A.}}\n        initial: sold\n", "Two states are called `sold`."),
        ("enter: ring\n", "states: {history: {brief: A.}}\n        initial: history\n", "cannot be called `history`"),
        ("enter: ring\n", "states: {a: {brief: A., final: failure}}\n        initial: a\n", "final inside `open`"),
        ("to: open", "to: open.history", "`open` remembers no place."),
        ("raise: tidy", "raise: push", "`push` comes from outside."),
        ("{event: push, to: closed}", "{event: push}", "accepts `push` and does nothing"),
        ("brief: It is tidied up.}", "brief: It is tidied up., payload: {x: {type: integer}}}", "carries a payload"),
        ("enter: ring\n", "timer: {after: most, event: sell}\n", "`sell` is sent by a timer and carries a payload."),
    ],
)
def test_states_that_do_not_fit_together(tmp_path: Path, old: str, new: str, message: str) -> None:
    settings = """\
        topic: Times
        brief: How long things take.
        settings: [{id: most, brief: The most., value: 3, fixed: true, why: It is enough.}]
    """
    made = compiled(tmp_path, {"machines/door": DOOR.replace(old, new), "settings/times": settings})
    messages = [one.message for one in made.findings if one.code.slug == "broken-machine"]
    assert any(message in one for one in messages), made.findings


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("pushes: {initial: 0, max: 2}", "pushes: {initial: 0}", "`pushes` has no largest value."),
        ("pushes: {initial: 0, max: 2}", "pushes: {max: 2}", "`pushes` has no first value."),
        ("pushes: {initial: 0, max: 2}", "pushes: {initial: 5, max: 2}", "The first value of `pushes` is more than"),
        (
            "locked: {type: flag, initial: false}",
            "locked: {type: flag, initial: 0}",
            "first value of `locked` is no flag",
        ),
        (
            "locked: {type: flag, initial: false}",
            "locked: {type: flag, initial: false, max: 1}",
            "`locked` is no number",
        ),
        ("count: pushes", "count: locked", "`locked` is no number."),
        ("count: pushes", "count: pushes, reset: pushes", "changes `pushes` 2 times"),
        ("set: {locked: true}", "set: {locked: 1}", "`1` cannot be the value of `locked`: it is no flag."),
        ("set: {locked: true}", "set: {pushes: 3}", "`3` cannot be the value of `pushes`: it is more than its max"),
        ("take: {who: who}", "take: {who: whom}", "`lock` does not carry `whom`."),
        ("take: {who: who}", "take: {who: times}", "`times` is no text."),
        (
            "payload: {who: {enum: [owner, guest]}",
            "payload: {who: {type: string}",
            "a text that the datum may not have",
        ),
    ],
)
def test_changes_that_cannot_be(tmp_path: Path, old: str, new: str, message: str) -> None:
    result = flawed(tmp_path, old, new)
    assert list(result) == ["impossible-change"]
    assert message in result["impossible-change"]


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ("pushes <", "Here a name, a number or a quoted text is expected, not the end."),
        ("pulls < 2", "The machine has no datum `pulls`."),
        ("pushes", "A number alone is no condition."),
        ("locked == 1", "A flag is compared with a number."),
        ("who < 'owner'", "A text has no order."),
        ("who + 1 == 2", "Only numbers can be added and subtracted."),
        ("event.price > 1", "`new` looks at `event.price`, which `push` does not carry."),
        ("__import__('os')", "`(` is not expected here."),
    ],
)
def test_guards_that_make_no_sense(tmp_path: Path, test: str, message: str) -> None:
    result = flawed(tmp_path, "{test: pushes < 2 and not locked,", f'{{test: "{test}",')
    assert result == {"broken-guard": message}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("to: sold}", "to: open}", "unreachable-state"),
        ("if: new, to: open", "to: open", "past-max"),
        ("test: pushes < 2", "test: pushes < 3", "past-max"),
        ("{event: push, to: closed}", "{event: push, to: closed}, {event: push, to: sold}", "row-never-taken"),
        ("{test: event.price > pushes,", "{test: event.price < 0,", "row-never-taken"),
        ("{event: sell, if: paid, to: sold}", "{event: lock, to: sold}", "unaccepted-event"),
        ("enter: ring\n", "leave: []\n", "unused-machine-part"),
        ("{event: sell, if: paid, to: sold}", "{event: sell, to: sold}", "unguarded-success"),
        ("accept: [{event: tidy, reset: locked}, ", "accept: [", "unheard-raise"),
        ("{event: tidy, reset: locked}", "{event: tidy, raise: tidy}", "endless-raise"),
        ("{event: push, to: closed}", "{event: sell, to: open}", "trapped"),
    ],
)
def test_the_walk_finds(tmp_path: Path, old: str, new: str, code: str) -> None:
    without_traces = DOOR[: DOOR.index("    traces:")]
    assert without_traces.count(old) == 1
    assert code in found(tmp_path, {"machines/door": without_traces.replace(old, new)})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("now: [open]", "now: [closed]", "After `push` it is in `open`, not in `closed`."),
        ("done: [ring]", "done: []", "`push` starts `ring`, not nothing."),
        ("data: {pushes: 1}", "data: {pushes: 2}", "After `push` `pushes` is 1, not 2."),
        ("ignored: true", "refused: true", "`lock` is ignored, not refused: An open door has no lock."),
        ("payload: {price: 0}, refused", "payload: {price: 1}, refused", "`sell` is taken, not refused."),
        ("payload: {price: 0}, refused: true", "payload: {price: -1}", "`sell` is refused, not taken: The payload"),
    ],
)
def test_a_trace_that_does_not_hold(tmp_path: Path, old: str, new: str, message: str) -> None:
    result = flawed(tmp_path, old, new)
    assert list(result) == ["failed-trace"]
    assert result["failed-trace"].startswith(message)


def test_a_flag_that_only_some_values_make_stale_is_found_at_a_boundary(tmp_path: Path) -> None:
    text = """\
        brief: A share that is given away in parts.
        subject: one share
        data: {share: {initial: 100, max: 100}}
        events: {give: {by: owner, brief: A part is given., payload: {part: {type: integer, minimum: 0, maximum: 100}}}}
        guards: {smaller: {test: event.part > 0 and event.part < share, brief: Something is left.}}
        otherwise: refuse
        initial: held
        states:
          held: {brief: It is held., accept: [{event: give, if: smaller, take: {share: part}, to: lent}]}
          lent: {brief: Some is lent., accept: [{event: give, if: smaller, take: {share: part}}]}
    """
    assert found(tmp_path, {"machines/share": text}) == {}
    never = text.replace("{event: give, if: smaller, take: {share: part}}", "{event: give, if: none, to: held}")
    never = never.replace("guards: {", "guards: {none: {test: event.part > 100, brief: Too much is given.}, ")
    assert "row-never-taken" in found(tmp_path, {"machines/share": never})


@pytest.mark.parametrize(
    ("row", "is_flaw"),
    [
        ("{event: reset, to: calm}", True),  # from the region into itself
        ("{event: reset, to: idle}", True),  # from one region into another
        ("{event: reset, to: both.history}", True),
        ("{event: reset, to: both}", False),
        ("{event: reset, to: away}", False),
    ],
)
def test_a_row_may_not_restart_its_neighbours_in_silence(tmp_path: Path, row: str, is_flaw: bool) -> None:
    text = f"""\
        brief: Two things at once.
        subject: one thing
        events: {{reset: {{by: person, brief: Somebody resets it.}}, stir: {{by: person, brief: Somebody stirs.}}}}
        otherwise: refuse
        initial: both
        states:
          both:
            brief: Both at once.
            parallel: true
            history: deep
            states:
              watch:
                brief: It is watched.
                initial: calm
                accept: [{row}]
                states:
                  calm: {{brief: Calm., accept: [{{event: stir, to: wild}}]}}
                  wild: {{brief: Wild., accept: [{{event: stir, to: calm}}]}}
              work: {{brief: It works., initial: idle, states: {{idle: {{brief: Idle.}}}}}}
          away: {{brief: It is away.}}
    """
    assert ("broken-machine" in found(tmp_path, {"machines/two": text})) == is_flaw
