"""What holds for one article: the nearest configuration file, what the command line says over it, and its file's own
exceptions."""

from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from attrs import evolve, field, frozen

from attribution.config import Config, policy_names
from attribution.configuring.files import load_stated, nearest, shown
from attribution.configuring.reading import Stated
from attribution.errors import ConfigError
from attribution.readers.settings import Settings


@frozen(eq=False)
class Overrides:
    """What a command line says over any file; `None` and empty where it is silent.

    `file` is a configuration that holds for every article; `isolated` leaves out all files.
    """

    file: Path | None = None
    isolated: bool = False
    profile: str | None = None
    own_outlet: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    require_reason: bool | None = None


@frozen(eq=False)
class Project:
    """The settings of one folder of articles.

    `file` is where they stand, `None` without one; `root` the folder that baselines name files from.
    """

    config: Config
    file: Path | None = None
    root: Path = field(factory=Path.cwd)
    baseline: Path | None = None
    require_reason: bool = False
    per_file_ignores: tuple[tuple[Path, str, tuple[str, ...]], ...] = ()

    def config_for(self, name: str) -> Config:
        """The configuration of the article that the file `name` holds: less what its file is to be spared."""
        path = Path(name).absolute()
        spared = [
            selector
            for folder, pattern, selectors in self.per_file_ignores
            if path.is_relative_to(folder) and _below(path.relative_to(folder).as_posix(), pattern)
            for selector in selectors
        ]
        return _sparing(self.config, tuple(spared)) if spared else self.config


@lru_cache(maxsize=256)
def project_of(folder: Path, overrides: Overrides) -> Project:
    """The settings that hold for files in `folder` (absolute).

    Raises `ConfigError` with every fault in the files that take part and in the settings of rules.
    """
    file = overrides.file or (None if overrides.isolated else nearest(folder))
    found, faults = load_stated(file) if file is not None else (Stated(), ())
    config = Config(
        policy=overrides.profile or found.profile or "default",
        own_outlet=overrides.own_outlet or found.own_outlet,
        own_outlet_aliases=found.own_outlet_aliases,
        select=found.select if overrides.select is None else overrides.select,
        extend_select=(*found.extend_select, *overrides.extend_select),
        ignore=(*found.ignore, *overrides.ignore),
        rules=found.rules,
        lexicons=found.lexicons,
        words=found.words,
        phrases=found.phrases,
        readers=Settings(found.html_body, found.html_skip, found.html_captions is True),
    )
    where = f"{shown(file)}: " if file is not None else ""
    spared = tuple(selector for _, _, selectors in found.per_file_ignores for selector in selectors)
    faults = (*faults, *(f"{where}{fault}" for fault in _setting_faults(config, spared)))
    if faults:
        raise ConfigError(list(dict.fromkeys(faults)))
    reason = found.require_reason if overrides.require_reason is None else overrides.require_reason
    root = file.parent.resolve() if file is not None else Path.cwd()
    return Project(config, file, root, found.baseline, reason is True, found.per_file_ignores)


def _setting_faults(config: Config, spared: tuple[str, ...]) -> list[str]:
    """What is wrong in the settings of rules. Where nothing is said of any, the rules are not loaded for it."""
    selected = (*(config.select or ()), *config.extend_select, *config.ignore, *spared)
    if not (selected or config.rules or config.phrases) and config.policy in policy_names():
        return []
    from attribution.rules.settings import setting_faults

    return setting_faults(config, spared)


@lru_cache(maxsize=1024)
def _sparing(config: Config, selectors: tuple[str, ...]) -> Config:
    return evolve(config, ignore=(*config.ignore, *selectors))


def _below(path: str, pattern: str) -> bool:
    """Whether a pattern means a path: "opinion/**" all below the folder, "*.txt" such files anywhere."""
    if "/" not in pattern:
        return any(fnmatchcase(part, pattern) for part in path.split("/"))
    return fnmatchcase(path, pattern.replace("**", "*").lstrip("/"))
