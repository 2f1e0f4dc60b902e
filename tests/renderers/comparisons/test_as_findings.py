from attribution.comparing.comparing import compare
from attribution.model.document import Article
from attribution.renderers.comparisons.as_findings import reports

OLD = Article("The bridge will close, Ada Lind said.\n\nThe ferry ran aground, Rolf Tann said.", "old.txt")


def found(new):
    return [
        (
            report.analysis.document.article.name,
            finding.code,
            finding.severity,
            finding.span.of(report.analysis.document.text),
        )
        for report in reports(compare(OLD, Article(new, "new.txt")))
        for finding in report.findings
        if finding.code in ("DIFF701", "DIFF709", "DIFF703", "ANON103")
    ]


def test_a_change_stands_in_the_new_version_where_that_has_the_words():
    assert found("The bridge will close.\n\nThe ferry ran aground, Rolf Tann said.") == [
        ("new.txt", "DIFF701", "error", "The bridge will close.")
    ]


def test_what_is_gone_from_a_paragraph_stands_in_that_paragraph():
    kept = "The bridge will close, Ada Lind said.\n\nThe ferry ran aground, Rolf Tann said."
    old = Article(f"{kept} She added that wolves had killed eleven sheep, and that the pass was shut.", "old.txt")
    (report,) = reports(compare(old, Article(kept, "new.txt")))
    assert [finding.span.of(kept) for finding in report.findings if finding.code == "DIFF709"] == [
        "The ferry ran aground, Rolf Tann said."
    ]


def test_what_is_gone_with_its_paragraph_stands_in_the_old_version():
    assert found("The bridge will close, Ada Lind said.") == [("old.txt", "DIFF709", "info", "The ferry ran aground")]


def test_a_new_finding_keeps_its_rule_and_its_fingerprint():
    new = "Sources said the bridge will close.\n\nThe ferry ran aground, Rolf Tann said."
    assert ("new.txt", "ANON103", "error", "Sources") in found(new)


def test_a_fingerprint_lasts_while_the_words_do():
    def fingerprints(old, new):
        return {
            finding.fingerprint
            for report in reports(compare(old, new))
            for finding in report.findings
            if finding.code == "DIFF701"
        }

    old, new = "The bridge will close, Ada Lind said.", "The bridge will close."
    assert fingerprints(old, new)
    assert fingerprints(old, new) == fingerprints(f"Rain fell.\n\n{old}", f"Rain fell.\n\n{new}")


def test_the_new_version_is_reported_without_changes_too():
    assert [report.findings for report in reports(compare(OLD, OLD))] == [()]
