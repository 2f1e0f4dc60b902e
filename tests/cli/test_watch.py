import os
from types import SimpleNamespace

from attribution.cli.watch import watch


def watched(folder, *steps, paths=("in",), config=None, isolated=False):
    """How often the check ran before each step of somebody who edits, and in the end; None interrupts."""
    runs = 0
    seen = []
    pending = list(steps)

    def run():
        nonlocal runs
        runs += 1

    def pause():
        if len(seen) % 2 == 0 and not pending:
            raise KeyboardInterrupt
        if len(seen) % 2 == 0:
            pending.pop(0)(folder)
        seen.append(runs)

    code = watch(SimpleNamespace(paths=list(paths), config=config, isolated=isolated), run, pause)
    assert code == 0
    return runs


def write(name, text):
    def step(folder):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        os.utime(path, ns=(hash(text), hash(text)))

    return step


def test_it_runs_at_first_and_after_each_change(folder, capsys):
    assert watched(folder) == 1
    assert watched(folder, write("in/talks.txt", "Rain fell."), write("in/new.txt", "Snow fell.")) == 3
    said = capsys.readouterr().err
    assert "attribution: in/talks.txt changed" in said
    assert "attribution: watching; Ctrl-C ends it" in said


def test_nothing_changed_is_no_run(folder):
    assert watched(folder, lambda folder: None, lambda folder: None) == 1
    assert watched(folder, write("elsewhere.txt", "Rain fell.")) == 1


def test_configuration_what_it_extends_and_word_lists_are_watched(folder):
    (folder / "words").mkdir()
    (folder / "base.toml").write_text("")
    (folder / "attribution.toml").write_text('extend = "base.toml"\nlexicons = ["words"]\n')
    steps = (
        write("base.toml", 'ignore = ["ANON"]'),
        write("words/well_known.toml", '[[group]]\nname = "own"\nphrases = ["Ada Lind"]\n'),
        write("in/attribution.toml", ""),
    )
    assert watched(folder, *steps) == 4
    assert watched(folder, write("base.toml", 'ignore = ["RELAY"]'), isolated=True) == 1


def test_standard_input_cannot_be_watched(run, folder):
    done = run("check", "-", "--watch")
    assert (done.code, done.err) == (
        2,
        "attribution: --watch: standard input cannot be watched; name files or folders\n",
    )
