"""A page as a parser of the standard library sees it."""

from html.parser import HTMLParser

from attrs import define, field


@define(eq=False)
class Element:
    """An element with its attributes and the text inside it, that of its children included."""

    tag: str
    attributes: dict[str, str]
    text: str = ""

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()


@define(eq=False)
class _Parser(HTMLParser):
    elements: list[Element] = field(factory=list)
    open: list[Element] = field(factory=list)
    void = frozenset({"meta", "link", "input", "br", "rect", "circle", "path", "img"})

    def __attrs_post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in self.void:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.void:
            return
        closed = self.open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def elements(page: str) -> list[Element]:
    """Every element of a page in order; every one that is opened must be closed in its turn."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert not parser.open
    return parser.elements
