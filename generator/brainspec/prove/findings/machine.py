"""What can be wrong with how a machine is written."""

from brainspec.diagnostic import declare

UNKNOWN_PART = declare(
    "unknown-machine-part",
    "error",
    """
    A machine names a state, event, guard, effect or datum that it does not have.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: ⟦opne⟧}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    ```
    """,
)
BAD_STRUCTURE = declare(
    "broken-machine",
    "error",
    """
    The states of a machine do not fit together.

    Names are unique in a machine. A state with children says which comes first (`initial`) or that all are active at
    once (`parallel`). A final state stands at the top level, has no children and accepts nothing. Only a state with
    `history` can be resumed. A row leads somewhere or changes something; what changes nothing is ignored, with a
    reason. Only internal events are raised, and they carry nothing, as the events of timers.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: gone}]}
      ⟦gone⟧: {brief: It was taken out., final: success, accept: [{event: push, to: closed}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: gone}]}
      gone: {brief: It was taken out., final: success}
    ```
    """,
)
BAD_CHANGE = declare(
    "impossible-change",
    "error",
    """
    A datum has no first value that fits, or a row changes it in a way that cannot be.

    A number and a flag begin with a value; what is counted has a `max`, which bounds the walk; a setting never
    changes; what is taken from a payload has the type of the datum.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {pushes: {initial: 0}}
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed, count: ⟦pushes⟧}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {pushes: {initial: 0, max: 2}}
    events:
      push: {by: person, brief: Somebody pushes it.}
    guards:
      new: {test: pushes < 2, brief: It is not worn out.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, if: new, to: closed, count: pushes}]}
    ```
    """,
)
BAD_GUARD = declare(
    "broken-guard",
    "error",
    """
    A guard cannot be read, names what is not there, or compares unlike things.

    A guard compares data, `event.` and a payload field, numbers, quoted texts, `true` and `false`
    with `== != < <= > >=`, adds and subtracts numbers, and joins comparisons and flags by `and`, `or`, `not` and
    parentheses.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {locked: {type: flag, initial: false}}
    events:
      push: {by: person, brief: Somebody pushes it.}
      lock: {by: person, brief: Somebody locks it.}
    guards:
      free: {test: not ⟦loked⟧, brief: It is not locked.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept: [{event: push, if: free, to: open}, {event: lock, set: {locked: true}}]
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {locked: {type: flag, initial: false}}
    events:
      push: {by: person, brief: Somebody pushes it.}
      lock: {by: person, brief: Somebody locks it.}
    guards:
      free: {test: not locked, brief: It is not locked.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept: [{event: push, if: free, to: open}, {event: lock, set: {locked: true}}]
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    ```
    """,
)
FAILED_TRACE = declare(
    "failed-trace",
    "error",
    """
    A step of a trace does not do what the trace says.

    Either the machine is wrong, or the trace. A step says where the machine is afterwards (`now`), which effects it
    started (`done`), what its data are (`data`), or that the event was `ignored` or `refused`.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    traces: [{name: twice, steps: [{event: push, now: [open]}, {event: push, now: ⟦[open]⟧}]}]
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    traces: [{name: twice, steps: [{event: push, now: [open]}, {event: push, now: [closed]}]}]
    ```
    """,
)
