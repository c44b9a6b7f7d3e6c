"""What can be wrong with a line of a stream. Rules across lines have codes of their own, written in the stream."""

from brainspec.diagnostic import declare

BROKEN_LINE = declare(
    "broken-line",
    "error",
    """
    A line starts as an event and cannot be read.

    It is cut off, a quote is open, a key stands twice, it is no JSON, or it is no UTF-8 text. The other lines are read.
    Repair the writer; a line that was cut off cannot be mended.
    """,
)
LONG_LINE = declare(
    "long-line",
    "error",
    """
    A line that starts as an event is longer than the stream allows.

    It is not read. Put long text into a file and name the file, or cut the text as its field says.
    """,
)
TOO_MANY_FIELDS = declare(
    "too-many-fields",
    "error",
    """
    An event has more fields than the stream allows.

    It is not read. Something that has so many parts is a value of its own.
    """,
)
UNKNOWN_EVENT = declare(
    "unknown-event",
    "error",
    """
    A line is written as an event that the stream does not have, and no rule for old lines reads it.

    Correct the name, or add the event to the stream. A line that is no event starts with another character.
    """,
)
BROKEN_EVENT = declare(
    "broken-event",
    "error",
    """
    An event does not have the form its definition asks for.

    The message names the field and what is asked of it, and repeats no value: the value may be a secret.
    `brainspec show` with the id of the event prints the definition.
    """,
)
LOOSE_SPELLING = declare(
    "loose-spelling",
    "warning",
    """
    A marker line can be read and is not spelled as the encoding says.

    Its fields stand in another order, a value is quoted without need, or blanks are doubled. Programs that compare
    lines take it for another event.
    """,
)
UNFINISHED_LINE = declare(
    "unfinished-line",
    "warning",
    """
    The last line is a marker line without a line feed, so its last value may be cut off.

    End every line with a line feed, in one write with the line.
    """,
)
LEGACY_LINE = declare(
    "legacy-line",
    "error",
    """
    A line has an old form and `--strict` was asked for.

    The message names the rules that read it. Let the writer write the canonical form, or leave `--strict` out.
    """,
)
FORGOTTEN = declare(
    "forgotten-start",
    "warning",
    """
    More starts were open at once than a reader remembers, so the oldest were forgotten.

    Whether they ever ended is not known, and their ends look as if they had no start. Split the file by run.
    """,
)
NO_EVENT = declare(
    "no-event",
    "warning",
    """
    A file that should hold events holds none.

    It is another file, or its lines start with something else, such as a time or a colour code.
    """,
)
