"""What the library and the tools say: their messages, docstrings, and the words of the tables."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from site_build.site import DOCS
from site_tests.support.sentences import CODE, split

LIBRARY: Final = DOCS.parent / "cagecore"
SCRIPTS: Final = DOCS / "javascripts"
EXAMPLE: Final = re.compile(r"^ *>>>.*?(?:\n *\n|\Z)", re.DOTALL | re.MULTILINE)
"""A sample of code in a docstring, with what it prints."""
SPAN: Final = re.compile(r"``?[^`]+``?")
COMMENT: Final = re.compile(r"/\*.*?\*/|(?<!\S)//[^\n]*", re.DOTALL)
STRING: Final = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
FILLED: Final = re.compile(r"\$\{[^}]*\}")


def said() -> Iterator[tuple[str, str]]:
    """Give what the library and the tools say.

    Yields:
        A file by its path below the project, and a sentence.
    """
    readers = {".py": _python, ".js": _script, ".toml": _toml, ".csv": _csv}
    for path in sorted([*LIBRARY.rglob("*"), *SCRIPTS.rglob("*.js")]):
        if path.suffix not in readers:
            continue
        for text in readers[path.suffix](path.read_text("utf-8")):
            # What has no space is a name: of a rule, a key, a class.
            if " " in text.strip():
                for sentence in split(SPAN.sub(CODE, text)):
                    yield str(path.relative_to(DOCS.parent)), sentence


def _python(content: str) -> Iterator[str]:
    """Give the strings of a module, with `CODE` for what is filled in, without its examples."""
    tree = ast.parse(content)
    parts = {
        id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values
    }
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else CODE for part in one.values
            )
        elif isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in parts:
            yield from EXAMPLE.sub("\n\n", one.value).split("\n\n")


def _script(content: str) -> Iterator[str]:
    """Give the strings of a script."""
    for found in STRING.finditer(COMMENT.sub("", content)):
        yield FILLED.sub(CODE, found[1] or found[2] or "")


def _toml(content: str) -> Iterator[str]:
    """Give the words of a table."""
    yield from _values(tomllib.loads(content))


def _values(value: Any) -> Iterator[str]:  # noqa: ANN401 - any TOML
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _values(one)


def _csv(content: str) -> Iterator[str]:
    """Give the cells of a table."""
    for row in csv.reader(content.splitlines()):
        yield from row
