"""What people type into the search finds the right page among the first three."""

from playwright.sync_api import Page, expect

from site_tests.support.built import PREFIX

FIRST = 3
"""Whoever has to look further does not."""
PATHS = """() => [...document.querySelectorAll(".md-search-result__item")]
  .map((result) => result.querySelector("a").pathname)"""
"""The pages of the results, in their order."""

QUESTIONS = {
    "what is a cage code": ["identifiers/cage/", "start/", "questions/glossary/"],
    "what does cage stand for": ["identifiers/cage/", "questions/faq/", "questions/glossary/"],
    "cage code expired": ["keep/life-cycle/", "questions/faq/"],
    "does a cage code expire": ["keep/life-cycle/", "questions/faq/", "questions/myths/"],
    "renew cage code": ["keep/life-cycle/", "questions/faq/", "questions/myths/"],
    "cage vs ncage": ["identifiers/", "identifiers/ncage/", "questions/faq/", "start/"],
    "difference between uei and duns": ["identifiers/", "identifiers/duns/", "questions/faq/"],
    "ncage germany": ["nations/"],
    "ncage france": ["nations/"],
    "country of ncage code": ["nations/", "identifiers/ncage/"],
    "K****": ["nations/", "identifiers/ncage/"],
    "S***#": ["nations/", "identifiers/ncage/", "get/foreign/"],
    "nspa": ["get/foreign/", "nations/", "questions/glossary/", "identifiers/ncage/"],
    "how to get an ncage": ["get/foreign/", "questions/faq/"],
    "how to get a cage code": ["get/", "questions/faq/"],
    "who needs a cage code": ["get/", "questions/faq/"],
    "subcontractor cage code": ["get/", "questions/faq/", "questions/myths/"],
    "joint venture": ["get/", "keep/ownership/"],
    "canada ncage": ["get/", "get/foreign/", "nations/"],
    "P.O. box": ["keep/validation-failure/", "keep/change-of-address/"],
    "virtual office": ["keep/validation-failure/", "keep/change-of-address/"],
    "validation failed": ["keep/validation-failure/"],
    "address mismatch": ["keep/validation-failure/"],
    "documents for entity validation": ["keep/validation-failure/"],
    "change of address": ["keep/change-of-address/"],
    "30 days": ["keep/change-of-address/", "keep/life-cycle/", "use/clauses/"],
    "merger": ["keep/ownership/"],
    "highest-level owner": ["keep/ownership/", "questions/glossary/", "use/clauses/"],
    "novation": ["keep/ownership/", "questions/glossary/"],
    "sam registration inactive": ["keep/life-cycle/", "questions/faq/", "identifiers/uei/"],
    "status designator": ["keep/life-cycle/"],
    "uei check digit": ["identifiers/uei/"],
    "uei format": ["identifiers/uei/", "identifiers/"],
    "is a uei the same as a tax id": ["questions/faq/", "identifiers/lookalikes/", "identifiers/"],
    "two cage codes one uei": ["use/several-codes/", "questions/faq/"],
    "look up cage code": ["use/look-up/", "questions/faq/"],
    "44E73": ["use/vendor-files/", "identifiers/text/", "identifiers/cage/"],
    "excel leading zeros": ["use/vendor-files/", "identifiers/text/"],
    "regular expression": ["use/vendor-files/", "developers/"],
    "52.204-16": ["use/clauses/"],
    "52.204-91": ["use/clauses/"],
    "DD 254": ["get/", "use/clauses/", "questions/glossary/"],
    "micro-purchase threshold": ["get/", "use/clauses/", "questions/glossary/"],
    "zip code": ["identifiers/lookalikes/"],
    "DoDAAC": ["identifiers/lookalikes/", "questions/glossary/"],
    "luhn": ["identifiers/duns/", "questions/glossary/"],
    "FSCM": ["questions/glossary/", "identifiers/duns/", "identifiers/cage/", "questions/history/"],
    "install the python package": ["developers/"],
    "exit status": ["developers/command-line/"],
    "what is kept on my machine": ["about/privacy/", "about/how-it-works/"],
}
"""What is typed, and the pages that answer it."""


def test_found_among_the_first(page: Page) -> None:
    """The search gives one of the pages that answer among its first three."""
    page.goto("about/how-it-works/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    status = page.locator(".md-search-result__meta")
    # A page is one result, whatever sections of it are shown below.
    results = page.locator(".md-search-result__item")
    misses = {}
    for words, answers in QUESTIONS.items():
        # Nothing of the previous question is left.
        field.fill("")
        field.press("End")
        expect(status).to_have_text("Type to start searching")
        expect(results).to_have_count(0)
        # All at once: typed one by one, the first words alone would show results on the way.
        field.fill(words)
        field.press("End")
        expect(status).to_contain_text("matching document")
        expect(results.first).to_be_visible()
        found: list[str] = page.evaluate(PATHS)
        first = [path.removeprefix(PREFIX) for path in found[:FIRST]]
        if not set(first) & set(answers):
            misses[words] = first

    assert misses == {}
