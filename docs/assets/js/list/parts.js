// Small pieces that the views of the list share: lines, buttons, what is told, how a place's page is found.
import { copyText, copyWords } from "../core/copy.js";
import { element } from "../core/element.js";
import { saidOf } from "./text.js";

/** @typedef {import("./place.js").Line} Line */
/** @typedef {import("./place.js").Place} Place */
/** `flyttade`: ids that were renamed; `poster`: the folder of all records; `adress`: of the site, "" when it does not
 * know it; `kod`: the file of a record's QR code, "" when there is none; `blad`: the rows of the sheet; `akut`: whom
 * to ring.
 * @typedef {{format: number, flyttade: Record<string, string>, poster: string, sajt: string, adress: string,
 *   kod: string, blad: string[], grupper: import("./table.js").Group[], akut: [string, string][]}} ListData */
/** What a view gets: the data, what the reader has ticked to be asked, and a way to tell them.
 * @typedef {object} Room
 * @property {ListData} data
 * @property {string} root address of the site's root
 * @property {Map<string, Set<string>>} asked questions by id of the place
 * @property {(text: string, undo?: () => void) => void} tell
 */

/** What was done, where it is told, and a button that takes it back. @param {HTMLElement} place @param {string} text
 * @param {(() => void) | undefined} undo @param {string} heading a selector: where the focus goes when it is back
 * @returns {HTMLElement | undefined} the button */
export function tellIn(place, text, undo, heading) {
  const takeBack = () => {
    undo?.();
    place.replaceChildren(element("p", {}, "Det är ändrat tillbaka."));
    /** @type {HTMLElement | null} */ (document.querySelector(heading))?.focus();
  };
  const back = undo && button("Ångra", takeBack);
  place.replaceChildren(element("p", {}, text), ...(back ? [back] : []));
  return back;
}

/** A line of a record: its text leads where the record's page leads. @param {Line} line */
export function lineElement({ text, note, link, linked, mark }) {
  const said = saidOf(text, mark);
  const [before, after] = link ? splitAt(said, linked) : [said, ""];
  return element("li", {}, before, link ? element("a", { href: link }, linked) : null, after,
    text && note ? " " : null, note ? element("span", { class: "not" }, note) : null);
}

/** @param {string} text @param {string} middle that stands in it @returns {[string, string]} before and after it */
function splitAt(text, middle) {
  const at = text.indexOf(middle);
  return [text.slice(0, at), text.slice(at + middle.length)];
}

/** @param {Line[]} lines */
export const lineList = (lines) => element("ul", { class: "lista-rader" }, ...lines.map(lineElement));

/** @param {string} text @param {() => unknown} click @param {string} [look] */
export const button = (text, click, look = "knapp knapp-tyst") =>
  element("button", { type: "button", class: look, click }, text);

/** @param {string} text @param {string} href @param {string} [look] */
export const linkButton = (text, href, look = "knapp") => element("a", { href, class: look }, text);

/** @param {() => string} text @param {Room["tell"]} tell @param {string} [name] */
export const copyButton = (text, tell, name = "Kopiera som text") =>
  button(name, async () => tell(copyWords(await copyText(text()))));

/** The whole address of a place's page, by the site's own where it knows it.
 * @param {Place} place @param {ListData} data */
export const wholeAddress = (place, data) => (data.adress ? `${data.adress}${data.poster}${place.id}/` : place.address);

/** The way to a place's page in words, for a site without an address. @param {Place} place @param {ListData} data */
export const inWords = (place, data) => `${data.sajt}: ${[...place.trail, place.name].join(" › ")}`;

/** What is asked of a place. @param {Room} room @param {Place} place @returns {string[]} */
export const askedOf = ({ asked }, place) => [...(asked.get(place.id) ?? [])];
