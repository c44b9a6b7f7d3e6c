"""The manual: complete, and every example of a kind is valid."""

import re

import pytest

from brainspec.catalogue import catalogue
from brainspec.commands import COMMANDS, COMMON
from brainspec.emit.manual import example
from brainspec.model import KINDS
from brainspec.model.manual import manual, parts
from brainspec.semantics.inclusions import FORMS
from tests.emit.demo import artefact, compiled, place


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_example_that_compiles(kind: str) -> None:
    proved = compiled().proved
    assert proved
    assert place(kind) in {one.path for one in proved.registry.of_kind(kind)}
    assert [one for one in compiled().findings if one.span.path == place(kind)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_means(kind: str) -> None:
    for model in (KINDS[kind].model, *parts(KINDS[kind].model)):
        about = manual(model)
        assert about.means.endswith((".", "?", "`")), model
        assert [one.name for one in about.fields if not one.means.endswith((".", "?"))] == []
        assert [one.name for one in about.fields if not one.words] == []


def test_the_language_page_shows_every_kind_with_its_example_and_every_field() -> None:
    page = artefact("docs/reference/language.md")
    for kind in KINDS.values():
        assert example(kind).rstrip("\n") in page
        assert f"](#{kind.name}) |" in page
        for model in (kind.model, *parts(kind.model)):
            assert [one.name for one in manual(model).fields if f"| `{one.name}` |" not in page] == []
    assert [form for form in FORMS if f"| `{form}` |" not in page] == []


def test_the_rules_page_shows_every_code() -> None:
    page = artefact("docs/reference/rules.md")
    assert re.findall(r"^`([a-z0-9-]+)` · (error|warning)$", page, re.MULTILINE) == [
        (slug, code.severity) for slug, code in catalogue().items()
    ]
    assert "⟦" not in page
    assert "\t" not in page


def test_the_command_page_shows_every_command_and_option() -> None:
    page = artefact("docs/reference/cli.md")
    for command in COMMANDS:
        assert f"\n{command.usage}\n" in page
        assert [one.flag for one in command.options if f"| `{one.flag}` |" not in page] == []
    assert [one.flag for one in COMMON if f"| `{one.flag}` |" not in page] == []


def test_types_are_said_as_an_author_says_them() -> None:
    words = {one.name: one.words for one in manual(KINDS["event"].model).fields}
    assert words["stream"] == "name of a stream"
    assert words["emitted"] == "Markdown"
    assert words["schema"] == "JSON Schema"
    assert words["examples"] == "list, each *example*"
    assert words["severity"] == "`debug` or `info` or `warn` or `error`, one for all or one by name"
    assert words["since"] == "version such as `0.1.0`"
    assert {one.name: one.words for one in manual(KINDS["decision"].model).fields}["inputs"] == (
        "one sentence, by name, by field name"
    )


def test_defaults_are_shown_where_there_are_any() -> None:
    defaults = {one.name: one.default for one in manual(KINDS["operation"].model).fields}
    assert (defaults["idempotent"], defaults["problems"], defaults["http"]) == ("false", "", "")
