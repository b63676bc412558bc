"""The page on security: the project's policy, and the contact of whoever publishes the copy."""

from urllib.parse import quote

import pytest

from site_build.markers import expand
from site_build.site import SECURITY
from site_tests.support.built import URL, text_of, tree

ADDRESS = "about/security/"
MARKER = "<!-- cagecore: contact -->"
SUBJECT = quote(f"Security: {URL}{ADDRESS}")


def test_policy() -> None:
    """The page has every section of the policy, and every point."""
    lines = SECURITY.read_text(encoding="utf-8").splitlines()
    (main,) = tree(ADDRESS).iter("main")
    text = text_of(main)

    assert len([line for line in lines if line.startswith(("## ", "- "))]) > 10
    for line in lines[1:]:
        assert line.lstrip("#- ").replace("*", "").replace("`", "") in text


def test_no_contact() -> None:
    """A copy that was built without a contact says so, and nobody is named."""
    (main,) = tree(ADDRESS).iter("main")

    assert "This copy was built without a contact" in text_of(main)
    assert "@" not in text_of(main)


@pytest.mark.parametrize(
    ("setting", "link"),
    [
        (
            "mailto:facts@example.org",
            f'<a href="mailto:facts@example.org?subject={SUBJECT}">facts@example.org</a>',
        ),
        (
            "https://example.org/?a=1&b=2",
            '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>',
        ),
    ],
)
def test_contact(monkeypatch: pytest.MonkeyPatch, setting: str, link: str) -> None:
    """Where the publisher sets a contact, the page leads there."""
    monkeypatch.setenv("REPORT_ERRORS", setting)

    assert expand(MARKER, ADDRESS) == f"Report a security problem of this copy to {link}."
