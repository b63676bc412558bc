/**
 * A few helpers for the document. Text only ever becomes text nodes here, so nothing typed is run as markup.
 *
 * @module
 */

/**
 * Make an element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * Find an element that must be there.
 *
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function find(root, selector, kind) {
  const element = root.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`no ${selector} of the right kind`);
  return element;
}

/**
 * Read a block of data that the build wrote into the page.
 *
 * @param {ParentNode} root
 * @param {string} part its name
 * @returns {any}
 */
export function readData(root, part) {
  return JSON.parse(find(root, `script[data-part='${part}']`, HTMLScriptElement).text);
}

/**
 * Make a section with a heading, or nothing when there is nothing in it.
 *
 * @param {string} title
 * @param {Node[]} children
 * @returns {HTMLElement[]} none or one
 */
export function section(title, children) {
  if (children.length === 0) return [];
  return [make("section", {}, make("h3", {}, title), ...children)];
}
