/**
 * What a reader can do with a verdict: take the code that was meant, or look a well formed one up.
 *
 * @module
 */

import { copyButtons } from "../site/copy.js";
import { make } from "../site/dom.js";
import { elsewhere, hasSeveral, kindOf, meant, withArticle } from "./verdict.js";

/** @import {Suggestion} from "../core/wire.js" */
/** @import {Surroundings} from "./report-view.js" */
/** @import {Judged} from "./verdict.js" */

/**
 * Offer the codes that were probably meant, with what explains them.
 *
 * @param {Judged} judged
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
export function uses(judged, { catalogue, take }) {
  const other = elsewhere(judged);
  if (other) {
    const words = `Check ${other.code} as ${withArticle(other.scheme, catalogue)}`;
    return [
      make(
        "div",
        { class: "cc-verdict__actions" },
        main(words, () => take(other)),
      ),
    ];
  }
  const codes = meant(judged);
  const [first] = codes;
  if (!first) return [];
  const buttons = codes.map((one) => {
    if (codes.length > 1) return offer(one, take);
    const button = main("Use it", () => take(one));
    button.setAttribute("aria-label", `Use it: ${one.code}`);
    return button;
  });
  const isOther = first.scheme !== judged.report.scheme;
  const shape = isOther ? ` It has the shape of ${withArticle(first.scheme, catalogue)}.` : "";
  const actions = make("div", { class: "cc-verdict__actions" }, ...buttons);
  if (hasSeveral(judged)) return [actions];
  return [make("p", { class: "cc-verdict__reason" }, first.reason + shape), actions];
}

/**
 * Offer a code by a button that checks it.
 *
 * @param {Suggestion} suggestion
 * @param {(suggestion: Suggestion) => void} take
 * @returns {HTMLElement}
 */
export function offer(suggestion, take) {
  const kind = "cc-button cc-button--code";
  const button = make("button", { type: "button", class: kind }, suggestion.code);
  button.addEventListener("click", () => take(suggestion));
  return button;
}

/**
 * Lead to the register that knows a well formed code. The address takes the code only where the register is known to
 * read it there, and nothing is sent before the reader follows the link.
 *
 * @param {Judged} judged
 * @param {string[]} lookups
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
export function lookUp(judged, lookups, { catalogue, announce }) {
  const { code, scheme } = judged.report;
  if (!["good", "doubt"].includes(kindOf(judged)) || !code || !scheme) return [];
  const doors = lookups
    .map((key) => catalogue.lookups[key])
    .filter((door) => door?.takes?.includes(scheme));
  const door = doors.find((one) => one?.record) ?? doors[0];
  if (!door) return [];
  const href = door.record ? door.record + encodeURIComponent(code) : door.url;
  const link = make("a", { class: "cc-button cc-button--main", href }, `Look up ${code}`);
  const actions = make("div", { class: "cc-verdict__actions" }, link);
  let hint = `Opens ${door.short} with this code.`;
  if (!door.record) {
    actions.append(copyButtons({ Copy: () => code }, announce, code));
    hint = `Opens ${door.short}. Copy the code and paste it there.`;
  }
  return [actions, make("p", { class: "cc-hint" }, hint)];
}

/**
 * Make the button for what is most likely wanted.
 *
 * @param {string} words
 * @param {() => void} act
 * @returns {HTMLElement}
 */
function main(words, act) {
  const kind = "cc-button cc-button--main";
  const button = make("button", { type: "button", class: kind }, words);
  button.addEventListener("click", act);
  return button;
}
