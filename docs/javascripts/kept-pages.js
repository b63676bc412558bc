/**
 * The page that stands in for one that is not kept: lists the pages that are.
 *
 * @module
 */

import { find } from "./dom.js";

const list = find(document, "[data-module='kept-pages']", HTMLElement);
for (const item of list.querySelectorAll("li")) {
  const kept = await caches.match(find(item, "a", HTMLAnchorElement).href);
  item.hidden = kept === undefined;
  if (kept) list.hidden = false;
}
