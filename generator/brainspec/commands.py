"""The commands as plain values: what `brainspec --help` prints and docs/reference/cli.md lists."""

from typing import NamedTuple


class Argument(NamedTuple):
    """A word after the command: `name` as in the usage line; `many` for one or more."""

    name: str
    help: str
    many: bool = False


class Option(NamedTuple):
    """An option: `flag` with its dashes; `value` names what follows it (empty: nothing does)."""

    flag: str
    help: str
    value: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    required: bool = False

    @property
    def usage(self) -> str:
        """The option with its value, as it is typed."""
        return f"{self.flag} {self.value}" if self.value else self.flag


class Command(NamedTuple):
    """A command: `brief` is its line in `--help`, `text` what its own page says beyond it (Markdown)."""

    name: str
    brief: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    text: str = ""
    examples: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """The usage line, common options left out."""
        words = [f"{one.name}…" if one.many else one.name for one in self.arguments]
        words += [one.usage if one.required else f"[{one.usage}]" for one in self.options]
        return " ".join(["brainspec", self.name, *words])


PROJECT = Option("--project", "The folder that holds specs/; without it here or the nearest folder above.", "DIR")
FORMAT = Option("--format", "How the answer is printed.", "FORMAT", choices=("text", "json"), default="text")
COMMON = (PROJECT, FORMAT)
VERSION = Option("--version", "Print the version and end.")
HELP = Option("--help", "Print how a command is used and end.")

EXITS = {
    0: "Clean. Warnings alone are clean.",
    1: "Errors were found, or a generated file is stale.",
    2: "The command was used wrongly, or a file could not be read or written.",
}

COMMANDS = (
    Command(
        "check",
        "Check the specs and run everything in them that can run.",
        options=(
            Option("--second-opinion", "Have other engines confirm every example and machine trace, as CI does."),
        ),
        text=(
            "Reads `specs/` and writes nothing. A finding has a code, a place (file, line, column) and a way out. "
            "It makes no pages: what only they show, such as one that is too long, is found by `build --check`."
        ),
        examples=("brainspec check", "brainspec check --format json"),
    ),
    Command(
        "build",
        "Check the specs, then bring every generated file in line with them.",
        options=(
            Option("--check", "Write nothing; report every generated file that is stale, missing or orphaned."),
            Option("--dry-run", "Write nothing; list what would be written and removed."),
        ),
        text=(
            "Errors in the specs stop it before the first byte is written. Unchanged files are not touched; a "
            "generated file that lost its source is removed. `--check` names the definition behind the first stale "
            "line of a file."
        ),
        examples=("brainspec build", "brainspec build --check"),
    ),
    Command(
        "show",
        "Show a definition: its text, its proofs, and who refers to whom.",
        arguments=(Argument("ID", "An id, such as `OBS-004` or `observability.type:run-event`."),),
        text="A name without its capability is enough where only one capability has it.",
        examples=("brainspec show OBS-004", "brainspec show observability.event:tool-end"),
    ),
    Command(
        "explain",
        "Print the manual page of a finding's code.",
        arguments=(Argument("CODE", "A code, as printed with a finding."),),
        text="The page says what is wrong and shows a bad and a good example.",
        examples=("brainspec explain duplicate-key",),
    ),
    Command(
        "new",
        "Start a definition from the example of its kind.",
        arguments=(
            Argument("KIND", "A kind, as `docs/reference/language.md` lists them."),
            Argument("ID", "`capability.name`; for a capability or a source only its name."),
        ),
        text="Writes one file and touches none that exists.",
        examples=("brainspec new type observability.run-id",),
    ),
    Command(
        "validate",
        "Validate files against a type or a stream.",
        arguments=(Argument("FILE", "A file to validate; `-` reads standard input.", many=True),),
        options=(
            Option("--as", "The stream, type or event that the files hold, as `capability.name`.", "ID", required=True),
            Option("--normalize", "Write every event in its canonical form to this file.", "OUT"),
            Option("--strict", "Count legacy lines as errors."),
        ),
        text=(
            "Against a stream, each line is conforming, legacy (a named rule reads it) or rejected, or it is no event; "
            "then the rules that hold across lines report. Against a type or an event, a `.jsonl` or `.ndjson` file "
            "and standard input hold one value a line; any other file is one JSON document. Files are read as they "
            "come, so memory stays flat."
        ),
        examples=(
            "brainspec validate state/events.jsonl --as observability.events",
            "brainspec validate run.log --as observability.events --normalize canonical.jsonl",
        ),
    ),
    Command(
        "trace",
        "Show which proof shows which requirement.",
        options=(Option("--sources", "Show what became of every row of the sources instead."),),
        text="Exits 1 when a MUST has no proof, or with `--sources` when a row has no answer.",
        examples=("brainspec trace", "brainspec trace --sources"),
    ),
    Command(
        "completion",
        "Print the completion script of a shell.",
        arguments=(Argument("SHELL", "`bash`, `zsh` or `fish`."),),
        text="The script completes commands, options, codes, kinds and the ids of the last check.",
        examples=('eval "$(brainspec completion bash)"',),
    ),
)  # fmt: skip
