// Elements with attributes, listeners and children. Text enters by `textContent` only, never as HTML.

/** @typedef {string | number | boolean | null | undefined | ((event: any) => unknown)} Attribute */

/**
 * An element. A function is a listener for the event of that name (`{click: () => ...}`); true is an attribute without
 * a value; false, null and undefined are left out, as are null children. Strings become text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, Attribute>} [attributes]
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Say a text where it is not said already: an element that says the same keeps its look, and nothing is laid out.
 * @param {Element} place without other elements in it @param {string} text */
export function setText(place, text) {
  const said = place.firstChild;
  if (!(said instanceof Text) || said.nextSibling || !text) {
    if (place.textContent !== text) place.textContent = text;
  } else if (said.data !== text) said.data = text;
}

/** @param {HTMLElement} part @param {boolean} isShown */
export function setShown(part, isShown) {
  if (part.hidden === isShown) part.hidden = !isShown;
}
