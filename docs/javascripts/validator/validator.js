/**
 * The validator: what its entry is, what is asked of the core, and how first look and answer are shown.
 *
 * @module
 */

import { count } from "../report/characters.js";
import { listView } from "../report/list-view.js";
import { ofList, ofReport } from "../report/outcome.js";
import { BY_RULES, reportView } from "../report/report-view.js";
import { judge } from "../report/verdict.js";
import { find, readData } from "../site/dom.js";
import { Tool } from "../tool/tool.js";
import { fromFragment, toFragment } from "./address.js";
import { CodeForm } from "./code-form.js";
import { expected, pieces, replaced } from "./entry.js";
import { kindOfLook, lookHeadline, lookListView, lookSummary, lookView } from "./look-view.js";
import { FirstLook } from "./patterns.js";

/** @import {Answers, Catalogue, CheckRequest, Checked, Suggestion} from "../core/wire.js" */
/** @import {Judged} from "../report/verdict.js" */
/** @import {Obstacle, Parts, Shown} from "../tool/parts.js" */
/** @import {Entry} from "./entry.js" */

/** Characters that are checked at once: the full check answers as many of any kind within its time. */
const LONGEST = 1_000_000;

const root = find(document, "[data-module='code-checker']", HTMLElement);
const firstLook = new FirstLook(readData(root, "patterns"));
const form = new CodeForm(
  root,
  () => tool.submit(),
  () => tool.resubmit(),
);

/** @type {Parts<Entry, CheckRequest>} */
const parts = {
  name: "validator",
  blank: { text: "", expect: "" },
  form,
  address: { toFragment, fromFragment },
  obstacle,
  request: (entry) => ({ type: "check", texts: pieces(entry).texts, expect: expected(entry) }),
  look,
  show,
};
const tool = new Tool(root, parts);

/**
 * Say why an entry is not checked, if it is not.
 *
 * @param {Entry} entry
 * @returns {Obstacle | undefined}
 */
function obstacle(entry) {
  if (entry.text === "") {
    const beside = "Type or paste a code first.";
    return { beside, aloud: `Nothing to check. ${beside}` };
  }
  const { many, texts } = pieces(entry);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  if (size <= LONGEST) return undefined;
  const what = many ? "These lines are" : "This text is";
  const words = `${what} too long to check here: ${count(size, "character")}, and at most ${count(LONGEST, "character")} can be checked at once.`;
  return { beside: words, aloud: `${words} The command line checks longer files, line by line.` };
}

/**
 * Take the first look, by the patterns.
 *
 * @param {Entry} entry
 * @returns {Shown}
 */
function look(entry) {
  const expect = expected(entry);
  const { many, texts } = pieces(entry);
  if (many) {
    const looks = texts.map((text) => firstLook.at(text, expect));
    const words = lookSummary(looks);
    return { view: lookListView(looks), beside: "", aloud: `First look: ${words}` };
  }
  const only = firstLook.at(entry.text, expect);
  const words = `${lookHeadline(only, firstLook, expect)}.`;
  return {
    view: lookView(only, firstLook, expect, tool.link),
    beside: kindOfLook(only) === "bad" ? words : "",
    aloud: `First look: ${words}`,
  };
}

/**
 * Show the answer: one report, or a table of several.
 *
 * @param {Answers["check"]} answer
 * @param {Entry} entry
 * @param {Catalogue} catalogue
 * @returns {Shown}
 */
function show({ answers }, entry, catalogue) {
  const around = { catalogue, take, link: tool.link, announce: tool.announce };
  const { many, lines } = pieces(entry);
  const [only] = /** @type {[Checked]} */ (answers);
  const view = many ? listView(answers, lines.length, around) : reportView(only, around);
  const judged = /** @type {[Judged]} */ (answers.map((one) => judge(one, catalogue)));
  const { beside, aloud } = many ? ofList(judged) : ofReport(judged[0], catalogue);
  return { view, beside, aloud: `${BY_RULES}: ${aloud}` };
}

/**
 * Check a suggestion in place of what was typed.
 *
 * @param {Suggestion} suggestion
 */
function take(suggestion) {
  tool.take(replaced(form.entry, suggestion));
}

tool.begin();
