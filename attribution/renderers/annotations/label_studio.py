"""Attributions as a task for Label Studio, with what was found as a prediction to be corrected.

Each piece of a part is a region labelled Source, Cue or Content, and a relation leads from a cue to each piece of its
source and its content. `attribution evaluate` reads the project's JSON export. The interface that such tasks need is
in [the how-to](../../../docs/how-to/correct-annotations.md).
"""

import json
from typing import Any

from attrs import field, frozen

from attribution.model.report import Report
from attribution.model.span import Span
from attribution.renderers.spans import Parts, parts_of

# The names that the labelling interface gives its two tags.
_LABELS, _TEXT = "part", "text"


def render_label_studio(report: Report, *, all_classes: bool = False, top_level: bool = False) -> str:
    """One task as a JSON object without a line break at its end; the options are those of the spans format.

    Offsets count code points. A carriage return becomes a blank, since browsers show line breaks as one character.
    """
    document = report.analysis.document
    text = document.text.replace("\r", " ")
    regions = _Regions(text)
    for parts in parts_of(report, all_classes=all_classes, top_level=top_level):
        regions.add(parts)
    task = {
        "data": {"text": text, "name": document.article.name},
        "predictions": [
            {"model_version": f"attribution {report.version}", "result": [*regions.labels.values(), *regions.relations]}
        ],
    }
    return json.dumps(task)


@frozen(eq=False)
class _Regions:
    """The regions of one task as they come about; the same words with the same label are one."""

    text: str
    labels: dict[tuple[str, Span], dict[str, Any]] = field(factory=dict)
    relations: list[dict[str, Any]] = field(factory=list)

    def add(self, parts: Parts) -> None:
        """The regions of one attribution, joined to the first piece of its cue."""
        cue = self._name("Cue", parts.cue[0])
        for label, spans in (("Cue", parts.cue[1:]), ("Source", parts.source), ("Content", parts.content)):
            for span in spans:
                self._join(cue, self._name(label, span), label.lower())

    def _name(self, label: str, span: Span) -> str:
        key = (label, span)
        if key not in self.labels:
            self.labels[key] = {
                "id": f"r{len(self.labels) + 1}",
                "from_name": _LABELS,
                "to_name": _TEXT,
                "type": "labels",
                "value": {"start": span.start, "end": span.end, "text": span.of(self.text), "labels": [label]},
            }
        return str(self.labels[key]["id"])

    def _join(self, first: str, second: str, label: str) -> None:
        relation = {"type": "relation", "from_id": first, "to_id": second, "direction": "right", "labels": [label]}
        self.relations.append(relation)
