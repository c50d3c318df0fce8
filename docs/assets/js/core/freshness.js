// A static page must not lie when builds stop: what expires carries its date, and is taken back on the reader's own
// day, never brought back. Limits and words come with the page and the data: scripts/katalog/browser/freshness.py.
import { daysBetween, laterOf, today } from "./day.js";
import { element } from "./element.js";
import { unhyphenated } from "./text.js";
import { trustOn } from "./trust.js";

/** `steg`: so many days after the last confirmation at most, and the level then; `sist`: the level after that.
 * @typedef {{steg: [number, string][], sist: string, etiketter: Record<string, string>, platser: [string, string],
 *   tillit: import("./trust.js").TrustWords}} Steps */

/** The day of the build, as the page's foot tells. */
export const builtDay = () => document.querySelector("[data-byggd]")?.getAttribute("datetime") ?? "";

/** The reader's day, or that of the build for a clock that is behind: it brings nothing back. */
export const dayThatHolds = () => laterOf(today(), builtDay());

/** The level of a confirmation on a day; null for what is no date. @param {string} confirmed @param {string} day
 * @param {Pick<Steps, "steg" | "sist">} steps */
export function levelOn(confirmed, day, { steg, sist }) {
  const days = daysBetween(confirmed, day);
  if (Number.isNaN(days)) return null;
  return steg.find(([most]) => days <= most)?.[1] ?? sist;
}

/** The level that is left on a day of the one at the build: never a better one. @param {string} level
 * @param {string} confirmed @param {string} day @param {Steps} steps */
export function lowered(level, confirmed, day, steps) {
  const order = [...steps.steg.map(([, name]) => name), steps.sist];
  const now = levelOn(confirmed, day, steps);
  return now !== null && order.indexOf(now) > order.indexOf(level) ? now : level;
}

/** Take back what has expired below `root`: words of trust and freshness, free places, notices, who stands first in a
 * list. What is to be said from a day on is shown.
 * @param {ParentNode} root @param {string} day @param {Steps} steps */
export function takeBack(root, day, steps) {
  for (const mark of root.querySelectorAll("[data-tillit]")) tell(mark, day, steps);
  for (const mark of root.querySelectorAll("[data-bekraftad]")) lower(mark, day, steps);
  for (const line of root.querySelectorAll("[data-borjar]")) {
    if ((/** @type {HTMLElement} */ (line).dataset.borjar ?? "") <= day) line.removeAttribute("hidden");
  }
  for (const line of root.querySelectorAll("[data-slutar]")) end(/** @type {HTMLElement} */ (line), day, steps);
  for (const list of new Set([...root.querySelectorAll("[data-sedan]")].map((item) => item.parentElement))) {
    if (list) reorder(list, day, steps);
  }
}

/** @param {Element} mark @param {string} day @param {Steps} steps */
function lower(mark, day, steps) {
  const word = mark.querySelector(".aktualitet-ord");
  const told = unhyphenated(word?.textContent ?? "");
  const built = Object.keys(steps.etiketter).find((level) => told === `${steps.etiketter[level]}.`);
  if (!word || !built) return;
  const now = lowered(built, mark.getAttribute("data-bekraftad") ?? "", day, steps);
  if (now === built) return;
  word.textContent = `${steps.etiketter[now]}.`;
}

/** How sure it is, in the words of the day: those of a card, or where `data-hel` stands those of a record's page.
 * @param {Element} mark @param {string} day @param {Steps} steps */
function tell(mark, day, { tillit }) {
  const [word, text] = ["ord", "text"].map((part) => mark.querySelector(`.tillit-${part}`));
  const said = trustOn(JSON.parse(mark.getAttribute("data-tillit") ?? ""), day, tillit);
  if (word) word.textContent = `${said.label}.`;
  if (text) text.textContent = mark.hasAttribute("data-hel") ? said.text : said.since;
  for (const name of [...mark.classList]) if (name.startsWith("tillit-")) mark.classList.remove(name);
  mark.classList.add(`tillit-${said.step}`);
}

/** @param {HTMLElement} line @param {string} day @param {Steps} steps */
function end(line, day, { platser: [text, note] }) {
  if ((line.dataset.slutar ?? "") > day) return;
  if (line.matches(".kort-fakta > div:only-child")) return line.parentElement?.remove();
  if (line.matches(".just-nu, .kort-fakta > div, [data-borjar]")) return line.remove();
  line.lastElementChild?.replaceChildren(text, " ", element("span", { class: "not" }, note));
  line.removeAttribute("data-slutar");
}

/** @param {HTMLElement} list @param {string} day @param {Steps} steps */
function reorder(list, day, steps) {
  const items = /** @type {HTMLElement[]} */ ([...list.children]);
  for (const item of items.filter(({ dataset }) => dataset.sedan)) {
    const confirmed = JSON.parse(item.querySelector("[data-tillit]")?.getAttribute("data-tillit") ?? "[]")[0];
    if (daysBetween(confirmed, day) <= steps.tillit.dagar[1]) continue;
    item.dataset.ordning = item.dataset.sedan;
    delete item.dataset.sedan;
  }
  const sorted = [...items].sort((a, b) => Number(a.dataset.ordning) - Number(b.dataset.ordning));
  if (sorted.some((item, place) => item !== items[place])) list.append(...sorted);
}
