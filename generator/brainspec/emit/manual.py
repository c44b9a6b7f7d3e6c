"""The manual: the language kind by kind, the codes of all findings, the commands."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from brainspec.artefact import Artefact, artefact, banner
from brainspec.commands import COMMANDS, COMMON, EXITS, VERSION, Command, Option
from brainspec.diagnostic import CATALOGUE, Code
from brainspec.emit.markdown import Block, fence, page, stacked, table_text, text
from brainspec.emit.render import render
from brainspec.model import KINDS, Kind, Model
from brainspec.model.described import Described
from brainspec.model.manual import FieldManual, manual, parts, spoken
from brainspec.registry import Proved
from brainspec.semantics.inclusions import FORMS
from brainspec.semantics.typography import capitalised, code, listed, words

FOLDER = "docs/reference"
# A file of an example; fences inside it are closed before its own.
_EXAMPLE = re.compile(
    r"^```(?P<language>\w+) (?P<path>\S+)\n(?P<content>(?:```\w+\n(?:.*\n)*?```\n|(?!```$).*\n)*)```$", re.MULTILINE
)
SEVERITIES = {"error": "Errors", "warning": "Warnings"}
ONE_FILE = {"project": "specs/project.yaml", "skill-pages": "specs/skill-pages.yaml"}


def manuals(_proved: Proved) -> list[Artefact]:
    """docs/reference/language.md, rules.md and cli.md: what this version of the tool says about itself."""
    return [_language(), _rules(), _commands()]


def example(kind: Kind) -> str:
    """The example file of a kind, valid as it is."""
    return (files("brainspec.model") / "examples" / f"{kind.name}{kind.suffix}").read_text(encoding="utf-8")


def _language() -> Artefact:
    source = banner("generator/brainspec/model/", "language")
    index = table_text(("Kind", "File", "What it is"), (_kind_row(kind) for kind in KINDS.values()))
    common = _fields_table(Described, ())
    inner = stacked(*(_part(model) for model in (*parts(Described), *_shared())))
    inclusions = table_text(("Form", "For", "Shows"), _form_rows())
    opening = render("language", banner=source, index=index, common=common, inner=inner, inclusions=inclusions)
    return artefact(f"{FOLDER}/language.md", page([text(opening), *(text(_kind(kind)) for kind in KINDS.values())]))


def _kind_row(kind: Kind) -> tuple[str, str, str]:
    return f"[{kind.name}](#{kind.name})", code(_path(kind)), manual(kind.model).means


def _path(kind: Kind) -> str:
    if kind.name in ONE_FILE:
        return ONE_FILE[kind.name]
    if kind.name == "source":
        return "specs/sources/NAME.yaml"
    folder = "capability.yaml" if kind.name == "capability" else f"{kind.folder}/NAME{kind.suffix}"
    return f"specs/CAPABILITY/{folder}"


def _kind(kind: Kind) -> str:
    is_described = issubclass(kind.model, Described)
    shared = {*parts(Described), *_shared()}
    inner = [model for model in parts(kind.model) if model not in shared]
    language = "markdown" if kind.suffix == ".md" else "yaml"
    return render(
        "language-kind",
        heading=capitalised(words(kind.name)),
        means=manual(kind.model).means,
        path=code(_path(kind)),
        items=f"Its entries are definitions of their own, of the kind {kind.items[1]}." if kind.items else "",
        common="It has the [common fields](#common-fields), and:" if is_described else "",
        fields=_fields_table(kind.model, Described.model_fields if is_described else ()),
        inner=stacked(*(_part(model) for model in inner)),
        example=fence(language, example(kind)),
    )


@cache
def _shared() -> list[type[Model]]:
    """The parts that several kinds have, in the order of the manual."""
    found = Counter(model for kind in KINDS.values() for model in parts(kind.model))
    return [model for model, number in found.items() if number > 1 and model not in parts(Described)]


def _part(model: type[Model]) -> str:
    about = manual(model)
    return stacked(f"**{capitalised(spoken(about.name))}.** {about.means}", _fields_table(model, ()))


def _fields_table(model: type[Model], without: object) -> str:
    skipped = set(without) if isinstance(without, dict) else set()
    rows = (_field_row(one) for one in manual(model).fields if one.name not in skipped)
    return table_text(("Field", "Type", "Meaning"), rows)


def _field_row(one: FieldManual) -> tuple[str, str, str]:
    need = ", required" if one.is_required else ""
    default = f" Default: {code(one.default)}." if one.default else ""
    return code(one.name), one.words + need, one.means + default


def _form_rows() -> Iterator[tuple[str, str, str]]:
    for name, form in FORMS.items():
        options = sorted({shown for each in form.shown_as.values() for shown in each})
        shown = f" `as=` {listed(list(map(code, options)), 'or')}." if options else ""
        yield code(name), ", ".join(form.kinds), form.shows + shown


def _rules() -> Artefact:
    codes = sorted(CATALOGUE.values(), key=lambda one: one.slug)
    rows = ((f"[`{one.slug}`](#{one.slug})", one.severity, one.summary) for one in codes)
    counts = [f"{sum(one.severity == key for one in codes)} {name.lower()}" for key, name in SEVERITIES.items()]
    opening = render(
        "rules",
        banner=banner("generator/brainspec/", "rules"),
        counts=listed(counts),
        index=table_text(("Code", "Severity", "What is wrong"), rows),
    )
    return artefact(f"{FOLDER}/rules.md", page([text(opening), *(text(_rule(one)) for one in codes)]))


def _rule(one: Code) -> str:
    """The manual page of a code below its heading."""
    return stacked(f"## {capitalised(words(one.slug))}", f"{code(one.slug)} · {one.severity}", _readable(one.page))


def _readable(manual_page: str) -> str:
    """A manual page without the marks for tests: labels in bold, the path of a file above its fence, tabs as signs."""
    shown = manual_page.replace("⟦", "").replace("⟧", "").replace("\t", "⇥")
    parts, at = [], 0
    for found in _EXAMPLE.finditer(shown):
        parts += [shown[at : found.start()], code(found["path"]), fence(found["language"], found["content"])]
        at = found.end()
    return re.sub(r"^(Bad|Good):$", r"**\1:**", stacked(*parts, shown[at:]), flags=re.MULTILINE)


def _commands() -> Artefact:
    rows = ((f"[`brainspec {one.name}`](#{one.name})", one.brief) for one in COMMANDS)
    opening = render(
        "cli",
        banner=banner("generator/brainspec/commands.py", "cli"),
        index=table_text(("Command", "What it does"), rows),
        options=table_text(("Option", "Values", "What it does"), map(_option, (*COMMON, VERSION))),
        exits=table_text(("Exit", "Meaning"), ((str(number), meaning) for number, meaning in EXITS.items())),
    )
    return artefact(f"{FOLDER}/cli.md", page([text(opening), *map(_command, COMMANDS)]))


def _command(one: Command) -> Block:
    rows = [(code(each.name), "one or more" if each.many else "one", each.help) for each in one.arguments]
    rows += [_option(each) for each in one.options]
    shown = render(
        "cli-command",
        heading=capitalised(one.name),
        brief=one.brief,
        usage=fence("text", one.usage),
        words=table_text(("Word", "Values", "What it does"), rows),
        text=one.text,
        examples=fence("bash", "\n".join(one.examples)),
    )
    return text(shown)


def _option(one: Option) -> tuple[str, str, str]:
    values = ", ".join(map(code, one.choices)) or code(one.value) if one.value else ""
    needed = "required, " if one.required else ""
    default = f" Default: {code(one.default)}." if one.default else ""
    return code(one.flag), needed + values, one.help + default
