"""Gold as the annotation tool brat keeps it: `NAME.ann` beside `NAME.txt`, in a folder and the folders inside it.

- Spans labelled Source, Cue or Content, in any case and with or without a number (`Content2`), are the parts. Several
  spans of one role are one role in several pieces, as is a discontinuous span.
- An **event** is an attribution: its arguments called Source, Cue and Content are the parts, whatever the spans' own
  labels are, and its trigger is the cue where there is no argument Cue. An event with none of these is left out.
- **Relations**, of whatever name, join spans by their labels. Each Cue is an attribution with every Source and Content
  that a relation joins to it; cues that a relation joins are one cue in several pieces. Where a Source is joined to a
  Content instead, it belongs to the cue of that content; a content without a cue is an attribution by itself.
- A span in an event takes no part in relations. A Cue in neither is an attribution without other parts. Other lone
  spans, spans with other labels, attributes, notes, normalisations and equivalences are left out.
- Regions labelled Discard or Ignore were not annotated: nothing in them counts.

Offsets count code points of the text file.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from attribution.errors import ReadError
from attribution.evaluation.brat_lines import Annotations, parse_annotations
from attribution.evaluation.files import file_bytes
from attribution.evaluation.labelled import GoldArticle, Labelled, Role, Spans
from attribution.model.span import Span
from attribution.readers.decoding import decode

_TEXT, _ANNOTATIONS = ".txt", ".ann"


def read_brat(folder: str) -> Iterator[GoldArticle | ReadError]:
    """The articles of a folder, sorted by path and called after it ("2016/bridge"), and an error in the place of each
    that cannot be used."""
    try:
        stems = sorted(_stems(Path(folder)))
    except ReadError as error:
        yield error
        return
    if not stems:
        yield ReadError(folder, "holds no .ann file; a gold folder has NAME.txt and NAME.ann for each article")
    for stem in stems:
        try:
            yield _article(Path(folder), stem)
        except ReadError as error:
            yield error


def attributions_of(annotations: Annotations) -> tuple[Labelled, ...]:
    """The attributions that events and relations make of spans, in order of their first character."""
    found = [*_of_events(annotations), *_of_relations(annotations)]
    return tuple(sorted(found, key=lambda each: min(each.cue or each.content or each.source)))


def joined(*groups: Spans) -> Spans:
    """All pieces in order, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(span for group in groups for span in group):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _stems(folder: Path) -> Iterator[str]:
    """The paths without ending, relative to the folder, for which there are annotations or a text."""
    found: set[str] = set()
    for inside, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(inside, name)
            if path.suffix in (_TEXT, _ANNOTATIONS) and not name.startswith("."):
                found.add(path.relative_to(folder).with_suffix("").as_posix())
    if any(Path(folder, stem + _ANNOTATIONS).exists() for stem in found):
        yield from found


def _refuse(error: OSError) -> None:
    raise ReadError(str(error.filename), f"cannot be opened: {error.strerror}") from error


def _article(folder: Path, stem: str) -> GoldArticle:
    text_path, path = (Path(folder, stem + ending).as_posix() for ending in (_TEXT, _ANNOTATIONS))
    for here, missing in ((path, text_path), (text_path, path)):
        if not Path(missing).exists():
            raise ReadError(
                here, f"has no {Path(missing).name} beside it; an article without annotations has an empty .ann"
            )
    decoded = decode(file_bytes(text_path), text_path)
    text = decoded.text
    annotations = parse_annotations(decode(file_bytes(path), path).text, path, text, int(decoded.marked))
    return GoldArticle(stem, text, attributions_of(annotations), ignore=joined(*annotations.ignored))


def _of_events(annotations: Annotations) -> Iterator[Labelled]:
    for event in annotations.events:
        parts: dict[Role, list[str]] = {role: [] for role in Role}
        for role, name in event.arguments:
            parts[role].append(name)
        if event.arguments:
            parts[Role.CUE] = parts[Role.CUE] or [event.trigger]
            yield _labelled(event.name, parts, annotations)


def _of_relations(annotations: Annotations) -> Iterator[Labelled]:
    """Attributions around cues, then around contents that no relation joins to a cue."""
    roles = {name: span.role for name, span in annotations.spans.items() if span.role}
    joined_to: dict[str, dict[Role, list[str]]] = {name: {role: [] for role in Role} for name in roles}
    for first, second in annotations.relations:
        if first in roles and second in roles:
            joined_to[first][roles[second]].append(second)
            joined_to[second][roles[first]].append(first)
    used = {name for event in annotations.events for name in event.spans}
    for name, role in roles.items():
        if name in used:
            continue
        if role is Role.CUE:
            cues = [name, *joined_to[name][Role.CUE]]
            used.update(cues)
            yield _around_cues(cues, joined_to, annotations)
        elif role is Role.CONTENT and joined_to[name][Role.SOURCE] and not joined_to[name][Role.CUE]:
            parts = {Role.SOURCE: joined_to[name][Role.SOURCE], Role.CUE: [], Role.CONTENT: [name]}
            yield _labelled(name, parts, annotations)


def _around_cues(cues: list[str], joined_to: dict[str, dict[Role, list[str]]], annotations: Annotations) -> Labelled:
    contents = [content for cue in cues for content in joined_to[cue][Role.CONTENT]]
    sources = [source for part in (*cues, *contents) for source in joined_to[part][Role.SOURCE]]
    return _labelled(cues[0], {Role.SOURCE: sources, Role.CUE: cues, Role.CONTENT: contents}, annotations)


def _labelled(name: str, parts: dict[Role, list[str]], annotations: Annotations) -> Labelled:
    source, cue, content = (joined(*(annotations.spans[part].pieces for part in parts[role])) for role in Role)
    return Labelled(source, cue, content, name=name)
