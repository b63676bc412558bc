"""Everything that a reader may copy from the pages for developers works as they say."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cagecore import SCHEMES, check
from cagecore.wire import catalogue, report_to_dict
from site_build.site import ROOT, SITE
from site_tests.support.built import PAGES, links, target, text_of, tree

ADDRESSES = [address for address in PAGES if address.startswith("developers/")]
PAGES_WITH_COMMANDS = [*ADDRESSES, "use/vendor-files/"]
ELSEWHERE = {
    "python -m pip install": "test_products installs the wheel and runs its command",
    "SITE_URL=https://example.org/some/path/ make site": "test_prefix builds for another address",
}
"""Commands that another test runs."""
FILES = {"codes.txt": "1ABC5\nO2FP7\n\nK0999\n", "vendors.tsv": "a\tb\tc\tDG119\nd\te\tf\t541330\n"}
"""What the commands of the pages read."""


def sessions(address: str) -> list[tuple[str, str]]:
    """Give each command of a page, with the output that the page shows below it."""
    blocks = ["".join(block.itertext()) for block in tree(address).iter("pre")]
    found = []
    for block in blocks:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command.strip(), output.strip()))
    return found


COMMANDS = [
    (address, command, output)
    for address in PAGES_WITH_COMMANDS
    for command, output in sessions(address)
]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder where the checkout's package can be found."""
    script = re.sub(
        r"(^|\| )(?:python -m )?cagecore\b", rf"\1{sys.executable} -m cagecore", command
    )
    return subprocess.run(  # noqa: S602 - the pages' own commands, pipes included
        script,
        shell=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("address", "command", "output"), COMMANDS)
def test_command(tmp_path: Path, address: str, command: str, output: str) -> None:
    """A command runs, and prints what the page shows."""
    if any(command.startswith(known) for known in ELSEWHERE):
        return
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = run(command, tmp_path)

    assert done.stderr == "", address
    assert done.returncode in {0, 1}
    assert done.stdout.strip()
    assert output in {"", done.stdout.strip()}


def test_commands_run_elsewhere() -> None:
    """Each command that is left to another test is on a page."""
    commands = [command for _, command, _ in COMMANDS]

    assert len(commands) > len(ELSEWHERE)
    for known in ELSEWHERE:
        assert any(command.startswith(known) for command in commands)


def rows(address: str, heading: str) -> dict[str, str]:
    """Give the table of a page whose first column has a heading."""
    for table in tree(address).iter("table"):
        cells = [[text_of(cell) for cell in row] for row in table.iter("tr")]
        if cells and cells[0][0] == heading:
            return {first: rest[0] for first, *rest in cells[1:]}
    raise ValueError(f"{address} has no table of {heading}")


def test_keys_of_json() -> None:
    """The table of keys has all of them."""
    named = {key for cell in rows("developers/command-line/", "Key") for key in cell.split(", ")}

    assert named == set(report_to_dict(check("DG119")))


def test_exit_statuses(tmp_path: Path) -> None:
    """The table of exit statuses is what the command does."""
    seen = {
        str(run(f"cagecore check {words}", tmp_path).returncode)
        for words in ("1ABC5", "1ABO5", "--file missing.txt")
    }

    assert set(rows("developers/command-line/", "Status")) == seen


def test_oldest_python() -> None:
    """The oldest Python that the page names is the one that the package asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (main,) = tree("developers/").iter("main")

    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in text_of(main)
    assert not project.get("dependencies")


def test_link_with_a_code() -> None:
    """The address that the page gives as an example is one that the validator understands."""
    (main,) = tree("developers/").iter("main")

    assert "validator/#code=1ABC5" in text_of(main)
    assert SCHEMES["cage"].is_valid("1ABC5")


def test_rules_to_download() -> None:
    """The file has every rule, with what it cites, and every pattern; the page links it."""
    file = json.loads((SITE / "downloads/rules.json").read_bytes())
    known = json.loads(json.dumps(catalogue()))
    linked = {place for link in links("developers/") if (place := target("developers/", link))}

    assert ("downloads/rules.json", "") in linked
    assert file["version"] == known["version"]
    assert file["rules"] == known["rules"]
    assert {key: one["pattern"] for key, one in file["schemes"].items()} == {
        key: scheme.pattern for key, scheme in SCHEMES.items()
    }
    cited = {rule["source"] for rule in known["rules"].values()} - {None}
    assert file["sources"] == {key: known["sources"][key] for key in cited}


@pytest.mark.parametrize("address", ADDRESSES)
def test_inline_json(address: str) -> None:
    """Each line of a block that begins like JSON is JSON, as a program would read it."""
    for block in tree(address).iter("pre"):
        for line in "".join(block.itertext()).splitlines():
            if line.startswith("{"):
                assert json.loads(line)


@pytest.mark.parametrize(
    ("address", "copied"),
    [
        ("developers/command-line/", "cagecore check 1ABC5"),
        ("developers/library/", 'from cagecore import check\nreport = check(" dg119 ")\n'),
        (
            "keep/change-of-address/",
            "[Your company's legal name]\n[New physical address]\n[Date]\n\n",
        ),
    ],
)
def test_copy(page: Page, address: str, copied: str) -> None:
    """A button copies a block: a letter whole, a session without prompts and what is printed."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    blocks = page.get_by_role("main").locator("pre")
    buttons = page.get_by_role("main").get_by_role("button", name=re.compile("^Copy: "))
    expect(buttons).to_have_count(blocks.count())
    buttons.first.click()
    expect(page.get_by_role("status")).to_have_text("Copied.")

    assert page.evaluate("navigator.clipboard.readText()").startswith(copied)


def test_copy_says_what(page: Page) -> None:
    """Each button says which block it copies: by its heading, and by its number below that."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("developers/command-line/")
    buttons = page.get_by_role("main").get_by_role("button")
    names = [button.get_attribute("aria-label") for button in buttons.all()]

    assert names[:3] == [
        "Copy: One code, block 1 of 2",
        "Copy: One code, block 2 of 2",
        "Copy: A field of known kind",
    ]
    assert len(set(names)) == len(names)
    page.get_by_role("button", name="Copy: A list").click()
    expect(page.get_by_role("button", name="Copied: A list")).to_have_text("Copied")
    expect(page.get_by_role("button", name="Copy: A list")).to_have_text("Copy")
