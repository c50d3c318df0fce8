// A record's card as an element: the same in the search's results and in the form's preview, with the classes of the
// lists (scripts/katalog/pages/cards.py). A test holds the three together.
import { element } from "./element.js";
import { togetherNodes } from "./hours.js";

/** What keeps a reader from going there is `mark`, or "".
 * @typedef {object} Card
 * @property {string} address the record's page; "" while there is none
 * @property {string} heading
 * @property {string} text
 * @property {string} mark
 * @property {string} picture address of its drawing, by its name after "#"; "" for none
 * @property {Row[]} rows
 * @property {import("./trust.js").Said} trust
 */
/** `isPlain`: the text says what it is, and the label is for who listens alone.
 * @typedef {{label: string, text: string, isPlain: boolean}} Row */
/** @typedef {(Node | string)[]} Content */

/** @param {Card} card @param {(text: string) => Content} [show] how a text is shown, to mark words in it
 * @returns {HTMLLIElement} */
export function cardElement(card, show = (text) => [text]) {
  const heading = show(card.heading);
  return element(
    "li",
    { class: "kort" },
    card.picture ? pictureElement(card.picture) : null,
    element("h3", {}, ...(card.address ? [element("a", { href: card.address }, ...heading)] : heading)),
    rowsElement(card.rows.filter(({ isPlain }) => isPlain), "kort-fakta kort-om", show),
    card.mark ? element("p", { class: "kort-marke" }, card.mark) : null,
    element("p", {}, ...show(card.text)),
    rowsElement(card.rows.filter(({ isPlain }) => !isPlain), "kort-fakta", show),
    trustElement(card.trust, card.trust.since),
  );
}

/** Plain rows stand below the name, as where and what; the others below the text. @param {Row[]} rows
 * @param {string} look @param {(text: string) => Content} show */
function rowsElement(rows, look, show) {
  const made = rows.map(({ label, text, isPlain }) =>
    element("div", isPlain ? { class: "tyst" } : {}, element("dt", {}, label),
      element("dd", {}, ...togetherNodes(text, show))));
  return made.length ? element("dl", { class: look }, ...made) : null;
}

/** Why a card stands here, when its words do not say it: above how sure it is. @param {string} reason */
export const reasonElement = (reason) => element("p", { class: "kort-varfor" }, reason);

/** The drawing on its ground; the words of the card say the same. @param {string} address */
function pictureElement(address) {
  const [picture, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  picture.setAttribute("class", `bild grund-${address.split("#")[1]} kort-bild`);
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("focusable", "false");
  use.setAttribute("href", address);
  picture.append(use);
  return picture;
}

/** The line of how sure it is. @param {import("./trust.js").Said} trust @param {string} text a card's or a page's */
export function trustElement({ step, label }, text) {
  return element("p", { class: `tillit tillit-${step}` },
    label ? element("strong", { class: "tillit-ord" }, `${label}.`) : null, label ? " " : null,
    element("span", { class: "tillit-text" }, text));
}
