"""A chatbot is quoted as if it knew something.

What it does
------------
Flags a claim whose source is a chatbot. The option `chatbots` names them. What people say about chatbots is left
alone.

Why it matters
--------------
A chatbot has seen nothing and answers for nothing; a reader who is told that it "said" something is told of no source.

When to switch it off
---------------------
For stories about what chatbots answer.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution import rule
from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged
from attribution.rules.reading import Reading


@frozen
class Options:
    """`chatbots`: names, in any case, that make a source a chatbot."""

    chatbots: tuple[str, ...] = ("chatbot", "ChatGPT", "Gemini")


@rule(
    code="HARB101",
    name="chatbot-source",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="{source} is no source.",
    policies=("HARBOUR",),
    options=Options,
    examples=[
        flagged("[[ChatGPT]] said the pier was built in 1902."),
        flagged("The pier was built in 1902, according to [[the chatbot]]."),
        flagged("[[Porty]] said the pier was built in 1902.", chatbots=("Porty",)),
        clean("Ada Lind, the harbour master, said ChatGPT was wrong about the pier."),
        clean("The pier was built in 1902, according to the land register."),
        clean("Pupils asked ChatGPT about the pier."),
    ],
)
def chatbot_source(reading: Reading, options: Options) -> Iterator[Hit]:
    names = tuple(name.casefold() for name in options.chatbots)
    for attribution in reading.audited:
        if attribution.source is not None:
            words = attribution.source.of(reading.text)
            if any(name in words.casefold() for name in names):
                yield Hit(attribution.source, attribution=attribution, words={"source": words})
