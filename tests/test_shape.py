"""The architecture, enforced: who may import whom, how long a module may be, what nothing may be called."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "attribution"

LAYERS = (
    "version",
    "errors",
    "model",
    "marked",
    "plugins",
    "readers",
    "lexicons",
    "config",
    "text",
    "cues",
    "extraction",
    "sources",
    "scoring",
    "rules",
    "pipeline",
    "suppression",
    "configuring",
    "comparing",
    "fixing",
    "renderers",
    "baseline",
    "running",
    "archiving",
    "evaluation",
    "testing",
    "cli",
    "integrations",
    "__main__",
)
"""From left to right; a layer may import from itself and from those before it."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

MODULES = sorted(PACKAGE.rglob("*.py"))
OURS = [path for path in MODULES if path != PACKAGE / "__init__.py"]


@frozen
class Import:
    """One import of a module of ours: from where, of what, in which line."""

    importer: str
    imported: str
    line: int


def dotted(path: Path) -> str:
    """The module name of a file: "attribution.model.span"."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, *, typing_too: bool = True) -> Iterator[Import]:
    """Every import of our own modules in a file, also inside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = set() if typing_too else {id(node) for block in typing_blocks(tree) for node in ast.walk(block)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (Import(dotted(path), name.name, node.lineno) for name in node.names if ours(name.name))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative imports hide the layer"
            if node.module and ours(node.module):
                for name in node.names:
                    submodule = f"{node.module}.{name.name}"
                    yield Import(dotted(path), submodule if submodule in KNOWN else node.module, node.lineno)


def typing_blocks(tree: ast.Module) -> Iterator[ast.If]:
    """The `if TYPE_CHECKING:` blocks of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield node


def ours(module: str) -> bool:
    return module == "attribution" or module.startswith("attribution.")


def layer(module: str) -> str:
    return module.split(".")[1]


KNOWN = {dotted(path) for path in MODULES}


@pytest.mark.parametrize("path", OURS, ids=dotted)
def test_a_module_imports_from_its_own_layer_and_those_before_it(path):
    allowed = LAYERS[: LAYERS.index(layer(dotted(path))) + 1]
    wrong = [f"line {found.line}: {found.imported}" for found in imports(path) if not allowed_import(found, allowed)]
    assert not wrong, f"{dotted(path)} imports from a later layer, or from the package root"


def allowed_import(found: Import, allowed: tuple[str, ...]) -> bool:
    return found.imported != "attribution" and layer(found.imported) in allowed


def test_no_module_imports_itself_through_others():
    graph = {dotted(path): sorted({found.imported for found in imports(path, typing_too=False)}) for path in OURS}
    finished: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"import circle: {' → '.join((*path[path.index(module) :], module))}"
        if module not in finished:
            for imported in graph.get(module, []):
                if imported != module:
                    visit(imported, (*path, module))
            finished.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_is_short_and_says_what_it_is(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(source)), "a module opens with a docstring"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_functions_are_short(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [f"{node.name}: {body_length(node)} lines" for node in functions if body_length(node) > LONGEST_FUNCTION]
    assert not long


def body_length(node: ast.FunctionDef) -> int:
    """The lines of a function without its docstring."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_every_public_function_and_class_says_what_it_gives(path):
    if path.parent.parent == PACKAGE / "rules":
        return  # a rule's documentation is its module's docstring
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node
        for node in ast.iter_child_nodes(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not [node.name for node in public if not ast.get_docstring(node)]


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_nltk_is_imported_inside_functions_only(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.iter_child_nodes(tree):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        assert not any(name.split(".")[0] == "nltk" for name in names)


def test_nothing_has_a_name_that_says_nothing():
    names = [part for path in (*MODULES, *(ROOT / "tests").rglob("*.py")) for part in path.relative_to(ROOT).parts]
    assert not [name for name in names if name.removesuffix(".py").removeprefix("test_") in FORBIDDEN_NAMES]


def test_every_folder_of_the_package_and_of_the_tests_is_a_package():
    folders = {path.parent for folder in (PACKAGE, ROOT / "tests") for path in folder.rglob("*.py")}
    assert not [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()]


def test_pyproject_leaves_the_metadata_to_setup_cfg():
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(tables) <= {"build-system", "tool"}
