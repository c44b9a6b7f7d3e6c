"""What second opinions can find."""

from brainspec.diagnostic import declare

DISAGREEMENT = declare(
    "judges-disagree",
    "error",
    """
    A library that is not ours comes to another result than the compiler.

    `brainspec check --second-opinion` has the jsonschema package judge every example and counterexample, and
    python-statemachine every trace. Where they disagree, readers who use them would, too: write it in a way that both
    read alike, or report a fault of the compiler.
    """,
)
