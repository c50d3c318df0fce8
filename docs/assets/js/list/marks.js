// What every page shows of the reader's list: a star on each card and on a record's page, and in the header how many
// are saved. Room for all of it stands in the style sheet from the first, so nothing moves.
import { unhyphenated } from "../core/text.js";
import { asHash } from "./ids.js";
import { ids, isBlocked, onChange } from "./list.js";
import { starButton } from "./star.js";

const CARDS = ".kortlista > .kort";
const FOUND = ".sok-traffar"; // lists that the search fills anew with every key

export function startMarks() {
  for (const card of document.querySelectorAll(CARDS)) markCard(card);
  for (const list of document.querySelectorAll(FOUND)) follow(list);
  const row = /** @type {HTMLElement | null} */ (document.querySelector("[data-spara]"));
  const record = /** @type {HTMLElement | null} */ (row?.closest("[data-verksamhet]"));
  const name = unhyphenated(record?.querySelector("h1")?.textContent ?? "");
  if (record) row?.append(starButton(record.dataset.verksamhet ?? "", name));
  showCount();
  onChange(showCount);
}

/** @param {Element} list */
function follow(list) {
  for (const card of list.children) markCard(card);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const card of addedNodes) markCard(/** @type {Element} */ (card));
  }).observe(list, { childList: true });
}

/** A card's record is the one that its heading leads to. One that only names it as yet is marked when it is whole.
 * @param {Element} card */
function markCard(card) {
  if (!card.querySelector(".tillit") || card.querySelector(".stjarna")) return;
  const link = card.querySelector("h3 a");
  const id = link?.getAttribute("href")?.split("/").at(-2);
  if (!link || !id) return;
  card.append(starButton(id, unhyphenated(link.textContent ?? "")));
  card.classList.add("har-stjarna"); // told, not asked for with :has(): that is asked anew of each card at every change
}

/** In the header: in the menu, and beside the button of a menu that is folded, there only when something is saved. */
function showCount() {
  const saved = ids();
  const name = saved.length ? `Min lista (${saved.length})` : "Min lista";
  for (const link of document.querySelectorAll("[data-min-lista]")) {
    const isSign = link.matches(".meny-lista");
    link.toggleAttribute("hidden", isSign && !saved.length);
    link.textContent = isSign ? `★ ${saved.length}` : name;
    if (isSign) link.setAttribute("aria-label", name);
    carry(link, saved);
  }
}

/** Where the browser keeps nothing the link itself carries the list. @param {Element} link @param {string[]} saved */
function carry(link, saved) {
  const address = link.getAttribute("href")?.split("#", 1)[0] ?? "";
  link.setAttribute("href", address + (saved.length && isBlocked() ? asHash("lista", saved) : ""));
}
