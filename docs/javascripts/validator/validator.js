/**
 * The validator page: reads the form, takes a first look by the patterns, asks the checker, shows what it says.
 *
 * @module
 */

import { client, runtime, spared } from "../core/core.js";
import { isOutdated } from "../core/line.js";
import { SMALL } from "../core/runtime.js";
import { listView } from "../report/list-view.js";
import { ofList, ofReport } from "../report/outcome.js";
import { BY_RULES, reportView } from "../report/report-view.js";
import { find, readData } from "../site/dom.js";
import { after, keep } from "../site/offline.js";
import { ProgressLine } from "../tool/progress-line.js";
import { ResultPlace } from "../tool/result-place.js";
import { start } from "../tool/started.js";
import { next } from "../tool/states.js";
import { Trouble } from "../tool/trouble.js";
import { isNewVisit, Visits } from "../tool/visits.js";
import { CodeForm } from "./code-form.js";
import { expected, pieces, replaced, same } from "./entry.js";
import { kindOfLook, lookHeadline, lookListView, lookSummary, lookView } from "./look-view.js";
import { FirstLook } from "./patterns.js";

/** @import {Entry} from "./entry.js" */
/** @import {Event as Change, State} from "../tool/states.js" */
/** @import {Checked, Catalogue, Suggestion} from "../core/wire.js" */

const root = find(document, "[data-module='code-checker']", HTMLElement);
const status = find(root, "[role='status']", HTMLElement);
const offline = find(root, "[data-part='offline']", HTMLElement);
const result = new ResultPlace(root);

/** What is said to who asked for the full check, and has nothing in the field yet. */
const LOADING = "Loading the full check.";

/** @type {State} */
let state = "loading";
/** The number of the newest check: only that one may show its result. */
let newest = 0;
/** The entry on show. @type {Entry} */
let current = { text: "", expect: "" };

const firstLook = new FirstLook(readData(root, "patterns"));

client.onProgress = (reached) => {
  progressLine.reach(reached);
  change();
};
const form = new CodeForm(root, submit, () => {
  if (!result.hidden) submit();
});
const progressLine = new ProgressLine(root, runtime.size(SMALL), load);
const trouble = new Trouble(root, { failure: again, outdated: reload });
const visits = new Visits();

/**
 * @param {string} place below the site's root
 * @returns {string} its address
 */
function link(place) {
  return new URL(`${root.dataset.site}${place}`, document.baseURI).href;
}

/**
 * Move the state and show it.
 *
 * @param {Change} [event]
 */
function change(event) {
  const focused = document.activeElement;
  if (event) state = next(state, event);
  root.dataset.state = state;
  if (state !== "failed") trouble.hide();
  progressLine.show(state);
  // A button that was pressed and is gone would leave the reader nowhere.
  if (focused?.closest("[hidden]")) form.focus();
}

/** @param {string} words */
function announce(words) {
  status.textContent = words;
}

/**
 * @param {string} beside what is wrong, to be read beside the field
 * @param {string} [aloud]
 */
function say(beside, aloud = beside) {
  form.complain(beside);
  announce(aloud);
}

/**
 * Start the checker and check the entry, if anything waits to be checked.
 *
 * @param {boolean} waited whether somebody waits for an answer
 */
async function run(waited) {
  const turn = ++newest;
  change(state === "ready" || state === "busy" ? "asked" : "wanted");
  if (waited && state === "loading") look("The full check follows as soon as it is loaded.");
  try {
    const catalogue = await client.start();
    if (state === "loading") settle();
    change("loaded");
    if (status.textContent === LOADING) announce("The full check is ready.");
    if (!waited || turn !== newest) return;
    change("asked");
    const { many, lines, texts } = pieces(current);
    const { answers } = await client.ask({ type: "check", texts, expect: expected(current) });
    if (turn !== newest) return;
    change("answered");
    show(answers, many ? lines.length : 0, catalogue);
  } catch (error) {
    // Whoever asked: a checker that stopped has stopped for all, and that is told once.
    if (state === "failed") return;
    console.warn("The checker stopped:", error);
    change("broke");
    fail();
  }
}

/** The core has started: from now on it needs no connection, once its files are kept. */
async function settle() {
  performance.mark("validator:core");
  offline.hidden = !(await keep(client.path ? runtime.addresses(client.path) : []));
}

/** Say at once that the checker is not running; why, the host has to be asked, and it may be silent, too. */
async function fail() {
  // What went wrong stands above the result.
  result.expect(false);
  tell("failure");
  // After an update of the site the files of this version may be gone, and only the new page knows its own.
  if ((await isOutdated(runtime.marks)) && state === "failed") tell("outdated");
}

/**
 * Say what is wrong and what can be done, with what the patterns tell in the meantime.
 *
 * @param {"failure" | "outdated"} which
 */
function tell(which) {
  const words = trouble.show(which);
  if (current.text === "") announce(words);
  else look(words);
}

/**
 * Show what the patterns tell of the entry.
 *
 * @param {string} outlook what is to be said of the full check
 */
function look(outlook) {
  const { many, texts } = pieces(current);
  const looks = texts.map((text) => firstLook.at(text, expected(current)));
  const [first] = looks;
  if (!first) return;
  const words = many ? lookSummary(looks) : `${lookHeadline(first, firstLook, expected(current))}.`;
  form.complain(!many && kindOfLook(first) === "bad" ? words : "");
  // First of all, so that there is room to scroll in.
  result.hold();
  result.show(many ? lookListView(looks) : lookView(first, firstLook, expected(current), link));
  announce(`First look: ${words} ${outlook}`);
}

/**
 * Show what the checker says. An error in that is the page's own, and says nothing of the checker.
 *
 * @param {Checked[]} answers
 * @param {number} total lines of a list; 0 for a single code
 * @param {Catalogue} catalogue
 */
function show(answers, total, catalogue) {
  const around = { catalogue, link, take, announce };
  const [first] = answers;
  if (!first) return;
  const many = total > 0;
  try {
    result.show(many ? listView(answers, total, around) : reportView(first, around));
    result.release();
    const { beside, aloud } = many ? ofList(answers) : ofReport(first.report, catalogue);
    say(beside, `${BY_RULES}: ${aloud}`);
  } catch (error) {
    reportError(error);
    say("The result cannot be shown. Copy what you typed, then reload the page.");
  }
}

/** Take the result away; a check that is under way has nobody left to tell. */
function clear() {
  newest += 1;
  result.hide();
  change("answered");
}

/** Check the entry as far as that can be done now. */
function check() {
  if (state !== "resting") {
    after(run(true));
    return;
  }
  newest += 1;
  look("The full check is loaded only when you ask for it, above.");
}

/** Load the checker because the reader wants it, and check the entry if there is one. */
function load() {
  if (current.text === "") announce(LOADING);
  run(current.text !== "");
}

/** Try again, with what stands in the field now. */
function again() {
  if (form.entry.text === "") load();
  else submit();
}

/** Load the page again, with what stands in the field. */
function reload() {
  if (visits.hold(form.entry)) location.reload();
  else say("The browser cannot keep this text. Copy it, then reload the page yourself.");
}

/** Open the page: load the checker, unless that would be a burden to the reader's line. */
function begin() {
  if (spared) spare();
  else after(client.start());
  const { asked, typed } = start();
  // What the reader has typed goes before what the address or the history says.
  if (typed && form.entry.text !== "") visits.stay(current);
  restore();
  if (asked && newest === 0) submit();
  performance.mark("validator:patterns");
  if (newest === 0 && state === "loading") run(false);
}

/** Do not load the checker until the reader asks for it, or it turns out to be on this machine. */
async function spare() {
  change("spared");
  const path = await runtime.keptPath();
  if (!path) return;
  client.usePaths([...new Set([path, SMALL])]);
  if (state === "resting") run(current.text !== "");
}

/** Check what stands in the field, and remember it in the browser's history. */
function submit() {
  const { entry } = form;
  if (!same(entry, current)) visits.add(entry);
  current = entry;
  if (entry.text === "") {
    clear();
    say("Type or paste a code first.", "Nothing to check. Type or paste a code first.");
    return;
  }
  result.expect();
  check();
}

/** @param {Suggestion} suggestion */
function take(suggestion) {
  form.entry = replaced(form.entry, suggestion);
  submit();
  // The button that was pressed goes away with its report; what takes its place is the next one.
  result.focus();
}

/**
 * Show what the address or the history says, unless it is on show already.
 *
 * @param {boolean} [moved] whether the reader went there within the page
 */
function restore(moved = false) {
  const entry = visits.current;
  if (same(entry, current)) return;
  form.entry = entry;
  current = form.entry;
  clear();
  if (current.text === "") {
    announce("");
    return;
  }
  result.expect(moved || isNewVisit());
  check();
}

for (const event of ["hashchange", "popstate"]) {
  addEventListener(event, () => {
    visits.move();
    restore(true);
  });
}
addEventListener("pageshow", () => restore());

begin();
