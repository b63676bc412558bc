/**
 * The end of waiting for the page's module: `waiting.js` tells how it began.
 *
 * @module
 */

/**
 * Say that the tool works from now on.
 *
 * @returns {boolean} whether it was asked for something in the meantime
 */
export function start() {
  const { dataset } = document.documentElement;
  const asked = dataset.asked !== undefined;
  dataset.tool = "started";
  delete dataset.asked;
  delete dataset.room;
  return asked;
}
