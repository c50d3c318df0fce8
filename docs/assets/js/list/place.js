// A record as its own page tells of it: the page is fetched and read, so that a list, a comparison and a sheet say
// what the record says, in its words and order. What has expired since the build is taken back first.
import { takeBack } from "../core/freshness.js";
import { unhyphenated } from "../core/text.js";

/** A line of a row: what it says, what the record adds, where the words `linked` lead, whether it answers yes or no.
 * @typedef {{text: string, note: string, link: string, linked: string, mark: string}} Line */
/** @typedef {{title: string, lines: Line[]}} Row */
/** `stop` keeps a reader from going there; `first` and `ways` are how to get in touch; `groups` the rows by the names
 * of their sections; `asks` what is not known, by the name of its row; `trail` leads there from the start.
 * @typedef {object} Place
 * @property {string} id
 * @property {string} address
 * @property {string} name
 * @property {string} lead
 * @property {Line[]} stop
 * @property {string[]} notices
 * @property {import("../core/trust.js").Said} trust
 * @property {string} first
 * @property {Line[]} ways
 * @property {Map<string, Map<string, Row>>} groups
 * @property {Map<string, string>} asks
 * @property {string[]} trail */
/** A record that is not there any more, or that could not be fetched now.
 * @typedef {{id: string, address: string, isGone: boolean}} Missing */

const ROW = "falt-";
/** Marks what is said of holidays, the same of every place. */
export const HOLIDAY = "helg";

/** @param {string} id @param {string} folder address of the folder of all records @param {string} day
 * @param {import("../core/freshness.js").Steps} steps @returns {Promise<Place | Missing>} */
export async function fetchPlace(id, folder, day, steps) {
  const address = `${folder}${id}/`;
  try {
    const answer = await fetch(address);
    if (!answer.ok) return { id, address, isGone: answer.status === 404 || answer.status === 410 };
    const page = new DOMParser().parseFromString(unhyphenated(await answer.text()), "text/html");
    takeBack(page, day, steps);
    for (const unseen of page.querySelectorAll("[hidden], script, noscript")) unseen.remove();
    const article = page.querySelector("article[data-verksamhet]");
    return article ? readPlace(id, address, page, article) : { id, address, isGone: true };
  } catch {
    return { id, address, isGone: false };
  }
}

/** @param {string} id @param {string} address @param {Document} page @param {Element} article @returns {Place} */
function readPlace(id, address, page, article) {
  const contact = article.querySelector(".del-kontakt");
  return {
    id,
    address,
    name: textOf(article.querySelector("h1")),
    lead: textOf(article.querySelector(".ingress")),
    stop: [...article.querySelectorAll(".stopp p:not(.ingress)")].map((part) => lineOf(part, address)),
    notices: [...article.querySelectorAll(".just-nu, .forr-ruta")].map(textOf),
    trust: trustOf(article.querySelector(".tillit")),
    first: textOf(contact?.querySelector(".vagen-dit") ?? null),
    ways: contact ? waysOf(contact, address) : [],
    groups: groupsOf(article, address),
    asks: new Map([...article.querySelectorAll(".fragor > [data-rad]")].map((ask) => [rowName(ask), textOf(ask)])),
    trail: [...page.querySelectorAll(".stig a")].map(textOf),
  };
}

/** @param {Element | null} node */
const textOf = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

/** @param {Element} node */
const rowName = (node) => node.getAttribute("data-rad") ?? "";

/** @param {Element | null} mark @returns {import("../core/trust.js").Said} */
function trustOf(mark) {
  const step = [...(mark?.classList ?? [])].find((name) => name.startsWith("tillit-"))?.slice("tillit-".length) ?? "";
  const [label, text] = ["ord", "text"].map((part) => textOf(mark?.querySelector(`.tillit-${part}`) ?? null));
  return { step, label: label.replace(/\.$/, ""), since: text, text };
}

/** Ways to get in touch, and how old they are. @param {Element} contact @param {string} address */
const waysOf = (contact, address) => [...contact.querySelectorAll(":scope > .kontaktvagar > li, :scope > .not")]
  .map((way) => (way.matches(".not") ? { ...plain(""), note: textOf(way) } : lineOf(way, address)));

/** @param {Element} article @param {string} address */
function groupsOf(article, address) {
  /** @type {Map<string, Map<string, Row>>} */
  const groups = new Map();
  for (const section of article.querySelectorAll("section.del")) {
    const id = section.getAttribute("aria-labelledby") ?? "";
    const rows = [...section.querySelectorAll("[data-rad], .falt")].map((row) => rowOf(row, address));
    groups.set(id, new Map(rows));
  }
  return groups;
}

/** @param {Element} row @param {string} address @returns {[string, Row]} */
function rowOf(row, address) {
  if (row.matches(".falt")) {
    const name = [...row.classList].find((one) => one.startsWith(ROW))?.slice(ROW.length) ?? "";
    const lines = [...row.querySelectorAll("dd")].map((line) => lineOf(line, address)).filter(isTelling);
    return [name, { title: textOf(row.querySelector("dt")), lines }];
  }
  const title = textOf(row.querySelector("h3, .kedja-rubrik") ?? row.previousElementSibling);
  const items = [...(row.matches("ul") ? row.children : row.querySelectorAll("a"))];
  const lines = row.matches(".vecka-del") ? weekLines(row) : items.map((item) => lineOf(item, address));
  return [rowName(row), { title, lines }];
}

/** Days with what is known of them, then what has no day, then how old it is. @param {Element} week */
function weekLines(week) {
  const days = [...week.querySelectorAll(".vecka-dag:not(.vecka-tom)")].map((day) => {
    const times = [...day.querySelectorAll("li")].map(textOf).join(", ");
    return plain(`${textOf(day.querySelector(".vecka-namn"))} ${times}`);
  });
  const others = [...week.querySelectorAll(".vecka-andra > li")].map((one) => plain(textOf(one)));
  const notes = [...week.querySelectorAll(".vecka-not")].map((note) =>
    ({ ...plain(""), note: textOf(note), mark: note.matches(".vecka-helg") ? HOLIDAY : "" }));
  return [...days, ...others, ...notes];
}

/** @param {string} text @returns {Line} */
const plain = (text) => ({ text, note: "", link: "", linked: "", mark: "" });

/** @param {Element} node @param {string} address of the page that its links are relative to @returns {Line} */
function lineOf(node, address) {
  const copy = /** @type {Element} */ (node.cloneNode(true));
  for (const extra of copy.querySelectorAll(".svar, .om, .ikon")) extra.remove();
  const notes = [...copy.querySelectorAll(".not")];
  const note = notes.map(textOf).join(" ");
  for (const one of notes) one.remove();
  const link = node.matches("a") ? node : copy.querySelector("a");
  const href = link?.getAttribute("href");
  const mark = [...node.classList].find((name) => name.startsWith("svar-"))?.slice("svar-".length) ?? "";
  return { text: textOf(copy), note, link: href ? new URL(href, address).href : "", linked: textOf(link), mark };
}

/** @param {Line} line */
const isTelling = (line) => Boolean(line.text || line.note);
