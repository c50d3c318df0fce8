// The star: a button with text that saves a record in the reader's list, or takes it away again. All stars of a page
// follow the list.
import { element, setText } from "../core/element.js";
import { MOST, add, has, ids, isBlocked, onChange, remove } from "./list.js";

const SAVE = "Spara";
const SAVED = "Sparad";
const FULL = `Listan är full. Den rymmer ${MOST} ställen. Ta bort något i Min lista först.`;
const BLOCKED =
  "Din webbläsare sparar ingenting från den här sidan. Det du har valt försvinner när du går vidare, " +
  "om du inte öppnar Min lista härifrån.";

/** Where a press is told. Made with the first press. @type {HTMLElement | undefined} */
let place;
let isFollowing = false;
let isWarned = false;

/** A star for a record. @param {string} id @param {string} name for those who only hear the button */
export function starButton(id, name) {
  if (!isFollowing) onChange(showAll);
  isFollowing = true;
  const button = element("button", { type: "button", class: "stjarna", click: (event) => press(event.currentTarget) },
    element("span", { class: "stjarna-ord" }), element("span", { class: "dold" }));
  nameStar(button, id, name);
  return button;
}

/** From now on it is this record's: a card of the search tells of one after the other.
 * @param {HTMLElement} button @param {string} id @param {string} name */
export function nameStar(button, id, name) {
  if (button.dataset.stjarna !== id) {
    button.dataset.stjarna = id;
    if (button.lastElementChild) setText(button.lastElementChild, ` ${name}`);
  }
  show(button, has(id));
}

/** @param {HTMLElement} button @param {boolean} isSaved */
function show(button, isSaved) {
  button.classList.toggle("stjarna-sparad", isSaved);
  if (button.firstElementChild) setText(button.firstElementChild, isSaved ? SAVED : SAVE);
}

function showAll() {
  const saved = new Set(ids());
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-stjarna]"))) {
    show(button, saved.has(button.dataset.stjarna ?? ""));
  }
}

/** @param {HTMLElement} button */
function press(button) {
  const id = button.dataset.stjarna ?? "";
  const name = button.lastElementChild?.textContent?.trim() ?? "";
  if (has(id)) {
    remove(id);
    tell(`${name} är borttagen ur Min lista.`);
  } else if (!add(id)) tell(FULL, true);
  else if (!isWarned && isBlocked()) {
    isWarned = true;
    tell(BLOCKED, true);
  } else tell(`${name} är sparad i Min lista.`);
}

/** Said to those who only hear the page; what is in the way also stands there to be read.
 * @param {string} text @param {boolean} [isShown] */
function tell(text, isShown = false) {
  place ??= document.body.appendChild(element("div", { role: "status" }));
  place.className = isShown ? "stjarna-bud" : "dold";
  const close = element("button", { type: "button", class: "knapp knapp-tyst", click: () => tell("") }, "Stäng");
  place.replaceChildren(element("p", {}, text), ...(isShown ? [close] : []));
}
