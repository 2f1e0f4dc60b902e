"""Source of small rules, for plugins that tests make."""

from textwrap import dedent


def rule_module(code: str = "TEST101", name: str = "made-up", body: str = "", **changes: str) -> str:
    """A module with one rule that objects to the first character of every text; `changes` replace its settings."""
    settings = {
        "severity": "Severity.WARNING",
        "scope": "Scope.DOCUMENT",
        "message": "'So.'",
        "policies": "()",
        "examples": "[flagged('[[a]]'), flagged('[[b]]'), clean('c'), clean('d'), clean('e')]",
        **changes,
    }
    listed = ", ".join(f"{key}={value}" for key, value in settings.items())
    page = dedent('''\
        """A fault.

        What it does
        ------------
        Objects.

        Why it matters
        --------------
        It does not.

        When to switch it off
        ---------------------
        Always.
        """
        ''')
    return page + dedent(f'''\
        from attrs import frozen
        from attribution import rule
        from attribution.model.finding import Severity
        from attribution.model.span import Span
        from attribution.rules.base import Hit, Scope, clean, flagged

        @frozen
        class Needy:
            """`needed`: a number."""

            needed: int

        @rule(code={code!r}, name={name!r}, {listed})
        def made_up(reading, options):
            {body or "yield Hit(Span(0, 1))"}
        ''')
