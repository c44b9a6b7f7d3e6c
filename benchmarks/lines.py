"""Made-up logs of the two sorts that `validate` reads."""

import json
from collections.abc import Iterator

TURN = 8


def marker_lines(count: int) -> Iterator[str]:
    """Marker lines as Brain's loop writes them today: iterations with a phase, tools and their ends."""
    for at in range(count // TURN):
        run, start = f"run-{1769000000 + at // 30 * 900}-4711", 1769000000000 + at * 30000
        turn = at % 30 + 1
        yield f":::ITER_START::: iter={turn} run_id={run} ts={start}\n"
        yield f":::PHASE_START::: iter={turn} phase=build run_id={run} ts={start + 10}\n"
        for tool in ("pre-commit", "verifier"):
            call = f"{at:08x}-0000-4000-8000-{len(tool):012x}"
            key = f"cache_key={tool}|abc1234 git_sha=abc1234"
            yield f":::TOOL_START::: id={call} tool={tool} {key} ts=2026-01-25T14:35:30Z\n"
            yield f":::TOOL_END::: id={call} result=PASS exit=0 duration_ms=6000 ts=2026-01-25T14:35:37Z\n"
        yield f":::PHASE_END::: iter={turn} phase=build status=ok run_id={run} ts={start + 20000}\n"
        yield f":::ITER_END::: iter={turn} run_id={run} ts={start + 20010}\n"


def json_lines(count: int) -> Iterator[str]:
    """Canonical JSON lines: tool calls of one run after the other."""
    for at in range(count // 2):
        run, call = f"run-{1769000000 + at // 100 * 900}-4711", f"call-{at}"
        shared = {"v": 1, "ts": "2026-01-25T14:35:37Z", "run_id": run, "iter": 1, "phase": "build"}
        yield json.dumps({"id": f"evt-{at}a", "event": "tool_start", **shared, "call_id": call, "tool": "ruff"}) + "\n"
        end = {"event": "tool_end", **shared, "call_id": call, "tool": "ruff", "outcome": "ok", "exit_code": 0}
        yield json.dumps({"id": f"evt-{at}b", **end, "duration_ms": 12}) + "\n"
