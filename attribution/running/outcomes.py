"""One article audited under its settings, wherever that happens: by every rule that works, less what it suppresses."""

from functools import lru_cache

from attrs import evolve, frozen

from attribution.config import Config
from attribution.errors import PatternError, PluginError
from attribution.model.document import Article
from attribution.model.report import Report


@frozen(eq=False)
class Job:
    """An article and the settings that hold for it; `suppressing` says whether its directives count.

    Settings arrive once in another process, however many articles they hold for: rules are set up once for each.
    """

    article: Article
    config: Config
    suppressing: bool = True
    require_reason: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        return _arrived, (self.article, _packed(self.config), self.suppressing, self.require_reason)


@frozen(eq=False)
class Outcome:
    """A report, the settings that it was made under, and what failed in it: plugins' rules, house patterns."""

    report: Report
    config: Config
    broken: tuple[PluginError | PatternError, ...] = ()


def outcome(job: Job) -> Outcome:
    """The report of an article. A plugin's rule that fails in it, or a house pattern that does not come to an end, is
    left out of it, and looks at the next one again.

    Raises what a configuration is at fault for.
    """
    # Imported here, since it loads every stage: an article that was audited before needs none.
    from attribution.pipeline import audit
    from attribution.suppression.applying import without_suppressed

    config, broken = job.config, list[PluginError | PatternError]()
    while True:
        try:
            report = audit(job.article, config=config)
            break
        except (PluginError, PatternError) as error:
            if error.code is None or error.code in config.ignore:
                raise
            broken.append(error)
            config = evolve(config, ignore=(*config.ignore, error.code))
    if job.suppressing:
        report = without_suppressed(report, config, require_reason=job.require_reason)
    return Outcome(report, config, tuple(broken))


@lru_cache(maxsize=256)
def _packed(config: Config) -> bytes:
    from pickle import dumps

    return dumps(config)


@lru_cache(maxsize=256)
def _unpacked(config: bytes) -> Config:
    from pickle import loads

    settings: Config = loads(config)
    return settings


def _arrived(article: Article, config: bytes, suppressing: bool, require_reason: bool) -> Job:
    return Job(article, _unpacked(config), suppressing, require_reason)
