"""Requirements as readers meet them: quoted sentence, standing, and what proves it."""

from collections.abc import Iterable, Iterator
from typing import Any

from brainspec.emit.markdown import Block, bullets, dotted, quote, stacked, text
from brainspec.model import Definition
from brainspec.registry import Proof, Proved, Registry
from brainspec.semantics.places import place
from brainspec.semantics.prose import Page, read_as, relative, resolved
from brainspec.semantics.sentences import clauses, opening, sentence
from brainspec.semantics.typography import code, listed

STANDINGS = {
    "static": "a proof ran in this build",
    "live": "proved against a running implementation, by a proof known to bite",
    "asserted": "only a running implementation can prove it, and none has yet",
    "excluded": "not proved yet, for the reason below",
    "unproved": "nothing proves it",
}


def quoted(page: Page, requirements: Iterable[Definition[Any]]) -> Block:
    """One block quote of requirements, each led by its number."""
    fragments: Block = []
    for one in requirements:
        separator, own = ">\n" if fragments else "", read_as(page, one)
        lines = quote([f"**{_number(page, one)}** {resolved(own, opening(one.body))}", *_items(own, one)])
        fragments += text(f"{separator}{lines}", one)
    return fragments


def sentence_quote(page: Page, one: Definition[Any]) -> str:
    """The sentence of a requirement as a quote without its number."""
    return quote([resolved(page, opening(one.body)), *_items(page, one)])


def standing_line(proved: Proved, page: Page, one: Definition[Any]) -> str:
    """What proves a requirement; or why nothing does."""
    body = one.body
    if body.retired:
        return f"Retired in version {body.retired}. The number stays taken."
    standing = proved.standing(one.id.name)
    if standing == "excluded":
        return f"**Excluded** until version {body.excluded.until}: {resolved(page, body.excluded.why)}"
    if standing == "unproved":
        return "**Unproved**: nothing that runs shows it."
    proofs = dotted(*proof_groups(page, proved.proofs_of(one.id.name)), *map(code, body.proved_by))
    return f"**Asserted** by: {proofs}" if standing == "asserted" else f"Proven by: {proofs}"


def proof_groups(page: Page, proofs: Iterable[Proof]) -> Iterator[str]:
    """Proofs by form, each linked to the definition it stands in: `refused examples a/b, c/d`."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for proof in proofs:
        groups.setdefault((proof.form, proof.is_live), []).append(_proof_link(page, proof))
    for (form, is_live), links in groups.items():
        noun = form if len(links) == 1 else f"{form}s"
        yield f"{'live ' if is_live else ''}{noun} {', '.join(links)}"


def _proof_link(page: Page, proof: Proof) -> str:
    owner = page.registry[proof.definition]
    named = code("/".join(part for part in (owner.id.name, proof.name) if part))
    where = place(page.registry, owner)
    return f"[{named}]({relative(page, where)})" if where and page.has_links else named


def row_sentence(page: Page, one: Definition[Any]) -> str:
    """The whole sentence on one line, for a table."""
    return resolved(page, sentence(one.body))


def tally(proved: Proved, capability: str) -> str:
    """How the requirements of a capability stand, as in `30 static, 12 asserted, 1 excluded`."""
    counts = proved.counts(capability)
    return ", ".join(f"{counts[name]} {name}" for name in STANDINGS if counts.get(name))


def levels(requirements: Iterable[Definition[Any]]) -> str:
    """How many oblige how strongly, as in `32 MUST or MUST NOT, 10 SHOULD`."""
    found = [one.body.level.removesuffix("-not") for one in requirements if not one.body.retired]
    words = {"must": "MUST or MUST NOT", "should": "SHOULD or SHOULD NOT", "may": "MAY"}
    return ", ".join(f"{found.count(level)} {word}" for level, word in words.items() if level in found)


def meanings(proved: Proved, capability: str) -> str:
    """What the words for standings mean, for those in use."""
    counts = proved.counts(capability)
    return "; ".join(f"*{name}*: {meaning}" for name, meaning in STANDINGS.items() if counts.get(name))


def topics(proved: Proved, capability: str) -> list[tuple[Definition[Any], list[Definition[Any]]]]:
    """The topics of a capability with the requirements in force."""
    items = [one for one in proved.registry.of_kind("requirement", capability) if not one.body.retired]
    found = by_number(proved.registry, capability)
    return [(topic, [one for one in items if one.path == topic.path]) for topic in found]


def by_number(registry: Registry, capability: str) -> list[Definition[Any]]:
    """The topics of a capability by the number of their first requirement."""
    found = registry.of_kind("requirements", capability)
    return sorted(found, key=lambda one: min((each.id for each in one.body.requirements), default=""))


def standings(proved: Proved, requirements: Iterable[Definition[Any]]) -> str:
    """How some requirements stand, as in `7 static, 2 asserted`."""
    found = [proved.standing(one.id.name) for one in requirements]
    return ", ".join(f"{found.count(name)} {name}" for name in STANDINGS if name in found)


def requirement_count(requirements: Iterable[Definition[Any]]) -> str:
    """How many requirements, and how many of them are a MUST."""
    listed = [one for one in requirements if not one.body.retired]
    must = sum(one.body.level.startswith("must") for one in listed)
    return f"{len(listed)}, {must} MUST" if must < len(listed) else f"{len(listed)}, all MUST"


def exclusions(page: Page, requirements: Iterable[Definition[Any]]) -> str:
    """The excluded requirements by version, each with its reason."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for one in requirements:
        if one.body.excluded and not one.body.retired:
            why = resolved(page, one.body.excluded.why)
            reasons.setdefault(one.body.excluded.until, {}).setdefault(why, []).append(_number(page, one))
    lists = (
        stacked(f"Excluded until version {until}:", bullets(f"{listed(ids)}: {why}" for why, ids in found.items()))
        for until, found in reasons.items()
    )
    return stacked(*lists)


def _number(page: Page, one: Definition[Any]) -> str:
    where = place(page.registry, one)
    return f"[{one.id.name}]({relative(page, where)})" if where and page.has_links else one.id.name


def _items(page: Page, one: Definition[Any]) -> list[str]:
    items = clauses(one.body)
    return [bullets(resolved(page, item) for item in items)] if items else []
