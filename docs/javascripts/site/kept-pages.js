/**
 * The page that is shown in place of one that is not kept: it lists the pages that are.
 *
 * @module
 */

import { find } from "./dom.js";
import { openable } from "./offline.js";

const list = find(document, "[data-module='kept-pages']", HTMLElement);
const items = [...list.querySelectorAll("li")];
const addresses = items.map((item) => find(item, "a", HTMLAnchorElement).href);
const kept = await openable(addresses);
items.forEach((item, turn) => {
  item.hidden = !kept.includes(addresses[turn] ?? "");
});
list.hidden = kept.length === 0;
