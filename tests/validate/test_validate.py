"""The engine on whole files: counts, findings, limits, canonical output."""

import gzip
import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from brainspec.validate import Finding, Result, Unusable, validate
from brainspec.validate.tally import KEPT
from tests.semantics.own_events import CANONICAL, END, ITERATION, RUN, START, registry

STREAM = "observability.events"
CLOSING = f":::ITER_END::: v=1 id=evt-8 ts=2026-02-03T10:15:31Z run_id={RUN} iter=3 outcome=ok"


def written(folder: Path, *lines: str | bytes, name: str = "run.log", ending: bytes = b"\n") -> Path:
    path = folder / name
    path.write_bytes(b"".join((line.encode() if isinstance(line, str) else line) + ending for line in lines))
    return path


def run(path: Path, target: str = STREAM, **options: object) -> Result:
    return validate(registry(), target, [path], **options)  # type: ignore[arg-type]


def shown(findings: Iterable[Finding]) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in findings]


def test_each_line_ends_in_exactly_one_class(tmp_path: Path) -> None:
    result = run(written(tmp_path, CANONICAL, START, "text", ":::TOOL_EN", "", CLOSING))
    assert (result.lines, result.conforming, result.legacy, result.rejected, result.other) == (4, 2, 1, 1, 2)
    assert result.by_event == {"iteration_end": 1, "iteration_start": 1, "tool_start": 1}
    assert result.profiles == {"native": 3, "imported": 0}
    assert result.legacy_rules == {"tool-start": 1}
    assert result.inferred == {"iter": 1, "run_id": 1}
    assert result.missing == {}
    assert result.finding_counts == {"broken-line": 1, "tool-never-ended": 1}
    assert not result.is_clean


def test_a_clean_file_is_clean(tmp_path: Path) -> None:
    result = run(written(tmp_path, CANONICAL, CLOSING))
    assert (result.findings, result.is_clean) == ([], True)


def test_coverage_lists_what_was_never_seen(tmp_path: Path) -> None:
    coverage = run(written(tmp_path, CANONICAL, CLOSING)).coverage
    assert "tool_end" in coverage.events
    assert "iteration_end" not in coverage.events
    assert coverage.fields["iteration_end"] == ["reason", "duration_ms"]
    assert "task_id" in coverage.fields["run_event"]
    assert "run_id" not in coverage.fields["run_event"]
    assert not {"missing", "inferred"} & {name for names in coverage.fields.values() for name in names}


def test_odd_bytes_are_rejected_with_their_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        CANONICAL,
        b":::TOOL_END::: id=\xff\xfe",
        b"\0\0:::TOOL_END:::",
        b":::TOOL_END::: id=" + b"x" * 10_000_000,
        b"y" * 100_000,
        CLOSING,
    ]
    result = run(written(tmp_path, *lines))
    assert shown(result.findings) == [(2, "broken-line"), (3, "broken-line"), (4, "long-line")]
    assert (result.conforming, result.rejected, result.other) == (2, 3, 1)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    result = run(written(tmp_path, b"\xef\xbb\xbf" + CANONICAL.encode(), CLOSING, ending=b"\r\n"))
    assert (result.conforming, result.findings) == (2, [])


def test_a_last_marker_line_without_a_line_feed_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "cut.log"
    path.write_text(f"{CANONICAL}\n{CLOSING}")
    result = run(path)
    assert (result.conforming, result.is_clean, shown(result.findings)) == (2, True, [(2, "unfinished-line")])


def test_a_file_without_events_is_warned_of(tmp_path: Path) -> None:
    for content in (b"", b"only text\n"):
        path = tmp_path / "file"
        path.write_bytes(content)
        result = run(path)
        assert (result.lines, result.finding_counts, result.is_clean) == (0, {"no-event": 1}, True)


def test_a_packed_file_is_an_error(tmp_path: Path) -> None:
    assert not run(written(tmp_path, gzip.compress(CANONICAL.encode()))).is_clean


def test_strict_makes_old_lines_errors(tmp_path: Path) -> None:
    path = written(tmp_path, ITERATION, CLOSING)
    assert run(path).is_clean
    strict = run(path, is_strict=True)
    assert not strict.is_clean
    assert shown(strict.findings) == [(1, "legacy-line")]
    assert "`iteration-start`, `ts-epoch-ms`" in strict.findings[0].message


def test_a_completion_that_an_old_line_calls_a_failure_is_reported_where_it_stands(tmp_path: Path) -> None:
    phase = f"iter=3 phase=build run_id={RUN} ts=1770113730130"
    json_line = '{"event":"phase_end","iter":4,"phase":"build","status":"fail","code":42}'
    lines = (f":::PHASE_START::: {phase}", f":::PHASE_END::: {phase} status=fail code=42", json_line)
    result = run(written(tmp_path, ITERATION, *lines, CLOSING))
    found = [one for one in result.findings if one.code == "completion-reported-as-failure"]
    assert [(one.line, one.level) for one in found] == [(3, "error"), (4, "error")]
    assert f"(run_id {RUN}, iter 3, phase build). The line says so in its old form" in found[0].message
    assert "(iter 4, phase build)" in found[1].message
    assert (result.legacy, result.rejected, result.is_clean) == (4, 0, False)


def test_findings_of_one_code_are_counted_and_the_first_are_listed(tmp_path: Path) -> None:
    result = run(written(tmp_path, *[":::X"] * (KEPT + 7), ":::Y::: a=b"))
    assert result.finding_counts == {"broken-line": KEPT + 7, "unknown-event": 1}
    assert shown(result.findings) == [
        *((line, "broken-line") for line in range(1, KEPT + 1)),
        (KEPT + 8, "unknown-event"),
    ]


def test_several_files_are_several_streams(tmp_path: Path) -> None:
    first, second = written(tmp_path, START, name="a.log"), written(tmp_path, END, name="b.log")
    result = validate(registry(), STREAM, [second, first])
    assert [(Path(one.file).name, one.code) for one in result.findings] == [
        ("b.log", "tool-never-started"),
        ("a.log", "tool-never-ended"),
    ]
    assert result.missing == {"run_id": 2, "tool": 1}


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times the lines take no more memory: hostile ones too, each with names of its own."""
    peaks = []
    for times in (3000, 30_000):
        lines = (
            f":::TOOL_START::: id=call{number} k{number}=v tool=t ts={1770113730000 + number}"
            for number in range(times)
        )
        path = written(tmp_path, *lines, *(f":::E{number}::: a" for number in range(times // 10)))
        run(path)
        tracemalloc.start()
        run(path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 2.5


def test_progress_adds_up_to_the_size(tmp_path: Path) -> None:
    path, read = written(tmp_path, *[CANONICAL] * 9000), []
    run(path, on_read=read.append)
    assert sum(read) == path.stat().st_size
    assert len(read) > 1


class TestNormalize:
    def test_canonical_events_conform_and_nothing_is_invented(self, tmp_path: Path) -> None:
        lines = [
            ITERATION,
            START,
            END,
            "::TOOL_CALL_END:: id=b status=UNKNOWN exit=3 duration_ms=1",
            ":::TOOL_EN",
            "text",
            CLOSING,
        ]
        out = tmp_path / "out.jsonl"
        first = run(written(tmp_path, *lines), normalize=out)
        again = run(out)
        assert (again.conforming, again.lines) == (first.conforming + first.legacy, 5)
        assert (again.legacy, again.rejected, again.other) == (0, 0, 0)
        assert (again.missing, again.inferred, again.profiles) == (first.missing, first.inferred, first.profiles)
        assert list(json.loads(out.read_text().splitlines()[0]))[:4] == ["v", "id", "event", "ts"]

    def test_it_is_the_same_on_every_run(self, tmp_path: Path) -> None:
        path, outs = written(tmp_path, ITERATION, START, END), [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
        for out in outs:
            run(path, normalize=out)
        assert outs[0].read_bytes() == outs[1].read_bytes()

    def test_an_error_leaves_what_was_there(self, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        out.write_text("before")
        with pytest.raises(FileNotFoundError):
            run(tmp_path / "absent.log", normalize=out)
        assert out.read_text() == "before"
        assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]

    def test_it_replaces_neither_its_source_nor_a_device(self, tmp_path: Path) -> None:
        path = written(tmp_path, CANONICAL)
        for out in (path, tmp_path):
            with pytest.raises(Unusable):
                run(path, normalize=out)
        assert path.read_text() == f"{CANONICAL}\n"

    def test_several_files_are_not_mixed(self, tmp_path: Path) -> None:
        with pytest.raises(Unusable, match="Several files"):
            validate(registry(), STREAM, [tmp_path / "a", tmp_path / "b"], normalize=tmp_path / "c")

    def test_a_type_has_no_other_form(self, tmp_path: Path) -> None:
        with pytest.raises(Unusable, match="one form only"):
            run(written(tmp_path, "1"), "observability.duration", normalize=tmp_path / "c")


class TestInstances:
    def test_a_document_is_one_value(self, tmp_path: Path) -> None:
        result = run(written(tmp_path, "{", '"v": 1}', name="event.json"), "observability.run-event")
        assert (result.lines, result.rejected) == (1, 1)
        assert (
            result.findings[0].message
            == "The event lacks `id`. The event lacks `event`. The event lacks `ts`. More is wrong."
        )

    def test_lines_are_values(self, tmp_path: Path) -> None:
        path = written(tmp_path, '"ok"', "", '"PASS"', "ok", name="outcomes.jsonl")
        result = run(path, "observability.type:outcome")
        assert (result.lines, result.conforming, result.rejected, result.other) == (3, 1, 2, 1)
        assert shown(result.findings) == [(3, "broken-event"), (4, "broken-line")]

    def test_an_event_may_be_in_a_weaker_profile(self, tmp_path: Path) -> None:
        event = {
            "v": 1,
            "id": "evt-1",
            "event": "iteration_end",
            "ts": "2026-02-03T10:15:30Z",
            "run_id": RUN,
            "iter": 3,
        }
        lines = [json.dumps(event | more) for more in ({"outcome": "ok"}, {"missing": ["outcome"]}, {})]
        result = run(written(tmp_path, *lines, name="ends.ndjson"), "observability.event:iteration-end")
        assert (result.profiles, result.rejected) == ({"native": 1, "imported": 1}, 1)
        assert result.coverage.fields["iteration_end"] == ["reason", "duration_ms"]
        assert {"phase", "task_id"} <= set(result.coverage.fields["run_event"])

    def test_odd_lists_of_missing_fields_are_refused(self, tmp_path: Path) -> None:
        event = {
            "v": 1,
            "id": "evt-1",
            "event": "iteration_end",
            "ts": "2026-02-03T10:15:30Z",
            "run_id": RUN,
            "iter": 3,
        }
        lines = [json.dumps(event | {"missing": missing}) for missing in (7, {"outcome": 1}, ["nonsense"], ["outcome"])]
        result = run(written(tmp_path, *lines))
        assert (result.rejected, result.conforming, result.missing) == (3, 1, {"outcome": 1})

    def test_a_value_that_is_too_large_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "huge.json"
        with path.open("wb") as file:
            file.truncate(17 << 20)
        assert shown(run(path, "observability.duration").findings) == [(1, "long-line")]


@pytest.mark.parametrize(
    ("target", "near"), [("observability.event", "`observability.events`"), ("nothing.here", "Streams: ")]
)
def test_an_unknown_target_names_near_ones(tmp_path: Path, target: str, near: str) -> None:
    with pytest.raises(Unusable) as caught:
        run(tmp_path / "x", target)
    assert near in caught.value.help
