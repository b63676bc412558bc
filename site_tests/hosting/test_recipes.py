"""The recipes for hosts: each is what its host reads, and does what the site needs."""

import os
import re
import shlex
import subprocess
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from site_build.host import headers
from site_build.media import TYPES, is_packed
from site_build.site import SITE
from site_tests.support.built import tree

ADDRESS = "developers/hosts/"
FILES = sorted(path for path in SITE.rglob("*") if path.is_file() and path.name != headers.NAME)


def name(path: object) -> str:
    """Give the path of a file below the site's root."""
    return str(path).removeprefix(f"{SITE}/")


def recipe(beginning: str) -> str:
    """Give the one block of the page that begins like this."""
    codes = ["".join(code.itertext()) for code in tree(ADDRESS).iter("code")]
    (found,) = [code for code in codes if code.startswith(beginning)]
    return found


def nginx() -> str:
    """Give the words for nginx."""
    return recipe("map ")


def test_nginx_keeps_no_more_than_the_rules() -> None:
    """What a browser may keep for a year from nginx, it may keep by the site's own rules."""
    (pattern,) = re.findall(r'"~(.+)" "public', nginx())
    kept = {name(path) for path in FILES if re.search(pattern, f"/some/path/{name(path)}")}

    assert kept == {name(path) for path in FILES if name(path).startswith(("runtime/", "static/"))}
    assert {headers.cache(path) for path in kept} == {headers.KEPT}
    assert f'"{headers.KEPT}";' in nginx()
    assert f'default "{headers.FRESH}";' in nginx()


def test_nginx_sends_the_types_and_headers() -> None:
    """From nginx come the types of the site's own server, and the same safety headers."""
    block = nginx().partition("types {")[2].partition("}")[0]
    known = {
        f".{ending}": kind
        for kind, *endings in (line.rstrip(";").split() for line in block.strip().splitlines())
        for ending in endings
    }
    server = {key: kind.partition(";")[0] for key, kind in TYPES.items()}
    (texts,) = re.findall("charset_types (.+);", nginx())

    assert known | {"": "application/octet-stream"} == server
    assert {path.suffix for path in FILES} <= set(known)
    assert {"text/html", *texts.split()} == {
        server[key] for key, kind in TYPES.items() if kind.endswith("; charset=utf-8")
    }
    for header, value in headers.SAFETY.items():
        assert f'add_header {header} "{value}" always;' in nginx()
    assert "frame-ancestors 'none'" in nginx()


def test_github() -> None:
    """The workflow builds for the address that GitHub names, and publishes the folder."""
    workflow = yaml_load(recipe("name: Publish"))
    (job,) = workflow["jobs"].values()
    steps = {
        str(step.get("uses", step.get("run"))).partition("@")[0]: step for step in job["steps"]
    }

    assert list(steps) == [
        "actions/checkout",
        "actions/setup-python",
        "actions/configure-pages",
        "make site",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    assert steps["actions/configure-pages"]["id"] == "pages"
    assert steps["make site"]["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert steps["actions/upload-pages-artifact"]["with"] == {"path": "site"}
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}


def test_gitlab(tmp_path: Path) -> None:
    """The job builds for the address that GitLab names, and adds copies of what it should pack."""
    job = yaml_load(recipe("pages:"))["pages"]
    build, pack, move = job["script"]
    (tmp_path / "site").mkdir()
    for number, ending in enumerate(TYPES):
        (tmp_path / "site" / f"{number}{ending}").write_bytes(b"content")
    run(f"{pack}\n{pack}\n{move}", tmp_path)
    (published,) = job["artifacts"]["paths"]
    found = {path.relative_to(tmp_path / published) for path in (tmp_path / published).rglob("*")}

    assert build == 'SITE_URL="$CI_PAGES_URL" make site'
    assert published == "public"
    packed = {path for path in found if path.suffix == ".gz" and len(path.suffixes) == 2}
    assert {path.with_suffix("") for path in packed} == {path for path in found if is_packed(path)}
    assert len(found) == len(TYPES) + len(packed)


def test_netlify(tmp_path: Path) -> None:
    """The settings build for the address that Netlify names, and publish the folder unchanged."""
    settings: dict[str, Any] = tomllib.loads(recipe("[build]"))["build"]
    (tmp_path / "Makefile").write_text("site:\n\t@echo $$SITE_URL\n", encoding="utf-8")

    assert settings["publish"] == "site"
    assert settings["processing"] == {"skip_processing": True}
    assert run(settings["command"], tmp_path, URL="https://example.org") == "https://example.org\n"


INSIDE_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}


def run(command: str, folder: Path, **settings: str) -> str:
    """Run a command of a recipe, and give what it prints."""
    done = subprocess.run(  # noqa: S603 - the page's own command
        ["bash", "-euc", command],  # noqa: S607 - as on the host
        cwd=folder,
        # Without what a `make` that runs the tests tells those below it.
        env={**{k: v for k, v in os.environ.items() if k not in INSIDE_MAKE}, **settings},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def uploads() -> list[tuple[set[str], str]]:
    """Give what each command uploads into the bucket, and the cache rule that it gives to it."""
    found = []
    for line in (
        recipe("aws s3 sync site s3://example-site --exclude").replace("\\\n", " ").splitlines()
    ):
        words = shlex.split(line)
        if words[2] != "sync":
            continue
        files = {name(path) for path in FILES} | {headers.NAME}
        chosen, cache = set(files), ""
        for option, value in zip(words[5::2], words[6::2], strict=True):
            matching = {file for file in files if fnmatchcase(file, value)}
            if option == "--cache-control":
                cache = value
            else:
                chosen = chosen | matching if option == "--include" else chosen - matching
        found.append((chosen, cache))
    return found


def test_bucket() -> None:
    """Each file is uploaded once, the pages last, and none is kept longer than it may be."""
    together = [file for files, _ in uploads() for file in files]

    assert sorted(together) == sorted(name(path) for path in FILES)
    for files, cache in uploads():
        assert cache == headers.FRESH or {headers.cache(file) for file in files} == {cache}
    early = {file for files, _ in uploads()[:-1] for file in files}
    assert early == {
        name(path) for path in FILES if name(path).startswith(("runtime/", "static/", "assets/"))
    }
    assert uploads()[0][1] == headers.KEPT
