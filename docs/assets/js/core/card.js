// A record's card as an element: the same in the search's results and in the form's preview, with the classes of the
// lists (scripts/theme/katalog/_delar.html). A test holds the three together.
import { element } from "./element.js";

/** What keeps a reader from going there is `mark`, or "". `confirmed` is an ISO date, or "".
 * @typedef {object} Card
 * @property {string} address the record's page; "" while there is none
 * @property {string} heading
 * @property {string} text
 * @property {string} mark
 * @property {[string, string][]} rows labels and texts
 * @property {string} level
 * @property {string} label
 * @property {string} since
 * @property {string} confirmed
 */
/** @typedef {(Node | string)[]} Content */

/** @param {Card} card @param {(text: string) => Content} [show] how a text is shown, to mark words in it
 * @param {string} [reason] why the card stands here, when its words do not say it
 * @returns {HTMLLIElement} */
export function cardElement(card, show = (text) => [text], reason = "") {
  const rows = card.rows.map(([label, text]) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, ...show(text))));
  const heading = show(card.heading);
  return element(
    "li",
    { class: "kort" },
    element("h3", {}, ...(card.address ? [element("a", { href: card.address }, ...heading)] : heading)),
    card.mark ? element("p", { class: "kort-marke" }, card.mark) : null,
    element("p", {}, ...show(card.text)),
    rows.length ? element("dl", { class: "kort-fakta" }, ...rows) : null,
    reason ? element("p", { class: "kort-varfor" }, reason) : null,
    freshnessElement(card.level, card.label, card.since, card.confirmed),
  );
}

/** The line of how fresh it is. @param {string} level @param {string} label @param {string} text
 * @param {string} [confirmed] */
export function freshnessElement(level, label, text, confirmed = "") {
  return element("p", { class: `aktualitet aktualitet-${level}`, "data-bekraftad": confirmed || null },
    element("strong", { class: "aktualitet-ord" }, `${label}.`), " ",
    element("span", { class: "aktualitet-text" }, text));
}
