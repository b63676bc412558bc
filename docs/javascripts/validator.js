/**
 * The validator page: reads the form, asks the checker, shows what it says.
 *
 * @module
 */

import { fromFragment, toFragment } from "./address.js";
import { count } from "./characters.js";
import { Client } from "./client.js";
import { find } from "./dom.js";
import { inOrder } from "./findings.js";
import { linesOf, listView, MOST, summary } from "./list-view.js";
import { reportView } from "./report-view.js";
import { next } from "./states.js";
import { headline, kindOf } from "./verdict.js";

/** @import {Entry} from "./address.js" */
/** @import {Stage} from "./protocol.js" */
/** @import {Surroundings} from "./report-view.js" */
/** @import {Event as Change, State} from "./states.js" */
/** @import {Answer, Catalogue} from "./wire.js" */

const root = find(document, "[data-module='code-checker']", HTMLElement);
const form = find(root, "form", HTMLFormElement);
const field = find(form, "textarea", HTMLTextAreaElement);
const choice = find(form, "select", HTMLSelectElement);
const trouble = find(form, "[data-part='message']", HTMLElement);
const progress = find(root, "[data-part='progress']", HTMLElement);
const status = find(root, "[role='status']", HTMLElement);
const failure = find(root, "[data-part='failure']", HTMLElement);
const again = find(failure, "button", HTMLButtonElement);
const result = find(root, "[data-part='result']", HTMLElement);

/** @type {Record<Stage, string>} */
const STAGES = {
  runtime: "Loading Python, about 6 MB the first time. Nothing you type leaves this machine.",
  library: "Loading the rules. Nothing you type leaves this machine.",
};
const READY = "Ready. Nothing you type leaves this machine.";
/** Longer texts stay out of the address; the browser's history keeps them as they are. */
const LONGEST = 2000;
const WAITING =
  "The checker is still loading. Your text is kept and will be checked as soon as it is ready.";

/** @type {State} */
let state = "loading";
/** Whether somebody waits for the checker to load. */
let waiting = false;
/** @type {Stage} */
let stage = "runtime";
/** The number of the newest check: only that one may show its result. */
let newest = 0;
/** The entry on show. @type {Entry} */
let current = { text: "", expect: "" };

const client = new Client({
  workerURL: new URL("worker.js", import.meta.url),
  indexURL: address(root.dataset.runtime),
  lockFileURL: new URL("pyodide-lock.json", address(root.dataset.runtime)).href,
  setupTimeout: Number(root.dataset.setupTimeout),
  checkTimeout: Number(root.dataset.checkTimeout),
  onProgress(reached) {
    stage = reached;
    change();
  },
});

/**
 * @param {string | undefined} place as the page's own template wrote it
 * @returns {string}
 */
function address(place) {
  return new URL(place ?? "", document.baseURI).href;
}

/**
 * Move the state and show it.
 *
 * @param {Change} [event]
 */
function change(event) {
  if (event) state = next(state, event);
  root.dataset.state = state;
  failure.hidden = state !== "failed";
  progress.hidden = state === "failed";
  progress.textContent = {
    loading: waiting ? WAITING : STAGES[stage],
    ready: READY,
    busy: "Checking …",
    failed: "",
  }[state];
}

/** @param {string} words */
function announce(words) {
  status.textContent = words;
}

/**
 * Start the checker and check what stands in the field, if anything waits to be checked.
 *
 * @param {boolean} waited whether somebody waits for an answer
 */
async function run(waited) {
  const turn = ++newest;
  const { text, expect } = current;
  waiting = waited;
  change(state === "failed" ? "retried" : "asked");
  if (waited && state === "loading") announce(WAITING);
  try {
    const catalogue = await client.start();
    change("loaded");
    if (!waited || turn !== newest) return;
    change("asked");
    const lines = linesOf(text);
    const many = lines.filter((line) => line.trim() !== "").length > 1;
    const texts = many ? lines.slice(0, MOST) : [text];
    const answers = await client.check(texts, expect ? expect.split(",") : null);
    if (turn !== newest) return;
    change("answered");
    show(answers, many ? lines.length : 0, catalogue);
  } catch (error) {
    // Whoever asked: a checker that stopped has stopped for all.
    console.warn("The checker stopped:", error);
    change("broke");
    announce(failure.querySelector("p")?.textContent ?? "");
  }
}

/**
 * @param {Answer[]} answers
 * @param {number} total lines of a list; 0 for a single code
 * @param {Catalogue} catalogue
 */
function show(answers, total, catalogue) {
  /** @type {Surroundings} */
  const around = { catalogue, link: (place) => address(root.dataset.site + place), take, announce };
  const [first] = answers;
  if (!first) return;
  const view = total > 0 ? listView(answers, total, around) : reportView(first, around);
  result.replaceChildren(view);
  result.hidden = false;
  const bad = answers.filter(({ report }) => kindOf(report) !== "good").length;
  if (total > 0) {
    complain(
      bad > 0 ? `${bad} of ${count(answers.length, "line")} to look at, in the table below.` : "",
    );
    announce(summary(answers));
  } else {
    const reason = bad > 0 ? (inOrder(first.report)[0]?.message ?? "") : "";
    complain(reason);
    announce(`${headline(first.report, catalogue)}. ${reason}`);
  }
}

/**
 * Show or clear the message beside the field.
 *
 * @param {string} words
 */
function complain(words) {
  trouble.textContent = words;
  trouble.hidden = words === "";
  if (words) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** Check what stands in the field, and remember it in the browser's history. */
function submit() {
  const entry = { text: field.value, expect: choice.value };
  if (entry.text === "") {
    complain("Type or paste a code first.");
    announce("Nothing to check. Type or paste a code first.");
    return;
  }
  if (!same(entry, current)) {
    const fragment = toFragment(entry);
    const shown = fragment.length > LONGEST ? "" : fragment;
    history.pushState(entry, "", `${location.pathname}${location.search}${shown}`);
  }
  current = entry;
  run(true);
}

/** @param {string} code */
function take(code) {
  field.value = code;
  fit();
  submit();
  // The button that was pressed goes away with its report; what takes its place is the next one.
  result.focus({ preventScroll: true });
}

/** Show what the address or the history says, unless it is on show already. */
function restore() {
  const entry = history.state ?? fromFragment(location.hash) ?? { text: "", expect: "" };
  if (same(entry, current)) return;
  newest += 1;
  current = { ...entry };
  field.value = current.text;
  choice.value = current.expect;
  if (choice.selectedIndex < 0) choice.value = "";
  current.expect = choice.value;
  fit();
  complain("");
  result.hidden = true;
  if (current.text !== "") {
    run(true);
  } else {
    waiting = false;
    change("answered");
    announce("");
  }
}

/**
 * @param {Entry} one
 * @param {Entry} other
 * @returns {boolean}
 */
function same(one, other) {
  return one.text === other.text && one.expect === other.expect;
}

/** Give the field as many rows as the text has lines, within reason. */
function fit() {
  const lines = field.value.split("\n");
  field.rows = Math.min(lines.length, 10);
  form.classList.toggle("cc-form--list", lines.length > 1);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
field.addEventListener("keydown", (event) => {
  const single = !field.value.includes("\n") && !event.shiftKey;
  if (event.key !== "Enter" || event.isComposing) return;
  if (single || event.ctrlKey || event.metaKey) {
    event.preventDefault();
    submit();
  }
});
field.addEventListener("input", (event) => {
  fit();
  const how = event instanceof InputEvent ? event.inputType : "";
  if (how === "insertFromPaste" || how === "insertFromDrop") submit();
});
choice.addEventListener("change", () => {
  if (!result.hidden) submit();
});
again.addEventListener("click", () => (field.value === "" ? run(false) : submit()));
addEventListener("hashchange", restore);
addEventListener("popstate", restore);
addEventListener("pageshow", restore);

find(root, "[data-part='by-hand']", HTMLElement).hidden = true;
find(root, "[data-part='tool']", HTMLElement).hidden = false;
change();
fit();
restore();
if (newest === 0) run(false);
