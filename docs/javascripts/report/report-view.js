/**
 * One report in full: verdict, suggestions, anatomy, findings, other readings, limits and where to go next.
 *
 * @module
 */

import { copyButtons } from "../site/copy.js";
import { make, section } from "../site/dom.js";
import { anatomy } from "./anatomy.js";
import { spell } from "./characters.js";
import { inOrder, list, numbered } from "./findings.js";
import { asText } from "./plain-text.js";
import { facts, headline, kindOf, leftOpen, NATION, others, withArticle } from "./verdict.js";

/** @import {Kind} from "./verdict.js" */
/** @import {Checked, Catalogue, Names, Report, Suggestion} from "../core/wire.js" */

/**
 * What a view needs from the page around it.
 *
 * @typedef {object} Surroundings
 * @property {Catalogue} catalogue
 * @property {(address: string) => string} link makes a place of the site an address
 * @property {(suggestion: Suggestion) => void} take puts a suggestion into the field and checks it
 * @property {(words: string) => void} announce says something in the status region
 */

export const BY_RULES = "Full check, by every rule";

const SYMBOLS = { good: "✓", bad: "✕", none: "–" };

/**
 * Show a report.
 *
 * @param {Checked} answer
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
export function reportView({ report, anatomy: cells, lookups }, around) {
  const { catalogue, link } = around;
  const findings = numbered(inOrder(report), catalogue);
  const groups = list(findings, catalogue, link);
  const follow = (/** @type {number} */ number) => show(groups, number);
  const view = make("article", { class: `cc-report cc-report--${kindOf(report)}` });
  view.append(
    header(report, kindOf(report), headline(report, catalogue), BY_RULES, around),
    ...section("Perhaps you meant", suggestions(report.suggestions, around)),
    ...section(
      "Character by character",
      anatomy(report.input, cells, findings, catalogue.most_cells, follow),
    ),
    ...section("What was found", groups),
    ...section("Other readings", readings(report, around)),
    next(report, lookups, around),
    copyButtons(
      {
        "Copy as text": () => asText(report, catalogue),
        "Copy as JSON": () => JSON.stringify(report, null, 2),
      },
      around.announce,
    ),
  );
  return view;
}

/**
 * Bring a finding into view and put the focus on it.
 *
 * @param {HTMLElement[]} groups
 * @param {number} number
 */
function show(groups, number) {
  for (const group of groups) {
    const item = group.querySelector(`[data-finding="${number}"]`);
    if (item instanceof HTMLElement) item.focus();
  }
}

/**
 * Show the verdict with the facts beside it.
 *
 * @param {Report} report
 * @param {Kind} kind
 * @param {string} title the verdict in words
 * @param {string} by what the verdict rests on
 * @param {Pick<Surroundings, "link"> & {catalogue: Names}} around
 * @returns {HTMLElement}
 */
export function header(report, kind, title, by, { catalogue, link }) {
  const symbol = make("span", { class: "cc-verdict__sign", "aria-hidden": "true" }, SYMBOLS[kind]);
  const words = make("div", {}, make("h2", {}, title), make("p", { class: "cc-by" }, by));
  words.append(make("p", { class: "cc-verdict__code" }, ...spell(report.code ?? report.input)));
  const also = report.well_formed ? others(report).good : [];
  if (also.length > 0) {
    const names = also.map(({ scheme }) => withArticle(scheme, catalogue)).join(", or ");
    words.append(make("p", {}, `It can also be ${names}.`));
  }
  const rows = facts(report, catalogue).map(([name, value]) => {
    const nation = name === NATION && report.nation;
    const place = nation && link(`nations/#nation-${nation.toLowerCase()}`);
    const words = place ? make("a", { href: place }, value) : value;
    return make("div", {}, make("dt", {}, name), make("dd", {}, words));
  });
  return make(
    "header",
    { class: `cc-verdict cc-verdict--${kind}` },
    symbol,
    words,
    ...(rows.length > 0 ? [make("dl", {}, ...rows)] : []),
  );
}

/**
 * Show the suggestions, each with a button that checks it.
 *
 * @param {Suggestion[]} offered
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function suggestions(offered, { catalogue, take }) {
  const items = offered.map((suggestion) => {
    const { code, scheme, reason } = suggestion;
    const button = make("button", { type: "button", class: "cc-button cc-button--code" }, code);
    button.addEventListener("click", () => take(suggestion));
    const words = `As ${withArticle(scheme, catalogue)}. ${reason}`;
    return make("li", {}, button, make("span", {}, words));
  });
  return items.length > 0 ? [make("ul", { class: "cc-suggestions" }, ...items)] : [];
}

/**
 * Show the readings beside the best one.
 *
 * @param {Report} report
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function readings(report, { catalogue, link }) {
  const { good, bad } = others(report);
  const named = (/** @type {string} */ scheme) => {
    const address = link(catalogue.schemes[scheme]?.anchor ?? "");
    return make("a", { href: address }, withArticle(scheme, catalogue));
  };
  const nodes = [];
  if (good.length > 0) {
    const items = good.map(({ scheme }) => make("li", {}, "Well formed as ", named(scheme)));
    nodes.push(make("ul", { class: "cc-readings" }, ...items));
  }
  if (bad.length > 0) {
    const items = bad.map(({ scheme, findings }) => {
      const reason = findings.find((finding) => finding.severity === "error")?.message ?? "";
      return make("li", {}, "Not well formed as ", named(scheme), `. ${reason}`);
    });
    const title = make("summary", {}, "Kinds that it does not fit");
    nodes.push(make("details", {}, title, make("ul", { class: "cc-readings" }, ...items)));
  }
  return nodes;
}

/**
 * Say what the verdict leaves open, and who can answer that.
 *
 * @param {Report} report
 * @param {string[]} lookups
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
function next(report, lookups, { catalogue, link }) {
  const limits = leftOpen(report, catalogue).map((limit) => make("li", {}, limit));
  const doors = lookups.flatMap((key) => {
    const door = catalogue.lookups[key];
    return door ? [doorway(door.url, door.title, door.answers)] : [];
  });
  const scheme = catalogue.schemes[report.scheme ?? ""];
  // Other offices assign lookalikes; the page about them names these.
  if (doors.length === 0 && scheme) {
    doors.push(
      doorway(link(scheme.anchor), "Lookalikes", `What ${scheme.article} ${scheme.name} is.`),
    );
  }
  return make(
    "div",
    { class: "cc-next" },
    ...section("What this does not tell you", [make("ul", { class: "cc-limits" }, ...limits)]),
    ...section(report.well_formed ? "Where to look it up" : "Where to look for the right code", [
      make("ul", { class: "cc-doors" }, ...doors),
    ]),
  );
}

/**
 * Show where to go next, and what can be learned there.
 *
 * @param {string} address
 * @param {string} title
 * @param {string} answers
 * @returns {HTMLElement}
 */
function doorway(address, title, answers) {
  return make("li", {}, make("a", { href: address }, title), make("span", {}, answers));
}
