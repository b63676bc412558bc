"""How rules are declared: one name everywhere, a source, an example, no verdict without proof."""

from __future__ import annotations

import importlib
import re
from inspect import cleandoc, getdoc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cagecore import SCHEMES, Rule, check, uei
from cagecore.facts.sources import sources
from cagecore.report import printable
from cagecore.rules import View, every, rule
from cagecore.schemes import MAIN
from cagecore.text import read_text
from cagecore.wire.catalogue import catalogue, rules
from tests.helpers.reports import rules_of, spans

if TYPE_CHECKING:
    from types import ModuleType

RULES = rules()
MOST_OF_A_DOUBT = 45


def _homes(rule: Rule[Any]) -> list[ModuleType]:
    """Give the modules that may hold a rule's function."""
    if rule.scheme is None:
        names = ("text.cleaning", "readings.context")
        return [importlib.import_module(f"cagecore.{name}") for name in names]
    name = rule.scheme if rule.scheme in MAIN else "lookalikes"
    return [importlib.import_module(f"cagecore.schemes.{name}")]


def _function_name(rule: Rule[Any]) -> str:
    """Give the name that the rule's function must have."""
    owner = rule.scheme if rule.scheme in MAIN else "text"
    return rule.id.removeprefix(f"{owner}-").replace("-", "_")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_one_name(rule: Rule[Any]) -> None:
    """A rule's id is its function's name and its test's name, and the function explains it."""
    name = _function_name(rule)
    (home,) = [module for module in _homes(rule) if hasattr(module, name)]
    assert getattr(home, name) is rule
    assert (rule.function.__module__, rule.function.__name__) == (home.__name__, name)
    assert cleandoc(getdoc(rule.function) or "") == rule.explanation
    _, room, module = home.__name__.split(".")
    tests = importlib.import_module(f"tests.{room}.test_{module}")
    assert callable(getattr(tests, f"test_{name}"))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_one_anchor(rule: Rule[Any]) -> None:
    """The catalogue gives each rule under its id, with the anchor of the same name on its page."""
    page = SCHEMES[rule.scheme].page if rule.scheme else "text"
    entry = catalogue()["rules"][rule.id]
    assert entry["anchor"] == f"identifiers/{page}/#{rule.id}"
    for name in (
        "title",
        "scheme",
        "severity",
        "basis",
        "source",
        "explanation",
        "example",
        "doubt",
        "always",
    ):
        assert entry[name] == getattr(rule, name)


def test_nothing_else_in_the_catalogue() -> None:
    """The catalogue has the declared rules and no others, each under its own id."""
    assert list(catalogue()["rules"]) == [rule.id for rule in RULES.values()] == list(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_example_triggers(rule: Rule[Any]) -> None:
    """A rule's own example makes it speak, in the field it belongs to or in one for CAGE codes."""
    if rule.scheme is not None:
        assert spans(rule.id, rule.example)
    else:
        reports = [check(rule.example), check(rule.example, expect="cage")]
        assert any(rule.id in rules_of(report) for report in reports)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_proof(rule: Rule[Any]) -> None:
    """A rule of a scheme has a known source; weight and basis are of known kinds."""
    assert rule.source in sources() or (rule.source is None and rule.scheme is None)
    assert rule.severity in {"error", "warning", "note"}
    assert rule.basis in {"published", "bureau", "observed"}


def test_who_vouches_for_errors() -> None:
    """Errors rest on published sources. For these few, the pages name who vouches for them."""
    known = sources()
    sourced = {rule.id: known[rule.source] for rule in RULES.values() if rule.source}
    doubtful = {key for key, source in sourced.items() if source.standing}
    errors = {key for key in doubtful if RULES[key].severity == "error"}
    assert errors == {"uei-check-digit", "zip-shape", "ssn-shape", "nspa-request-shape"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_words(rule: Rule[Any]) -> None:
    """Title, explanation and example are there; ids suit an address."""
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.id)
    assert rule.title
    assert rule.explanation
    assert rule.example
    assert not re.search(r"\b(in)?valid\b", f"{rule.title} {rule.explanation}", re.IGNORECASE)


def test_every_scheme_has_a_shape_rule() -> None:
    """Each scheme says in words why a text does not have its shape."""
    for scheme in SCHEMES.values():
        assert not scheme.read(read_text("+")).well_formed


def test_every_points_at_a_few() -> None:
    """When there are very many places, only the first few are pointed out."""
    hits = every("O1" * 100, re.compile("O"), "{}")
    assert hits[0][:3] == ("O", 0, 1)
    assert len(hits) < 20


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1ABC5", "1ABC5"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb", "a\\nb"),
        ("\ud800", "\\ud800"),
        ("\u202e", "\\u202e"),
        ("\u0421", "\u0421"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60 + "\u2026"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """A text is shown on one line, cut short, with escapes for what cannot be printed."""
    assert printable(text) == shown


def test_only_published_rules_reject() -> None:
    """A rule that is an error without being published cannot be declared."""
    with pytest.raises(ValueError, match="published"):
        rule(View("cage", "cage-"), "X", "X", basis="observed")(lambda _: ())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_doubt(rule: Rule[Any]) -> None:
    """A warning names its doubt as the end of a sentence, and no other rule has one."""
    assert bool(rule.doubt) == (rule.severity == "warning")
    assert rule.doubt == rule.doubt.rstrip(".")
    assert len(rule.doubt) <= MOST_OF_A_DOUBT


@pytest.mark.parametrize("doubt", ["", "it reads like a word"])
def test_doubt_is_asked_for(doubt: str) -> None:
    """A warning without its doubt is refused, and so is the doubt of a note."""
    with pytest.raises(ValueError, match="a warning names its doubt"):
        Rule(
            *("cage-x", "cage", "", "note" if doubt else "warning", "published", None, "", ""),
            shape=False,
            function=lambda _: (),
            doubt=doubt,
        )


ALWAYS = {rule.id: rule for rule in RULES.values() if rule.always}


@given(st.data())
@pytest.mark.parametrize("rule", ALWAYS.values(), ids=ALWAYS)
def test_rules_that_always_speak(rule: Rule[Any], data: st.DataObject) -> None:
    """What is said to hold of every well formed code is found in every one."""
    scheme = SCHEMES[str(rule.scheme)]
    code = data.draw(st.from_regex(scheme.pattern, fullmatch=True))
    if rule.scheme == "uei":
        code = code[:-1] + uei.expected_digit(code[:-1])
    reading = scheme.read(read_text(code))
    assert not reading.well_formed or rule.id in {finding.rule for finding in reading.findings}


def test_what_always_speaks() -> None:
    """The rules that speak of all codes are found by codes that nothing else can be said of."""
    for code, expected in (("1ABC5", "cage"), ("ZQGGHJH74DW7", "uei")):
        (finding,) = check(code).readings[0].findings
        assert RULES[finding.rule].always
        assert check(code).scheme == expected
