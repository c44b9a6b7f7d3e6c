"""Second opinions: libraries nobody here wrote judge every example, counterexample and trace again."""

from brainspec.diagnostic import Diagnostic
from brainspec.prove.machine_opinion import judge_machines
from brainspec.prove.value_opinion import judge_values
from brainspec.registry import Registry


def second_opinion(registry: Registry) -> list[Diagnostic]:
    """Where the jsonschema package and python-statemachine disagree with what the compiler found."""
    return [*judge_values(registry), *judge_machines(registry)]
