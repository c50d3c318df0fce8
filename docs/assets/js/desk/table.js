// The three parts of the answer as tables. What a cell says comes with the data; text enters by textContent only.

import { element } from "../core/element.js";
import { counted } from "../core/text.js";
import { BY_NAME } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./page.js").Desk} Desk */
/** @typedef {import("./rows.js").Parts} Parts */
/** @typedef {import("./source.js").Column} Column */
/** One part of the answer. @typedef {{id: keyof Parts, title: string, text: string, answer: string}} Part */

/** @type {Part[]} */
export const PARTS = [
  { id: "fits", title: "Passar", text: "", answer: "Passar" },
  { id: "maybe", title: "Kan passa", answer: "Kan passa",
    text: "Det som står i svaret vet vi inte säkert. De som svarar på mest står först. "
      + "Var personen bor väger tyngst." },
  { id: "near", title: "Nära: ett villkor stämmer inte", answer: "",
    text: "Här står vad som inte stämmer, och vad som skulle öppna." },
];
const [FIRST, MORE] = [20, 50];
const NOT_KNOWN = "Vet inte";
const NOTHING = "Inget i katalogen passar, och inget är nära. Ta bort ett villkor.";

export class Tables {
  /** @param {Desk} desk @param {(state: State) => void} onOrder
   * @param {(id: string, isPicked: boolean) => void} onPick */
  constructor(desk, onOrder, onPick) {
    this.desk = desk;
    this.onOrder = onOrder;
    this.onPick = onPick;
    /** How many rows of each part are shown. @type {Map<string, number>} */
    this.shown = new Map();
  }

  /** @param {State} state @param {Parts} parts @param {boolean} [isWhole] paper has no button to press
   * @returns {HTMLElement[]} */
  made(state, parts, isWhole = false) {
    this.shown.clear();
    if (isWhole) for (const { id } of PARTS) this.shown.set(id, Infinity);
    const found = PARTS.filter(({ id }) => parts[id].length);
    return found.length ? found.map((part) => this.section(part, state, parts[part.id])) : [element("p", {}, NOTHING)];
  }

  /** @param {Part} part @param {State} state @param {number[]} docs @returns {HTMLElement} */
  section(part, state, docs) {
    const id = `matcha-${part.id}`;
    const text = part.text ? element("p", { class: "not" }, part.text) : null;
    const made = element("section", { class: "matcha-grupp", "aria-labelledby": id },
      element("h2", { id }, `${part.title} (${docs.length})`), text, this.table(part, state, docs));
    const left = docs.length - this.number(part);
    if (left > 0) made.append(this.moreButton(left, () => this.more(made, part, state, docs)));
    return made;
  }

  /** @param {Part} part */
  number({ id }) {
    return this.shown.get(id) ?? FIRST;
  }

  /** @param {number} left @param {() => void} click */
  moreButton(left, click) {
    const look = { type: "button", class: "knapp knapp-tyst matcha-fler", click };
    return element("button", look, `Visa fler (${counted(left, "ställe", "ställen")} till)`);
  }

  /** @param {HTMLElement} made @param {Part} part @param {State} state @param {number[]} docs */
  more(made, part, state, docs) {
    const from = this.number(part);
    this.shown.set(part.id, from + MORE);
    const next = this.section(part, state, docs);
    made.replaceWith(next);
    /** @type {HTMLElement | undefined} */ (next.querySelectorAll("tbody th a")[from])?.focus();
  }

  /** The roles stand written: on a narrow screen the rows are laid out as cards, and would lose them.
   * @param {Part} part @param {State} state @param {number[]} docs */
  table(part, state, docs) {
    const columns = this.desk.columnsOf(state);
    const head = element("tr", { role: "row" }, heading("Fråga"), this.sorting(BY_NAME, "Ställe", state),
      heading("Svar"), ...columns.map(({ id, titel }) => this.sorting(id, titel, state)));
    const rows = docs.slice(0, this.number(part)).map((doc) => this.row(part, state, doc, columns));
    const table = element("table", { class: "matcha-tabell", role: "table", "aria-labelledby": `matcha-${part.id}` },
      element("thead", { role: "rowgroup" }, head), element("tbody", { role: "rowgroup" }, ...rows));
    return element("div", { class: "matcha-rulle" }, table);
  }

  /** @param {string} id @param {string} title @param {State} state */
  sorting(id, title, state) {
    const isOwn = state.order === id;
    const click = () => this.onOrder({ ...state, order: isOwn ? "" : id });
    const sign = element("span", { "aria-hidden": "true" }, isOwn ? " ▲" : "");
    const press = element("button", { type: "button", "data-ordning": id, click }, title, sign);
    return element("th", { scope: "col", role: "columnheader", "aria-sort": isOwn && "ascending" }, press);
  }

  /** @param {Part} part @param {State} state @param {number} doc @param {Column[]} columns */
  row(part, state, doc, columns) {
    const { lines, missed } = this.desk.rows.row(doc, state);
    const { id, address, heading: title } = this.desk.card(doc);
    const told = [...missed.map((text) => element("li", { class: "matcha-nej" }, text)),
      ...lines.map((text) => element("li", {}, text))];
    return element("tr", { role: "row", "data-verksamhet": id },
      element("td", { role: "cell", class: "matcha-ta" }, this.box(id, title, state), this.desk.star(id, title)),
      element("th", { scope: "row", role: "rowheader" }, element("a", { href: address }, title)),
      cell("Svar", told.length ? element("ul", {}, ...told) : part.answer),
      ...columns.map(({ titel, text }) => cell(titel, withBreaks(text(doc) || NOT_KNOWN))));
  }

  /** @param {string} id @param {string} title @param {State} state */
  box(id, title, state) {
    const box = element("input", { type: "checkbox", value: id, "aria-label": `Fråga ${title}` });
    box.checked = state.picked.includes(id);
    box.addEventListener("change", () => this.onPick(id, box.checked));
    return element("label", {}, box, element("span", { class: "matcha-ta-ord", "aria-hidden": "true" }, " Fråga"));
  }
}

/** @param {string} title */
const heading = (title) => element("th", { scope: "col", role: "columnheader" }, title);

/** Addresses may go on in the next line after their signs, and before a dot within. @param {string} text */
const withBreaks = (text) => element("span", {},
  ...text.replace(/[@/](?=[^@/])|\p{L}{2}(?=\.\p{L}{2})/gu, "$&\n").split("\n")
    .flatMap((part, at) => (at ? [element("wbr", {}), part] : [part])));

/** @param {string} title @param {Node | string} content */
const cell = (title, content) => element("td", { role: "cell", "data-etikett": title }, content);
