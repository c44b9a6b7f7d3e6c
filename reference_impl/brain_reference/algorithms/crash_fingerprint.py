"""Gives crashes with the same cause the same fingerprint."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_FRAMES = 5
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ADDRESS = re.compile(r"0[xX][0-9A-Fa-f]+")
_WORD = re.compile(r"[0-9A-Za-z]+")
_HEX = re.compile(r"[A-Fa-f]*[0-9][0-9A-Fa-f]*")
_ANONYMOUS = re.compile(r"<lambda>|<anonymous>|\(anonymous\)|\{\{closure\}\}|\{closure\}")
_COUNTED = re.compile(r"(__|[$#])[0-9]+(?:_[0-9]+)*")
_LEGACY_HASH = re.compile(r"::h[0-9a-f]{16}$")

# What differs from one crash to the next in a message without a stack.
_VARYING = (
    (re.compile(r"(^|[^0-9A-Za-z])(?:'[^']*'|\"[^\"]*\"|`[^`]*`)"), r"\1*"),
    (re.compile(r"[^ ]*[/\\][^ ]*"), "*"),
    (_ADDRESS, "*"),
)


def crash_fingerprint(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fingerprint of a crash, what it was made from, and the texts that were hashed.

    `given` has `crash` (its `type`, and maybe `message` and `frames`, innermost first) and maybe `rules`, tried from
    the top. `by` is `rule`, `frames` or `message`; `parts` are the hashed texts, none of which holds a line feed.
    """
    crash = given["crash"]
    parts = [*_parts(crash, given.get("rules", ()))]
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return {"fingerprint": f"fp-{digest[:24]}", "by": parts[0], "parts": parts}


def _parts(crash: Mapping[str, Any], rules: Sequence[Mapping[str, str]]) -> Iterator[str]:
    key = next((one["key"] for one in rules if _applies(one, crash)), None)
    frames = crash.get("frames", ())
    if key is not None:
        yield from ("rule", key)
    elif frames:
        yield from ("frames", _steady(crash["type"]), *_telling(frames))
    else:
        yield from ("message", _steady(crash["type"]), _shape(crash.get("message", "")))


def _applies(rule: Mapping[str, str], crash: Mapping[str, Any]) -> bool:
    whole = {name: rule[name] for name in ("type", "message") if name in rule}
    inside = {name: rule[name] for name in ("module", "function") if name in rule}
    frames = crash.get("frames", ())
    return _all_fit(whole, crash) and (not inside or any(_all_fit(inside, one) for one in frames))


def _all_fit(globs: Mapping[str, str], texts: Mapping[str, Any]) -> bool:
    return all(name in texts and _fits(glob, texts[name]) for name, glob in globs.items())


def _fits(glob: str, text: str) -> bool:
    """Whether `glob` describes the whole of `text`; its cost is bounded by the product of their lengths."""
    at, place, star, mark = 0, 0, -1, 0
    while place < len(text):
        if at < len(glob) and glob[at] == "*":
            star, mark, at = at, place, at + 1
        elif at < len(glob) and glob[at] in ("?", text[place]):
            at, place = at + 1, place + 1
        elif star >= 0:
            mark += 1
            at, place = star + 1, mark
        else:
            return False
    return not glob[at:].strip("*")


def _telling(frames: Sequence[Mapping[str, Any]]) -> list[str]:
    chosen = [one for one in frames if one.get("in_app")] or frames
    texts = [f"{_place(one)}:{_function(one)}" for one in chosen]
    return [text for number, text in enumerate(texts) if number == 0 or text != texts[number - 1]][:_FRAMES]


def _place(frame: Mapping[str, Any]) -> str:
    if frame.get("module", "__main__") not in ("", "__main__"):
        return _steady(frame["module"])
    path = re.split(r"[?#]", frame.get("file", ""))[0].replace("\\", "/")
    return _steady("/".join([one for one in path.split("/") if one][-2:])) or "?"


def _function(frame: Mapping[str, Any]) -> str:
    name = _ANONYMOUS.sub("<anonymous>", _LEGACY_HASH.sub("", frame.get("function", "")))
    return _steady(_COUNTED.sub(r"\1*", name)) or "?"


def _steady(text: str) -> str:
    """The text without control characters, addresses and hash digits."""
    return _WORD.sub(_unless_hash, _ADDRESS.sub("*", _CONTROL.sub(" ", text)))


def _unless_hash(found: re.Match[str]) -> str:
    return "*" if len(found[0]) >= 8 and _HEX.fullmatch(found[0]) else found[0]


def _shape(message: str) -> str:
    text = _CONTROL.sub(" ", message.strip("\n").split("\n")[0])
    for pattern, replacement in _VARYING:
        text = pattern.sub(replacement, text)
    starred = re.sub(r"\*+", "*", re.sub(r"[0-9]+", "*", _WORD.sub(_unless_hash, text)))
    return re.sub(r" +", " ", starred).strip(" ")
