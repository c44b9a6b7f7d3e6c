"""Headers of a success: those it names, and those that its operation implies."""

from brainspec.model.interface import Answer, Operation

_VERSION = "The version of what was read or written, for If-Match."
_REPLAYED = "`true` when this is the stored answer to an earlier request."


def headers_of(operation: Operation, answer: Answer) -> dict[str, str]:
    """Name to sentence, with `spec:` links still inside; the answer's own come first."""
    implied = {"ETag": _VERSION} if operation.conditional else {}
    implied |= {"Idempotency-Replayed": _REPLAYED} if operation.idempotent else {}
    return answer.headers | {name: brief for name, brief in implied.items() if name not in answer.headers}
