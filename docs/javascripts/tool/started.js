/**
 * The end of waiting for the page's module: `waiting.js` says how it began.
 *
 * @module
 */

/**
 * Say that the tool works from now on.
 *
 * @returns {{asked: boolean, typed: boolean}} whether it was asked for something in the meantime, and whether somebody
 *   typed: what the browser itself puts into a field does not count
 */
export function start() {
  const { dataset } = document.documentElement;
  const meanwhile = { asked: dataset.asked !== undefined, typed: dataset.typed !== undefined };
  dataset.tool = "started";
  for (const key of ["asked", "typed", "room"]) delete dataset[key];
  return meanwhile;
}
