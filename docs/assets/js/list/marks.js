// What every page shows of the reader's list: a star on each card and on a record's page, and in the header how many
// are saved. Room for all of it stands in the style sheet from the first, so nothing moves.
import { unhyphenated } from "../core/text.js";
import { asHash } from "./ids.js";
import { ids, isBlocked, onChange } from "./list.js";
import { nameStar, starButton } from "./star.js";

const CARDS = ".kortlista > .kort";
const FOUND = ".sok-traffar"; // lists whose cards tell of other records with every key

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

/** A card that comes gets a star, and one that tells of another record gives its star that name.
 * @param {Element} list */
function follow(list) {
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      const cards = /** @type {Node[]} */ (type === "attributes" ? [target] : [...addedNodes]);
      cards.forEach((card) => watch(/** @type {Element} */ (card)));
    }
  });
  const watch = (/** @type {Element} */ card) => {
    markCard(card);
    observer.observe(card, { attributeFilter: ["data-verksamhet"] });
  };
  for (const card of list.children) watch(card);
  observer.observe(list, { childList: true });
}

/** A card's record is the one that its heading leads to. One that only names it as yet has no star.
 * @param {Element} card */
function markCard(card) {
  if (!card.querySelector(".tillit")) return;
  const link = card.querySelector("h3 a");
  const id = link?.getAttribute("href")?.split("/").at(-2);
  if (!link || !id) return;
  const name = unhyphenated(link.textContent ?? "");
  const star = /** @type {HTMLElement | null} */ (card.querySelector(".stjarna"));
  if (star) return nameStar(star, id, name);
  card.append(starButton(id, name));
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
