"""Sources of information that a file's metadata credit, compared with what its text says."""

import re
from collections.abc import Iterator

from attribution.config import Config
from attribution.lexicons.outlets import outlet_key, outlet_names
from attribution.model.finding import Finding
from attribution.rules.reading import Reading
from attribution.rules.upkeep import NOT_CREDITED, upkeep_looking, upkeep_severity


def credit_findings(reading: Reading, config: Config) -> Iterator[Finding]:
    """A finding for each source that the metadata credit and the text names by none of its names.

    Agencies' formats list where information came from (`infoSource`); a reader sees the text alone.
    """
    credited = reading.document.article.credited
    if not credited or not reading.document.paragraphs or NOT_CREDITED.code not in upkeep_looking(config):
        return
    names = outlet_names(reading.lexicons)
    text = reading.text
    found = {outlet_key(each.name) for each in (*names.full(text, 0, len(text)), *names.short(text, 0, len(text)))}
    first = reading.document.paragraphs[0]
    for name in credited:
        key = outlet_key(name)
        spelled = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if spelled or found & {key, outlet_key(names.by_key.get(key, name))}:
            continue
        yield Finding(
            code=NOT_CREDITED.code,
            name=NOT_CREDITED.name,
            severity=upkeep_severity(config, NOT_CREDITED),
            paragraph=first.index,
            span=first.sentences[0].span if first.sentences else first.span,
            message=f"The file credits {name} as a source of information, and the text does not name it.",
        )
