"""What the walk through a machine can find in the rows it takes."""

from brainspec.diagnostic import declare

PAST_MAX = declare(
    "past-max",
    "error",
    """
    A row can carry a number past its `max`.

    The max bounds the walk, and readers rely on it. Guard the row, or lead elsewhere at the max.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {pushes: {initial: 0, max: 2}}
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [⟦{event: push, to: closed, count: pushes}⟧]}
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
UNHEARD = declare(
    "unheard-raise",
    "error",
    """
    A row raises an event that no active state accepts or ignores at that moment.

    Nobody outside learns of a raised event, so it cannot be refused: it would be lost.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      moved: {by: internal, brief: The door moved.}
    effects: {ring: Ring the bell.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: moved, do: ring}, ⟦{event: push, to: open, raise: moved}⟧]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed, raise: moved}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      moved: {by: internal, brief: The door moved.}
    effects: {ring: Ring the bell.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: moved, do: ring}, {event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed, raise: moved}]}
    ```
    """,
)
ENDLESS = declare(
    "endless-raise",
    "error",
    """
    Raised events raise each other without end.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      moved: {by: internal, brief: The door moved.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept: [{event: push, raise: moved}, ⟦{event: moved, raise: moved}⟧]
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      moved: {by: internal, brief: The door moved.}
    effects: {ring: Ring the bell.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept: [{event: push, raise: moved}, {event: moved, do: ring}]
    ```
    """,
)
CLASH = declare(
    "clashing-rows",
    "warning",
    """
    Regions that are active at once answer one event in ways that do not fit together.

    Two rows leave the same states or change the same data, so that only their order in the document decides. Or a row
    of a state around the regions is taken although a region inside decides otherwise, which engines read differently.
    Let one of them answer, or use two events.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {last: {type: text, values: [leaf, lock], brief: What moved last.}}
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: whole
    states:
      whole:
        brief: It hangs in its frame.
        parallel: true
        states:
          leaf: {brief: It moves., accept: [⟦{event: push, set: {last: leaf}}⟧]}
          lock: {brief: It holds., accept: [{event: push, set: {last: lock}}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {last: {type: text, values: [leaf, lock], brief: What moved last.}}
    events:
      push: {by: person, brief: Somebody pushes it.}
      turn: {by: person, brief: Somebody turns the key.}
    otherwise: refuse
    initial: whole
    states:
      whole:
        brief: It hangs in its frame.
        parallel: true
        states:
          leaf: {brief: It moves., accept: [{event: push, set: {last: leaf}}]}
          lock: {brief: It holds., accept: [{event: turn, set: {last: lock}}]}
    ```
    """,
)
TOO_LARGE = declare(
    "machine-too-large",
    "error",
    """
    A machine has more situations than the walk can see.

    Situations are states times data. Give counts smaller bounds, keep out of the machine what no guard looks at, or
    take it apart.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {⟦a⟧: {initial: 0, max: 300}, b: {initial: 0, max: 300}}
    events:
      push: {by: person, brief: Somebody pushes it.}
      knock: {by: person, brief: Somebody knocks.}
    guards:
      more-a: {test: a < 300, brief: It was not pushed often.}
      more-b: {test: b < 300, brief: It was not knocked at often.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept: [{event: push, if: more-a, count: a}, {event: knock, if: more-b, count: b}]
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    data: {a: {initial: 0, max: 3}, b: {initial: 0, max: 3}}
    events:
      push: {by: person, brief: Somebody pushes it.}
      knock: {by: person, brief: Somebody knocks.}
    guards:
      more-a: {test: a < 3, brief: It was not pushed often.}
      more-b: {test: b < 3, brief: It was not knocked at often.}
    otherwise: refuse
    initial: closed
    states:
      closed:
        brief: Nobody can pass.
        accept: [{event: push, if: more-a, count: a}, {event: knock, if: more-b, count: b}]
    ```
    """,
)
