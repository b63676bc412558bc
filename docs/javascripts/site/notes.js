/**
 * Lets Escape put away what a note shows, which lies over the text; the next note shows its own again.
 *
 * @module
 */

const AWAY = "cc-notes-away";
const { classList } = document.documentElement;

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") classList.add(AWAY);
});
for (const reached of ["pointerover", "focusin"]) {
  document.addEventListener(reached, ({ target }) => {
    if (target instanceof Element && target.closest(".cc-ref")) classList.remove(AWAY);
  });
}
