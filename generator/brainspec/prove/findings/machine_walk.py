"""What the walk through a machine can find: states, rows and parts that are never needed, ends never reached."""

from brainspec.diagnostic import declare

UNREACHABLE = declare(
    "unreachable-state",
    "error",
    """
    No series of events ever leads to a state.

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
      ⟦ajar⟧: {brief: A cat can pass.}
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
NEVER_TAKEN = declare(
    "row-never-taken",
    "error",
    """
    A row, or a reason to ignore an event, never decides anything.

    The walk went through every situation with every payload at its boundaries, and something before it or inside it
    always decided.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}, ⟦{event: push, to: closed}⟧]}
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
UNACCEPTED = declare(
    "unaccepted-event",
    "error",
    """
    No state accepts an event.

    An event that changes nothing anywhere is no event of the machine.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      ⟦knock⟧: {by: person, brief: Somebody knocks.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
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
UNUSED = declare(
    "unused-machine-part",
    "warning",
    """
    A guard, an effect or a datum of a machine is used nowhere in it.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    effects: {⟦ring⟧: Ring the bell.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    effects: {ring: Ring the bell.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: open, do: ring}]}
      open: {brief: Everybody can pass., accept: [{event: push, to: closed}]}
    ```
    """,
)
TRAP = declare(
    "trapped",
    "error",
    """
    From a situation no way leads to a final state, although the machine has one.

    What begins there never ends. Let the state accept an event that leads on, or make it final.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      sell: {by: owner, brief: The owner sells it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: gone}, {event: sell, to: sold}]}
      ⟦gone⟧: {brief: It was taken out.}
      sold: {brief: Another house has it., final: success}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
      sell: {by: owner, brief: The owner sells it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, to: gone}, {event: sell, to: sold}]}
      gone: {brief: It was taken out., accept: [{event: sell, to: sold}]}
      sold: {brief: Another house has it., final: success}
    ```
    """,
)
UNGUARDED = declare(
    "unguarded-success",
    "warning",
    """
    A row without a guard leads to success.

    An engine that loses a payload then takes the row that asks for nothing, and a failed run is reported as done. Give
    the row a guard, or say in a `silence` who answers for the event.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [⟦{event: push, to: sold}⟧]}
      sold: {brief: Another house has it., final: success}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: Whether a door is open.
    subject: one door
    events:
      push: {by: person, brief: Somebody pushes it., payload: {paid: {type: boolean}}}
    guards:
      paid: {test: event.paid, brief: The price was paid.}
    otherwise: refuse
    initial: closed
    states:
      closed: {brief: Nobody can pass., accept: [{event: push, if: paid, to: sold}]}
      sold: {brief: Another house has it., final: success}
    ```
    """,
)
