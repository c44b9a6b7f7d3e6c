"""Settings and problems: values inside their bounds, one owner each, and what clients can tell apart."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from brainspec.diagnostic import Related
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
_MEMBERS = ("type", "title", "status", "detail", "instance")
_STATUSES = frozenset(one.value for one in HTTPStatus)


@rule("error", "setting")
def setting_out_of_bounds(setting: Definition[Any], _registry: Registry) -> Findings:
    """The value of a setting lies outside its own bounds, or is not of its form.

    A setting with a unit or bounds is a number; one with `values` is one of these words.

    Bad:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings:
      - {id: most, brief: The most things., value: ⟦10⟧, min: 20, max: 50, env: BRAIN_MOST, why: They fit on a page.}
    ```
    Good:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings:
      - {id: most, brief: The most things., value: 30, min: 20, max: 50, env: BRAIN_MOST, why: They fit on a page.}
    ```
    """
    body = setting.body
    is_number = isinstance(body.value, int | float) and not isinstance(body.value, bool)
    if body.values and body.value not in body.values:
        help_ = did_you_mean(str(body.value), body.values, f"Write one of: {', '.join(body.values)}.")
        yield Finding(setting, ("value",), f"`{body.value}` is none of its values.", help_)
    elif not is_number and body.value is not None and (body.unit or body.min is not None or body.max is not None):
        yield Finding(setting, ("value",), "A setting with a unit or bounds is a number.", "Write digits only.")
    elif is_number and not _fits(body):
        yield Finding(setting, ("value",), f"{body.value} is outside the bounds.", "Correct the value or the bounds.")


def _fits(body: Any) -> bool:
    return (body.min is None or body.min <= body.value) and (body.max is None or body.value <= body.max)


@rule("error", "setting")
def setting_without_value(setting: Definition[Any], _registry: Registry) -> Findings:
    """A setting has no value although it is no secret, or is a secret and has one.

    A secret in a spec is no secret any more; everything else has a default, so that a fresh installation runs.

    Bad:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings:
      - {⟦id⟧: token, brief: What the store is opened with., env: BRAIN_TOKEN, why: Each installation has its own.}
    ```
    Good:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings:
      - {id: token, brief: What the store is opened with., env: BRAIN_TOKEN, secret: true, why: Each has its own.}
    ```
    """
    if setting.body.secret and setting.body.value is not None:
        message = "A secret has no value in a spec."
        yield Finding(setting, ("value",), message, "Remove it, and change the secret if it was a real one.")
    elif not setting.body.secret and setting.body.value is None:
        yield Finding(setting, ("id",), "This setting has no value.", "Give it one, or say `secret: true`.", key=True)


@rule("error", "setting")
def unowned_setting(setting: Definition[Any], _registry: Registry) -> Findings:
    """A setting does not say who may change it, or says so twice.

    Exactly one of `fixed: true` (nobody), `env` (an operator, before the start) and `set_by` (an operator at any time,
    or each request).

    Bad:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings: [{⟦id⟧: most, brief: The most things., value: 10, why: They fit on a page.}]
    ```
    Good:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings: [{id: most, brief: The most things., value: 10, fixed: true, why: They fit on a page.}]
    ```
    """
    owners = [setting.body.fixed, setting.body.env is not None, setting.body.set_by is not None]
    if sum(owners) != 1:
        message = "Nobody knows who may change this." if not any(owners) else "This says twice who may change it."
        yield Finding(setting, ("id",), message, "Write one of `fixed: true`, `env` and `set_by`.", key=True)


@rule("error")
def shared_variable(registry: Registry) -> Findings:
    """Two settings are read from the same environment variable.

    Bad:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings:
      - {id: most, brief: The most things., value: 10, env: BRAIN_MOST, why: They fit on a page.}
      - {id: longest, brief: The longest name., value: 40, env: ⟦BRAIN_MOST⟧, why: It fits into a line.}
    ```
    Good:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings:
      - {id: most, brief: The most things., value: 10, env: BRAIN_MOST, why: They fit on a page.}
      - {id: longest, brief: The longest name., value: 40, env: BRAIN_LONGEST, why: It fits into a line.}
    ```
    """
    first: dict[str, Definition[Any]] = {}
    for one in registry.of_kind("setting"):
        earlier = first.setdefault(one.body.env, one) if one.body.env else one
        if earlier is not one:
            related = (Related(earlier.span(("env",)), "first used here"),)
            message = f"`{one.body.env}` sets `{earlier.id}`."
            yield Finding(one, ("env",), message, "Give each its own variable.", related=related)


@rule("error", "problem")
def unknown_status(problem: Definition[Any], _registry: Registry) -> Findings:
    """A problem has a status that HTTP does not define.

    Bad:
    ```yaml specs/demo/problems/names.yaml
    topic: Names
    brief: Why a name was refused.
    problems:
      - {id: taken, title: The name is taken, status: ⟦499⟧, when: It is., fix: Choose another., retry: never}
    ```
    Good:
    ```yaml specs/demo/problems/names.yaml
    topic: Names
    brief: Why a name was refused.
    problems:
      - {id: taken, title: The name is taken, status: 409, when: It is., fix: Choose another., retry: never}
    ```
    """
    if problem.body.status not in _STATUSES:
        help_ = "Take the defined status that is nearest; the type of the problem says the rest."
        yield Finding(problem, ("status",), f"HTTP defines no status {problem.body.status}.", help_)


@rule("error", "problem")
def odd_problem_member(problem: Definition[Any], _registry: Registry) -> Findings:
    """A problem extends what RFC 9457 has, or its example has a member nobody described.

    Bad:
    ```yaml specs/demo/problems/names.yaml
    topic: Names
    brief: Why a name was refused.
    problems:
      - id: taken
        title: The name is taken
        status: 409
        when: Somebody has it.
        fix: Choose another.
        retry: never
        extensions: {owner: {type: string, maxLength: 40, description: Who has it.}}
        example: {⟦ownre⟧: ann}
    ```
    Good:
    ```yaml specs/demo/problems/names.yaml
    topic: Names
    brief: Why a name was refused.
    problems:
      - id: taken
        title: The name is taken
        status: 409
        when: Somebody has it.
        fix: Choose another.
        retry: never
        extensions: {owner: {type: string, maxLength: 40, description: Who has it.}}
        example: {owner: ann}
    ```
    """
    extensions = problem.body.extensions
    for name in extensions:
        if name in _MEMBERS:
            message = f"`{name}` is a member of every problem."
            yield Finding(problem, ("extensions", name), message, "Choose another name.", key=True)
    for name in problem.body.example:
        if name not in extensions and name not in ("detail", "instance"):
            help_ = did_you_mean(name, [*extensions, "detail"], "Describe it under `extensions`, or remove it.")
            yield Finding(problem, ("example", name), f"Nothing describes `{name}`.", help_, key=True)
