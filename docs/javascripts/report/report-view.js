/**
 * One report in full: the card with the verdict, then findings, other readings, limits and where to go next.
 *
 * @module
 */

import { copyButtons } from "../site/copy.js";
import { make, section } from "../site/dom.js";
import { lookUp, offer, uses } from "./actions.js";
import { anatomy } from "./anatomy.js";
import { card, factsOf, titleOf } from "./card.js";
import { spell } from "./characters.js";
import { apart, folded, list, numbered } from "./findings.js";
import { asText } from "./plain-text.js";
import {
  firstSentence,
  headline,
  inOrder,
  judge,
  kindOf,
  leftOpen,
  meant,
  others,
  otherwise,
  reasonOf,
  verdict,
  withArticle,
} from "./verdict.js";

/** @import {Judged} from "./verdict.js" */
/** @import {Checked, Catalogue, Suggestion} from "../core/wire.js" */

/**
 * What a view needs from the page around it.
 *
 * @typedef {object} Surroundings
 * @property {Catalogue} catalogue
 * @property {(address: string) => string} link makes a place of the site an address
 * @property {(suggestion: Suggestion) => void} take puts a suggestion into the field and checks it
 * @property {(words: string) => void} announce says something in the status region
 */

/** Characters that can be read one by one. */
const SHORT = 16;

export const BY_RULES = "Full check, by every rule";

/**
 * Show a report.
 *
 * @param {Checked} answer
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
export function reportView(answer, around) {
  const { catalogue, link } = around;
  const { report, anatomy: cells, lookups } = answer;
  const judged = judge(answer, catalogue);
  const kind = kindOf(judged);
  const { own, standing } = apart(inOrder(report), catalogue);
  const findings = numbered(own, catalogue);
  const groups = list(findings, catalogue, link);
  const follow = (/** @type {number} */ number) => show(groups, number);
  const words = [
    ...typed(answer),
    ...uses(judged, around),
    ...wrong(judged, catalogue),
    ...factsOf(judged, catalogue, link),
    ...lookUp(judged, lookups, around),
  ];
  const picture = anatomy(report.input, cells, findings, catalogue.most_cells, follow);
  const name = catalogue.schemes[report.scheme ?? ""]?.name ?? "";
  const view = make("article", { class: `cc-report cc-report--${kind}` });
  view.append(
    card(kind, titleOf(judged, catalogue), BY_RULES, words, picture),
    ...section("Perhaps you meant", suggestions(judged, around)),
    ...section("What was found", groups),
    ...folded(standing, name, catalogue, link),
    ...readings(judged, around),
    next(judged, lookups, around),
    copyButtons(
      {
        "Copy as text": () => asText(judged, catalogue),
        "Copy as JSON": () => JSON.stringify(report, null, 2),
      },
      around.announce,
    ),
  );
  return view;
}

/**
 * Show in one piece what was typed, where it is no code and the picture is too long to be read.
 *
 * @param {Checked} answer
 * @returns {HTMLElement[]}
 */
function typed({ report, anatomy: cells }) {
  if (cells.length > 0 || report.input.length <= SHORT) return [];
  return [make("p", { class: "cc-verdict__typed" }, ...spell(report.input))];
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
 * Say in a sentence what is wrong or doubtful, or what a text of another kind is.
 *
 * @param {Judged} judged
 * @param {Catalogue} catalogue
 * @returns {HTMLElement[]}
 */
function wrong(judged, catalogue) {
  if (kindOf(judged) === "hint") {
    const apart = catalogue.schemes[judged.hints[0] ?? ""]?.apart ?? "";
    return [make("p", {}, make("strong", {}, otherwise(judged))), make("p", {}, apart)];
  }
  const reason = firstSentence(reasonOf(judged));
  const said = verdict(judged, catalogue);
  const isNew = judged.report.scheme !== null && said !== headline(judged, catalogue);
  const head = isNew ? [make("strong", {}, `${said}.`), " "] : [];
  return reason ? [make("p", { class: "cc-verdict__why" }, ...head, reason)] : [];
}

/**
 * Show the suggestions that the card does not, each with a button that checks it.
 *
 * @param {Judged} judged
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function suggestions(judged, { catalogue, take }) {
  const shown = new Set(meant(judged));
  const rest = judged.report.suggestions.filter((suggestion) => {
    return !shown.has(suggestion) && suggestion.code !== judged.report.code;
  });
  const items = rest.map((suggestion) => {
    const words = `As ${withArticle(suggestion.scheme, catalogue)}. ${suggestion.reason}`;
    return make("li", {}, offer(suggestion, take), make("span", {}, words));
  });
  return items.length > 0 ? [make("ul", { class: "cc-suggestions" }, ...items)] : [];
}

/**
 * Show the readings beside the best one.
 *
 * @param {Judged} judged
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
function readings(judged, { catalogue, link }) {
  const { good, bad } = others(judged);
  const named = (/** @type {string} */ scheme) => {
    const address = link(catalogue.schemes[scheme]?.anchor ?? "");
    return make("a", { href: address }, withArticle(scheme, catalogue));
  };
  const fitting = good.map((scheme) => {
    const known = catalogue.schemes[scheme];
    const says = known?.ours ? "Well formed as " : "It also looks like ";
    return make("li", {}, says, named(scheme), `. ${known?.apart ?? ""}`);
  });
  const fits = fitting.length > 0 ? [make("ul", { class: "cc-readings" }, ...fitting)] : [];
  const nodes = section("Other readings", fits);
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
 * @param {Judged} judged
 * @param {string[]} lookups
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
function next(judged, lookups, { catalogue, link }) {
  const { report, hints } = judged;
  const open = kindOf(judged) === "hint" ? [] : leftOpen(report, catalogue);
  const limits = open.map((limit) => make("li", {}, limit));
  const said = make("ul", { class: "cc-limits" }, ...limits);
  const doors = lookups.flatMap((key) => {
    const door = catalogue.lookups[key];
    return door ? [doorway(door.url, door.title, door.answers)] : [];
  });
  const scheme = catalogue.schemes[report.scheme ?? hints[0] ?? ""];
  // Other offices assign lookalikes; the page about them names these.
  if (doors.length === 0 && scheme) {
    const title = `What ${scheme.article} ${scheme.name} is`;
    doors.push(doorway(link(scheme.anchor), title, "It is on the page about lookalikes."));
  }
  return make(
    "div",
    { class: report.well_formed && limits.length > 0 ? "cc-next cc-next--two" : "cc-next" },
    ...section("What this does not tell you", limits.length > 0 ? [said] : []),
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
