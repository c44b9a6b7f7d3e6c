"""Every line of the event stream is conforming, legacy, rejected or no event, and nothing is invented."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.semantics import marker_form, stream_plan
from brainspec.semantics.reading import Reading
from brainspec.semantics.stream import StreamReader
from tests.semantics.own_events import (
    CANONICAL,
    END,
    ITERATION,
    RUN,
    START,
    read,
    registry,
    said,
    shared_reader,
    stream,
)


def test_a_canonical_marker_line_conforms() -> None:
    [reading] = read(CANONICAL)
    assert (reading.is_, reading.profile, reading.flaw) == ("conforming", "native", None)
    assert reading.event == {
        "v": 1, "id": "evt-7", "event": "iteration_start", "ts": "2026-02-03T10:15:30Z", "run_id": RUN, "iter": 3,
    }  # fmt: skip


def test_its_json_line_is_the_same_event() -> None:
    marker, line = read(CANONICAL, json.dumps(read(CANONICAL)[0].event))
    assert (line.is_, line.event) == ("conforming", marker.event)


@pytest.mark.parametrize(
    "line",
    [CANONICAL.replace("v=1", 'v="1"'), CANONICAL + " ", CANONICAL.replace(" iter=3", "").replace("v=1", "iter=3 v=1")],
)
def test_another_spelling_is_read_and_warned_of(line: str) -> None:
    [reading] = read(line)
    assert reading.is_ == "conforming"
    assert reading.flaw
    assert reading.flaw.code.slug == "loose-spelling"
    assert "in this order: v event ts" not in said(reading)


@pytest.mark.parametrize(
    ("line", "code", "reason"),
    [
        (":::TOOL_EN", "broken-line", "cut off"),
        (":::TOOL_END::", "broken-line", "cut off"),
        (":::TOOL_END:::id=1", "broken-line", "right behind it"),
        ("::TOOL_CALL_E", "broken-line", "cut off"),
        (':::ERROR::: error="half', "broken-line", "no closing quote"),
        ('{"v":1,"id":"ev', "broken-line", "no JSON"),
        (":::TOOL_ENDED::: a=b", "unknown-event", "`:::TOOL_END:::`"),
        ('{"v":1,"event":"tool_ended"}', "unknown-event", "`tool_end`"),
        ('{"a":1}', "unknown-event", "names no event"),
        ("{}", "unknown-event", "names no event"),
        (CANONICAL.replace("v=1", "v=2"), "broken-event", "`v` is not 1"),
        (CANONICAL.replace(" iter=3", ""), "broken-event", "lacks `iter`"),
        (ITERATION.replace("iter=3", "iter=three"), "broken-event", "Read by `iteration-start`: `iter` is not a whole"),
        (ITERATION + " " + " ".join(f"k{n}=1" for n in range(64)), "too-many-fields", "more than 64"),
        (END + " status=FAIL", "broken-line", "two different things about `outcome`"),
        (END + " missing=ts", "broken-event", "the field `missing`, which only canonical lines have"),
        ('{"event":"error","msg":"x","missing":7}', "broken-event", "the field `missing`, which only canonical lines"),
    ],
)
def test_a_line_that_starts_as_an_event_is_rejected_for_its_reason(line: str, code: str, reason: str) -> None:
    [reading] = read(line)
    assert (reading.is_, reading.event) == ("rejected", None)
    assert reading.flaw
    assert reading.flaw.code.slug == code
    assert reason in said(reading)


@pytest.mark.parametrize(
    "line", ["", "text", f"  {CANONICAL}", f"> {END}", "::: note", "::group::x", "{", "[INFO] x", "[", ":"]
)
def test_text_is_no_event(line: str) -> None:
    assert read(line)[0].is_ == "other"


def test_a_refusal_repeats_no_value() -> None:
    value = "mF_9.B5f-4.1JqM"
    lines = (
        END.replace("PASS", value),
        END.replace("4120", value),
        f'{{"event":"error","msg":["{value}"]}}',
        f":::X::: a={value}",
    )
    for reading in read(*lines):
        assert reading.is_ == "rejected"
        assert value not in said(reading)


def test_what_a_line_lacks_is_taken_from_the_iteration_around_it_and_listed() -> None:
    *_, end = read(ITERATION, ":::PHASE_START::: iter=3 phase=build run_id=x ts=1770113730121", START, END)
    assert end.event
    assert end.event["inferred"] == {"run_id": 1, "iter": 1, "phase": 2, "tool": 3}
    assert (end.event["run_id"], end.event["tool"], end.event["phase"]) == (RUN, "verifier", "build")
    assert "missing" not in end.event
    assert end.used == ("tool-end", "outcome-words")


def test_what_no_line_says_is_missing_and_never_guessed() -> None:
    [end] = read("::TOOL_CALL_END:: id=a status=UNKNOWN exit=3 duration_ms=1")
    assert end.event
    assert end.event["missing"] == ["ts", "run_id", "tool", "outcome"]
    assert not {"ts", "run_id", "tool", "outcome", "inferred"} & end.event.keys()
    assert end.profile == "imported"


def test_an_iteration_that_ended_lends_nothing() -> None:
    *_, end = read(ITERATION, f":::ITER_END::: iter=3 run_id={RUN} ts=1770113730990", END)
    assert end.event
    assert "run_id" in end.event["missing"]


def test_an_iteration_of_another_number_lends_no_run() -> None:
    other, same = read(
        ITERATION,
        ":::CACHE_CONFIG::: mode=use iter=4 ts=1770113730128",
        ":::CACHE_CONFIG::: mode=use iter=3 ts=1770113730128",
    )[1:]
    assert other.event
    assert same.event
    assert other.event["missing"] == ["run_id"]
    assert same.event["inferred"] == {"run_id": 1}


def test_a_rejected_line_lends_nothing() -> None:
    *_, end = read(ITERATION.replace("iter=3", "iter=0"), END)
    assert end.event
    assert "run_id" in end.event["missing"]


def test_a_new_file_knows_nothing_of_the_last() -> None:
    read(ITERATION)
    [end] = read(END)
    assert end.event
    assert "inferred" not in end.event


def test_the_verifiers_run_id_is_not_the_run() -> None:
    [reading] = read(":::VERIFIER_ENV::: iter=3 ts=1770113990 run_id=1770113990-4242")
    assert reading.event
    assert reading.event["verify_id"] == "1770113990-4242"
    assert reading.event["missing"] == ["run_id"]


def test_the_phrase_that_stops_the_loop_is_read_where_a_line_starts_with_it() -> None:
    phrase = " ".join(("HUMAN", "INTERVENTION", "REQUIRED"))
    assert [one.used for one in read(phrase, f"{phrase}: fix it")] == [("human-phrase",), ("human-phrase",)]
    assert [one.is_ for one in read(f"see {phrase}", f"{phrase}S")] == ["other", "other"]


def test_the_same_line_has_the_same_id_and_another_line_another() -> None:
    first, again, other = read(END, END, END.replace("4120", "4121"))
    ids = [one.event["id"] for one in (first, again, other) if one.event]
    assert ids[0] == ids[1] != ids[2]


def test_without_ids_only_the_id_differs() -> None:
    counting = StreamReader(registry(), stream(), has_ids=False)
    plain, full = counting.read(END, 1), read(END)[0]
    assert plain.event
    assert full.event
    assert {**plain.event, "id": full.event["id"]} == full.event
    assert plain.event["id"] != full.event["id"]


WORDS = st.sampled_from(
    [
        "PASS",
        "FAIL",
        "UNKNOWN",
        "0",
        "1",
        "300",
        "4120",
        "x",
        "interrupted",
        "timeout",
        "1770113730120",
        "2026-02-03T10:15:35Z",
        '"q"',
        "",
    ]
)
KEYS = ["id", "result", "exit", "duration_ms", "ts", "reason", "tool", "status", "v", "odd"]
LINES = st.lists(
    st.builds(
        lambda marker, fields: " ".join([marker, *(f"{key}={value}" for key, value in fields.items())]),
        st.sampled_from(
            [
                ":::TOOL_END:::",
                "::TOOL_CALL_END::",
                ":::TOOL_START:::",
                ":::ITER_START:::",
                ":::PHASE_END:::",
                ":::CACHE_GUARD:::",
            ]
        ),
        st.dictionaries(st.sampled_from([*KEYS, "iter", "phase", "run_id", "code", "allowed"]), WORDS, max_size=7),
    ),
    max_size=12,
)


def plainly(*lines: str) -> list[Reading]:
    """What lines are for a reader that learns nothing and looks at all of every line."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marker_form, "MOST_SHAPES", 0)
        patch.setattr(stream_plan, "MOST_PLANS", 0)
        reader = StreamReader(registry(), stream())
        return [reader.read(line, at) for at, line in enumerate(lines, 1)]


def outcome(reading: Reading) -> object:
    """Everything that a reading says."""
    kind = reading.kind
    listed = (kind.used, sorted(kind.fields), kind.missing, kind.inferred)
    return kind.is_, kind.form and kind.form.name, kind.profile, listed, reading.event, reading.flaw and said(reading)


@given(LINES)
def test_a_shape_met_before_is_read_as_if_it_were_new(lines: list[str]) -> None:
    """The shared reader has learned what lines look like and asks little; one that never learns asks everything."""
    for line, new, known in zip(lines, plainly(*lines), read(*lines), strict=True):
        assert outcome(known) == outcome(new), line
        if new.form and new.event:
            assert new.form.checks[new.profile](new.event)


FIELDS = ["v", "id", "ts", "run_id", "iter", "phase", "call_id", "tool", "outcome", "exit_code", "tolerated", "missing"]
EVENT = st.dictionaries(
    st.sampled_from([*FIELDS, "duration_ms", "inferred", "password", "odd"]),
    st.sampled_from([1, 0, True, None, 1.5, "ok", "fail", "build", "2026-02-03T10:15:30Z", [], ["ts"], {"ts": 1}]),
    max_size=12,
)


@given(st.lists(EVENT.map(lambda event: {"event": "tool_end", **event}), max_size=8))
def test_json_with_fields_met_before_is_read_as_if_they_were_new(events: list[dict[str, object]]) -> None:
    """Also events that differ from a good one in few fields, so that they come to the last check."""
    good = {"v": 1, "id": "evt-1", "ts": "2026-02-03T10:15:30Z", "run_id": RUN, "call_id": "a", "tool": "t",
            "outcome": "ok", "duration_ms": 1}  # fmt: skip
    lines = [json.dumps(each) for event in events for each in (event, good | event, good | dict([*event.items()][:2]))]
    assert [outcome(one) for one in read(*lines)] == [outcome(one) for one in plainly(*lines)]


@given(LINES)
def test_every_accepted_line_is_conforming_once_it_is_normalized(lines: list[str]) -> None:
    events = [one.form.ordered(one.event) for one in read(*lines) if one.form and one.event]
    again = read(*(json.dumps(one) for one in events))
    assert [(one.is_, one.event) for one in again] == [("conforming", event) for event in events]


@given(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    for line in (text, f":::TOOL_END::: {text}", f"::RUN:: {text}", f"[CACHE_HIT] {text}", '{"' + text, f":::{text}"):
        assert read(line)[0].is_ in ("conforming", "legacy", "rejected", "other")


def test_few_shapes_are_learned_however_many_lines_differ() -> None:
    read(*(f":::TOOL_END::: id=a duration_ms=1 k{n}=1" for n in range(100)))
    assert max(len(one.shapes) for one in shared_reader()._markers.values()) <= 8  # noqa: SLF001
