"""Entry points of other distributions: found once, loaded when needed, named when they are at fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import attribution
from attribution.errors import PluginError
from attribution.plugins import declaration_faults, find_origin, load, origins, search_faults

RULES = "attribution.rules"


def test_declarations_come_in_order_of_name(install):
    install("second", {RULES: {"b": "math", "a": "math"}}, {})
    install("first-one", {RULES: {"a": "math"}, "console_scripts": {"c": "math:pi"}}, {})
    assert [(origin.name, origin.distribution, origin.version) for origin in origins(RULES)] == [
        ("a", "first-one", "1.0"),
        ("a", "second", "1.0"),
        ("b", "second", "1.0"),
    ]
    assert search_faults() == ()


def test_a_distribution_met_twice_counts_once(install):
    install("twice", {RULES: {"a": "math"}}, {})
    install("Twice", {RULES: {"a": "cmath"}}, {})
    assert [origin.value for origin in origins(RULES)] == ["cmath"]


def test_a_name_that_two_distributions_declare_is_refused(install):
    install("one", {RULES: {"a": "math"}}, {})
    install("two", {RULES: {"a": "math"}}, {})
    with pytest.raises(PluginError, match=r"plugin two 1.0 \(entry point 'a' of .*\): one 1.0 declares 'a' too"):
        find_origin(RULES, "a")
    assert [fault.distribution for fault in declaration_faults(RULES)] == ["two"]


def test_a_name_of_ours_is_refused(install):
    install("one", {RULES: {"a": "math"}}, {})
    (fault,) = declaration_faults(RULES, ("a", "b"))
    assert fault.problem == "'a' is built in; ours is used"


def test_a_group_that_does_not_exist_is_a_fault(install):
    install("one", {"attribution.rule": {"a": "math"}, "attributions": {"a": "math"}}, {})
    (fault,) = search_faults()
    assert fault.problem == "no such group; did you mean attribution.rules?"
    assert origins("attribution.rule") == ()


def test_declarations_that_cannot_be_read_are_a_fault_of_their_distribution_alone(install):
    folder = install("broken", {}, {})
    (folder / "entry_points.txt").write_text(f"[{RULES}]\nno equals sign\n")
    install("sound", {RULES: {"a": "math"}}, {})
    assert [origin.distribution for origin in origins(RULES)] == ["sound"]
    (fault,) = search_faults()
    assert str(fault).startswith("plugin broken 1.0 (entry_points.txt): ")
    assert "\n" not in str(fault)


def test_a_distribution_without_metadata_has_a_stand_in_for_its_name(install):
    folder = install("nameless", {RULES: {"a": "math"}}, {})
    (folder / "METADATA").unlink()
    assert [(origin.distribution, origin.version) for origin in origins(RULES)] == [
        ("unnamed distribution", "without a version")
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("def (", "SyntaxError: "),
        ("raise SystemExit('stop')", "SystemExit: stop"),
        ("raise ValueError('two\\nlines')", "ValueError: two lines"),
        ("", "AttributeError: module 'faulty' has no attribute 'thing'"),
    ],
)
def test_whatever_goes_wrong_while_loading_is_one_line(install, source, problem):
    install("one", {RULES: {"a": "faulty:thing"}}, {"faulty.py": source})
    with pytest.raises(PluginError) as caught:
        load(origins(RULES)[0])
    assert str(caught.value).startswith(f"plugin one 1.0 (entry point 'a' of attribution.rules): {problem}")
    assert "\n" not in str(caught.value)
    assert (caught.value.name, caught.value.group, caught.value.code) == ("a", RULES, None)


@pytest.mark.parametrize(
    ("before", "loaded"),
    [
        ("", False),
        ("sys.path.append('missing')", False),
        ("sys.path.append('archive.zip'); open('archive.zip', 'wb').close()", True),
        ("sys.path.append('bare.egg')", True),
        ("import types; sys.meta_path.append(types.SimpleNamespace(**FINDER))", True),
        ("sys.path.append('made')", True),
    ],
)
def test_distributions_are_asked_where_one_may_be_a_plugin(tmp_path, before, loaded):
    declared = tmp_path / "made" / "owls-1.0.dist-info" / "entry_points.txt"
    declared.parent.mkdir(parents=True)
    declared.write_text("[attribution.rules]\n")
    program = "FINDER = {'find_spec': lambda *_: None, 'find_distributions': lambda *_: []}\n"
    program += f"import sys; {before}\nfrom attribution.plugins import origins; origins('attribution.rules')\n"
    program += "print('importlib.metadata' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(Path(attribution.__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert done.stdout == f"{loaded}\n"


def test_nothing_is_searched_before_it_is_asked_for():
    program = "import sys, attribution.cli.main; print('importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
