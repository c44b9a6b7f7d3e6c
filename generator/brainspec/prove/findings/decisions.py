"""What running a decision table can find."""

from brainspec.diagnostic import declare

UNKNOWN_VALUE = declare(
    "unknown-decision-value",
    "error",
    """
    A decision names an input, a value or an answer that it does not declare, or a case leaves one out.

    Bad:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: ⟦hrad⟧}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    Good:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    """,
)
UNDECIDED = declare(
    "undecided-combination",
    "error",
    """
    No row of a decision fits some combination of its inputs.

    Every combination was run. A last row with `if: {}` fits all that the others leave.

    Bad:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    ⟦rules⟧:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: again, why: Once more.}
    ```
    Good:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    """,
)
NEVER_FITS = declare(
    "unreached-row",
    "error",
    """
    A row of a decision never decides, because rows above it do.

    Bad:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
      - ⟦{if: {tries: first}, then: stop, why: Nobody gets here.}⟧
    ```
    Good:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    """,
)
NEVER_GIVEN = declare(
    "unused-answer",
    "warning",
    """
    No row of a decision gives one of its answers.

    Bad:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it., ⟦ask⟧: Ask a person.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    Good:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    """,
)
FAILED_CASE = declare(
    "failed-decision-case",
    "error",
    """
    A case of a decision gets another answer than it says.

    Bad:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    cases: [{name: last-try, with: {failure: soft, tries: last}, answer: ⟦again⟧}]
    ```
    Good:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    cases: [{name: last-try, with: {failure: soft, tries: last}, answer: stop}]
    ```
    """,
)
TOO_LARGE = declare(
    "decision-too-large",
    "error",
    """
    A decision has more combinations of inputs than are run.

    Nobody can read such a table either. Take it apart.

    Bad:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    ⟦inputs⟧:
      a: {low: It is low., high: It is high., none: There is none.}
      b: {low: It is low., high: It is high., none: There is none.}
      c: {low: It is low., high: It is high., none: There is none.}
      d: {low: It is low., high: It is high., none: There is none.}
      e: {low: It is low., high: It is high., none: There is none.}
      f: {low: It is low., high: It is high., none: There is none.}
      g: {low: It is low., high: It is high., none: There is none.}
      h: {low: It is low., high: It is high., none: There is none.}
      i: {low: It is low., high: It is high., none: There is none.}
      j: {low: It is low., high: It is high., none: There is none.}
    answers: {again: Send it again.}
    rules: [{if: {}, then: again, why: It may work.}]
    ```
    Good:
    ```yaml specs/demo/decisions/send-again.yaml
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works.}
      - {if: {tries: last}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    ```
    """,
)
