"""What a rule is: one decorated function whose docstring is its manual page."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from brainspec.artefact import Artefact
from brainspec.diagnostic import Code, Diagnostic, Severity, at_most, declare
from brainspec.registry import Finding, Proved, Registry

Check = Callable[..., Iterable[Finding]]
On = Literal["specs", "proofs", "artefacts"]


class Rule(NamedTuple):
    """A code and the function that finds it.

    With `kinds` the function takes (definition, registry) for each definition of these kinds; without, it takes the
    registry; `on` says that it takes what was proved, or the artefacts and the registry, instead. A rule about
    something absent is muted when a file dropped out.
    """

    code: Code
    check: Check
    kinds: tuple[str, ...] = ()
    on: On = "specs"
    about_absence: bool = False


RULES: list[Rule] = []
_MADE = "Found by `brainspec build`, also with `--check`; `brainspec check` makes no pages."


def rule(severity: Severity, *kinds: str, on: On = "specs", about_absence: bool = False) -> Callable[[Check], Check]:
    """Make a function a rule. Its name gives the code, its docstring the manual page."""

    def register(check: Check) -> Check:
        page = (check.__doc__ or "").rstrip()
        code = declare(
            check.__name__.replace("_", "-"), severity, f"{page}\n\n    {_MADE}" if on == "artefacts" else page
        )
        RULES.append(Rule(code, check, kinds, on, about_absence))
        return check

    return register


def check_registry(registry: Registry) -> list[Diagnostic]:
    """What the rules find in the linked specs."""
    found: list[Diagnostic] = []
    for one in _active("specs", registry):
        if one.kinds:
            definitions = [each for kind in one.kinds for each in registry.of_kind(kind)]
            found += _coded(one, (finding for each in definitions for finding in one.check(each, registry)))
        else:
            found += _coded(one, one.check(registry))
    return found


def check_proofs(proved: Proved) -> list[Diagnostic]:
    """What the rules find about proofs."""
    return [each for one in _active("proofs", proved.registry) for each in _coded(one, one.check(proved))]


def check_artefacts(artefacts: list[Artefact], registry: Registry) -> list[Diagnostic]:
    """What the rules find in what would be written."""
    return [each for one in _active("artefacts", registry) for each in _coded(one, one.check(artefacts, registry))]


def _active(on: On, registry: Registry) -> list[Rule]:
    return [one for one in RULES if one.on == on and not (one.about_absence and registry.is_partial)]


def _coded(one: Rule, findings: Iterable[Finding]) -> list[Diagnostic]:
    return [finding.diagnose(one.code) for finding in at_most(findings, lambda each: each.definition.path)]
