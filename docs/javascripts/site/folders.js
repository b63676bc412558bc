/**
 * Says that the host is none for this site, where a page can see it: the links lead to folders, and some hosts know
 * files only. Then a reader who has opened `index.html` by its name can go nowhere.
 *
 * @module
 */

import { find, make } from "./dom.js";

const FILE = "index.html";

const { serviceWorker } = find(document, "script[data-service-worker]", HTMLScriptElement).dataset;
const root = new URL(".", new URL(serviceWorker ?? "", document.baseURI));
const { pathname } = location;

const isLost = pathname.endsWith(`/${FILE}`) ? await isMissing() : isNamedHere();
if (isLost) find(document, ".md-container", HTMLElement).prepend(note());

/** @returns {Promise<boolean>} whether the host answers for the file, which has just been opened, and not for its folder */
async function isMissing() {
  try {
    return !(await fetch(".", { method: "HEAD" })).ok;
  } catch {
    return false; // There is no connection, which says nothing about the host.
  }
}

/** @returns {boolean} whether the navigation leads here, of a page that is shown where there is none */
function isNamedHere() {
  const links = [...document.querySelectorAll("nav a")];
  return links.some((link) => link instanceof HTMLAnchorElement && link.pathname === pathname);
}

/** @returns {HTMLElement} */
function note() {
  const { href } = new URL(`developers/publish/${FILE}`, root);
  return make(
    "aside",
    { class: "cc-host", "aria-label": "About this host" },
    make(
      "p",
      { class: "md-grid md-typeset" },
      "This host does not show this site as it should: the address of a folder, such as ",
      make("code", {}, "validator/"),
      `, has to show the file ${FILE} in it. Whoever publishes the site finds on `,
      make("a", { href }, "Publish it yourself"),
      " what a host must do.",
    ),
  );
}
