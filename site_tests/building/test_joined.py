"""The service worker's modules, joined into one script."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from site_build.host.joined import join

ONE = 'import { b } from "./two.js";\nimport {\n  c,\n} from "./deep/three.js";\n\nb(c);\n'
TWO = 'import { c } from "./deep/three.js";\n\nexport function b() {\n  return c;\n}\n'
THREE = "export const c = 1;\nexport class D {}\n"


def write(folder: Path, **texts: str) -> Path:
    """Write three modules, the first of which imports the others, and give its path."""
    (folder / "deep").mkdir()
    (folder / "one.js").write_text(texts.get("one", ONE), encoding="utf-8")
    (folder / "two.js").write_text(texts.get("two", TWO), encoding="utf-8")
    (folder / "deep/three.js").write_text(texts.get("three", THREE), encoding="utf-8")
    return folder / "one.js"


def test_each_once_after_what_it_imports(tmp_path: Path) -> None:
    """Each module is there once, after those that it imports, without imports or exports."""
    lines = [line for line in join(write(tmp_path)).splitlines() if line]

    assert lines == ["const c = 1;", "class D {}", "function b() {", "  return c;", "}", "b(c);"]


@pytest.mark.parametrize(
    ("three", "said"),
    [
        ("export const c = 1;\nfunction b() {}\n", "'b'"),
        ("export const c = 1;\nexport * from './four.js';\n", "import or export"),
        ("import './four.js';\nexport const c = 1;\n", "import or export"),
    ],
    ids=["same name", "export", "import"],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, three: str, said: str) -> None:
    """A name that two modules export, or an unknown form, stops the build."""
    with pytest.raises(PluginError, match=said):
        join(write(tmp_path, three=three))
