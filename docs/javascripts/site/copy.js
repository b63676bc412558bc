/**
 * Copies a text. Where the browser forbids it, the text is laid out to be copied by hand.
 *
 * @module
 */

import { make } from "./dom.js";

/**
 * Make the buttons that copy a result.
 *
 * @param {Record<string, () => string>} texts what each button copies, by its label
 * @param {(words: string) => void} announce
 * @param {string} [what] what is copied, heard where the label alone would not say it
 * @returns {HTMLElement}
 */
export function copyButtons(texts, announce, what) {
  const bar = make("div", { class: "cc-copy" });
  for (const [label, text] of Object.entries(texts)) {
    const button = make("button", { type: "button", class: "cc-button" });
    const name = (/** @type {string} */ words) => {
      button.textContent = words;
      if (what) button.setAttribute("aria-label", `${words}: ${what}`);
    };
    name(label);
    button.addEventListener("click", async () => {
      const copied = await toClipboard(text());
      bar.querySelector("textarea")?.remove();
      if (!copied) byHand(bar, text());
      announce(
        copied ? "Copied." : "This browser does not allow copying. The text is below the buttons.",
      );
      name(copied ? "Copied" : label);
      setTimeout(name, 2000, label);
    });
    bar.append(button);
  }
  return bar;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser allowed it
 */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or no clipboard on a page without https
  }
}

/**
 * Lay out a text to be copied by hand.
 *
 * @param {HTMLElement} bar
 * @param {string} text
 */
function byHand(bar, text) {
  const field = make("textarea", { readonly: "", rows: "8", "aria-label": "Text to copy" });
  field.value = text;
  bar.append(field);
  field.select();
}
