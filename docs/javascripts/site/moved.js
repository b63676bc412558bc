/**
 * Leads whoever comes by an old address to the section that has moved.
 *
 * @module
 */

const data = document.querySelector("[data-part='moved']")?.textContent ?? "{}";
/** @type {{places: Record<string, string>, sources: string}} */
const { places, sources } = JSON.parse(data);

/** Open the place where the section of the address is now, if it is no longer on this page. */
function follow() {
  const fragment = location.hash.slice(1);
  if (document.getElementById(fragment)) return;
  const isSource = /^source-[a-z0-9-]+$/.test(fragment);
  const place = Object.hasOwn(places, fragment) ? places[fragment] : undefined;
  const now = place ?? (isSource ? `${sources}#${fragment}` : undefined);
  if (now !== undefined) location.replace(new URL(now, location.href));
}

follow();
addEventListener("hashchange", follow);
