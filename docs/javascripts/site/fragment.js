/**
 * The part of an address after `#`, as named values: `#code=1ABC5&expect=cage`. It is never sent to a server.
 *
 * @module
 */

/**
 * Write values as a fragment.
 *
 * @param {Record<string, string>} values
 * @returns {string} with its `#`; empty where one of them cannot be written into an address
 */
export function toFragment(values) {
  try {
    const parts = Object.entries(values).map(([name, value]) => {
      return `${name}=${encodeURIComponent(value)}`;
    });
    return `#${parts.join("&")}`;
  } catch {
    return ""; // a lone surrogate has no percent-encoding
  }
}

/**
 * Read the values in a fragment. Whatever it holds, this never fails.
 *
 * @param {string} fragment with or without its `#`
 * @returns {Map<string, string>}
 */
export function fromFragment(fragment) {
  /** @type {Map<string, string>} */
  const values = new Map();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at > 0) values.set(part.slice(0, at), decode(part.slice(at + 1)));
  }
  return values;
}

/**
 * @param {string} value
 * @returns {string} as it is where it is no percent-encoding
 */
function decode(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
