/**
 * What a page with a tool does before all else: the tool stands in its place from the first picture on, while its
 * module is on the way. Meanwhile it is remembered whether something was typed or asked for, and `started.js` hands
 * that over. Where the module fails or stays away, what can be done by hand takes the place.
 *
 * The text of this file stands in the page's head, so it is a script of the old kind. It speaks by attributes of the
 * document, which the style sheet and `started.js` read.
 */
{
  /** Milliseconds after which the module is no longer counted on. One that comes later takes the place back. */
  const PATIENCE = 10_000;

  const { dataset } = document.documentElement;

  const giveUp = () => {
    if (dataset.tool !== "started") delete dataset.tool;
  };

  /**
   * @param {Event} event
   * @returns {boolean} whether it asks the tool for something: the button, or Enter in the field
   */
  const asks = (event) => {
    const { target } = event;
    if (!(target instanceof Element && target.closest("[data-part='tool']"))) return false;
    if (!(event instanceof KeyboardEvent)) return true;
    return event.key === "Enter" && !event.isComposing && target.matches("textarea");
  };

  dataset.tool = "waiting";
  // Whatever the address or the history holds may be a code. Its result has its room now, so nothing moves for it.
  if (location.hash !== "" || history.state !== null) dataset.room = "held";

  for (const type of ["submit", "keydown"]) {
    addEventListener(type, (event) => {
      if (dataset.tool === "started" || !asks(event)) return;
      event.preventDefault();
      dataset.asked = "true";
    });
  }

  addEventListener("input", ({ target }) => {
    const typed = target instanceof Element && target.matches("[data-part='tool'] textarea");
    if (typed && dataset.tool !== "started") dataset.typed = "true";
  });

  // A module that does not come tells its element; one that breaks tells the window.
  addEventListener(
    "error",
    ({ target }) => {
      const lost = target instanceof Element && target.matches("[data-part='module']");
      if (lost || target === window) giveUp();
    },
    true,
  );
  setTimeout(giveUp, PATIENCE);
}
