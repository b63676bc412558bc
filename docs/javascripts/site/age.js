/**
 * Shows the notes on what has grown old since the site was built, by the reader's own clock.
 *
 * @module
 */

const today = new Date().toISOString().slice(0, 10);
for (const note of document.querySelectorAll("[data-old-from]")) {
  if (note instanceof HTMLElement && (note.dataset.oldFrom ?? "") <= today) note.hidden = false;
}
