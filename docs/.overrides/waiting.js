/**
 * What a page with a tool does before all else: the tool is in its place from the first picture on, while its
 * module is on the way. Meanwhile this script remembers whether something was typed or asked for, and `started.js`
 * hands that over. Where the module fails or stays away, what can be done by hand takes the place.
 *
 * Which key asks for a check, and which paste, is decided here and nowhere else, so that it is the same before and
 * after the module has come: each submits the form.
 *
 * The text of this file is in the page's head, so it is a classic script. It speaks through attributes of the
 * document, which the style sheet and `started.js` read.
 */
{
  /** Milliseconds after which the module is no longer counted on. One that comes later takes the place back. */
  const PATIENCE = 10_000;

  const TOOL = "[data-part='tool']";
  const PASTED = ["insertFromPaste", "insertFromDrop"];

  const { dataset } = document.documentElement;

  const giveUp = () => {
    if (dataset.tool !== "started") delete dataset.tool;
  };

  /**
   * @param {Event} event
   * @returns {HTMLTextAreaElement | undefined} the tool's field, if it happened there
   */
  const fieldOf = ({ target }) => {
    const isField = target instanceof HTMLTextAreaElement && target.form?.closest(TOOL);
    return isField ? target : undefined;
  };

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLTextAreaElement} field
   * @returns {boolean} Enter in a single line; in a list, Enter with Control or Command
   */
  const asksByKey = (event, field) => {
    if (event.key !== "Enter" || event.isComposing) return false;
    const single = !field.value.includes("\n") && !event.shiftKey;
    return single || event.ctrlKey || event.metaKey;
  };

  /**
   * @param {Event} event
   * @param {HTMLTextAreaElement} field
   * @returns {boolean} whether what was pasted is to be checked at once; at home it may be only a part
   */
  const asksByPaste = (event, field) => {
    const how = event instanceof InputEvent ? event.inputType : "";
    return PASTED.includes(how) && field.dataset.pasted === "asks";
  };

  dataset.tool = "waiting";
  // Whatever the address or the history holds may be a code. Its result has its room now, so nothing moves for it.
  if (location.hash !== "" || history.state !== null) dataset.room = "held";

  addEventListener("keydown", (event) => {
    const field = fieldOf(event);
    if (!field || !asksByKey(event, field)) return;
    event.preventDefault();
    field.form?.requestSubmit();
  });

  addEventListener("input", (event) => {
    const field = fieldOf(event);
    if (!field) return;
    if (dataset.tool !== "started") dataset.typed = "true";
    if (asksByPaste(event, field)) field.form?.requestSubmit();
  });

  addEventListener("submit", (event) => {
    const isOurs = event.target instanceof Element && event.target.closest(TOOL);
    if (dataset.tool === "started" || !isOurs) return;
    event.preventDefault();
    dataset.asked = "true";
  });

  // A module that does not come notifies its element; one that breaks notifies the window.
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
