// The page /handlaggare/matcha/: conditions on one side, the three answers as a table, and the list of questions. What
// is chosen stands after the number sign of the address alone: it is never sent and never kept.

import { element } from "../core/element.js";
import { fill, inSwedish } from "../core/text.js";
import { beginView, chosenWords } from "./begin.js";
import { callList, calledPlaces } from "./calls.js";
import { columnChooser } from "./columns.js";
import { makePanel } from "./panel.js";
import { emptyState, readState, writeState } from "./state.js";
import { PARTS, Tables } from "./table.js";
import { asText, callsText } from "./told.js";
import { button, copyButton, printButton, sheetButton, whole } from "./ways-out.js";

/** @typedef {import("./state.js").State} State */
/** What the parts of the page share. @typedef {object} Desk
 * @property {import("./source.js").Source} source
 * @property {import("./rows.js").Rows} rows
 * @property {(doc: number) => {id: string, address: string, heading: string}} card
 * @property {(id: string) => number | undefined} docOf
 * @property {(state: State) => import("./source.js").Column[]} columnsOf
 * @property {(id: string, name: string) => HTMLElement | null} star
 * @property {(doc: number) => string} reach
 * @property {(id: string, fields: string[]) => string} formAddress
 */

const FIRST_ASKED = 5;
const COUNT = "{passar} passar, {kan} kan passa, {nara} nära";
const BEGIN = "Välj det du vet. Det du inte vet lämnar du tomt.";
const NOT_HERE = "Länken frågar efter något som inte finns här: {val}.";

/** @param {HTMLElement} area @param {Desk} desk */
export function startPage(area, desk) {
  const page = new DeskPage(area, desk);
  page.show();
  for (const event of ["hashchange", "popstate"]) window.addEventListener(event, () => page.follow());
  window.addEventListener("beforeprint", () => page.showWhole(true));
  window.addEventListener("afterprint", () => page.showWhole(false));
}

class DeskPage {
  /** @param {HTMLElement} area @param {Desk} desk */
  constructor(area, desk) {
    this.area = area;
    this.desk = desk;
    this.state = readState(location.hash, desk.source);
    this.panel = makePanel(desk.source, (change) => this.set(change(this.state)));
    this.tables = new Tables(desk, (state) => this.set(state), (id, isPicked) => this.pick(id, isPicked));
    this.columns = columnChooser(desk, (columns) => this.set({ ...this.state, columns }));
    this.told = element("p", { class: "matcha-antal-rad", role: "status" });
    this.wanted = element("p", { class: "matcha-valda" });
    this.fault = element("p", { class: "matcha-fel", role: "status" });
    this.said = element("p", { class: "matcha-sagt", role: "status" });
    this.view = element("div", {});
    this.ask = button("", () => this.set({ ...this.state, isAsking: true }, true), "knapp");
    this.limit = element("span", { class: "not matcha-bara", role: "status" });
    this.bar = element("p", { class: "matcha-knappar" }, this.ask, ...this.waysOut());
    this.lay();
  }

  lay() {
    const clear = button("Rensa allt", () => this.set({ ...emptyState(), columns: this.state.columns }));
    const side = element("section", { class: "matcha-panel", "aria-label": "Villkor" }, ...this.panel.parts, clear);
    const { told, wanted, fault, bar, columns, said, view } = this;
    const answers = element("section", { class: "matcha-resultat", "aria-label": "Svar" },
      told, wanted, fault, bar, columns.part, said, view);
    this.area.replaceChildren(element("div", { class: "matcha-yta" }, side, answers));
  }

  waysOut() {
    const text = () => asText([this.chosenWords(), this.told.textContent ?? ""], this.toldPlaces());
    const tell = (/** @type {string} */ said) => this.tell(said);
    return [copyButton(text, tell), sheetButton(() => this.toldPlaces()), this.limit, printButton()];
  }

  /** @param {string} text */
  tell(text) {
    this.said.textContent = text;
  }

  /** @param {State} next @param {boolean} [isNewPage] Back leads to what was shown before */
  set(next, isNewPage = false) {
    const isTurned = next.isAsking !== this.state.isAsking;
    this.state = { ...next, unknown: [] };
    this.keepAddress(isNewPage);
    this.show(isTurned);
  }

  /** @param {boolean} [isNewPage] */
  keepAddress(isNewPage = false) {
    const address = writeState(this.state) || location.pathname + location.search;
    if (isNewPage) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  /** The address has changed by other means: Back, a link, a hand. */
  follow() {
    const before = this.state.isAsking;
    this.state = readState(location.hash, this.desk.source);
    this.show(before !== this.state.isAsking);
  }

  /** The table itself stays as it is: who ticks boxes is not to lose their place. @param {string} id
   * @param {boolean} isPicked */
  pick(id, isPicked) {
    const others = this.state.picked.filter((one) => one !== id);
    this.state = { ...this.state, picked: isPicked ? [...others, id] : others };
    this.keepAddress();
    this.showPicked();
  }

  /** @param {boolean} [isTurned] between the table and the list of questions */
  show(isTurned = false) {
    const ordering = focusedOrder();
    const parts = this.desk.rows.parts(this.state);
    this.showWords(parts);
    this.panel.show(this.state);
    this.columns.show(this.state);
    const { isAsking, chosen } = this.state;
    this.area.classList.toggle("matcha-fragar", isAsking);
    this.bar.hidden = this.columns.part.hidden = isAsking || !chosen.size;
    this.view.replaceChildren(...this.answers(parts));
    if (isTurned) this.focus(isAsking ? this.view.querySelector("h2") : this.ask);
    else if (ordering) this.focus(this.view.querySelector(ordering));
  }

  /** Paper gets every row. @param {boolean} isWhole */
  showWhole(isWhole) {
    const { isAsking, chosen } = this.state;
    if (isAsking || !chosen.size) return;
    this.view.replaceChildren(...this.tables.made(this.state, this.desk.rows.parts(this.state), isWhole));
  }

  /** @param {import("./rows.js").Parts} parts @returns {Node[]} */
  answers(parts) {
    if (this.state.isAsking) return [this.calls(parts)];
    return this.state.chosen.size ? this.tables.made(this.state, parts) : beginView(this.desk.source);
  }

  /** @param {Element | null} part */
  focus(part) {
    /** @type {HTMLElement | null} */ (part)?.focus();
  }

  /** @param {import("./rows.js").Parts} parts */
  showWords({ fits, maybe, near }) {
    const [passar, kan, nara] = [fits, maybe, near].map(({ length }) => inSwedish(length));
    const { chosen, unknown } = this.state;
    this.told.textContent = chosen.size ? fill(COUNT, { passar, kan, nara }) : BEGIN;
    this.wanted.textContent = this.chosenWords();
    this.fault.textContent = unknown.length ? fill(NOT_HERE, { val: unknown.join(", ") }) : "";
    this.ask.hidden = !fits.length && !maybe.length && !near.length;
    this.showPicked();
    this.tell("");
  }

  /** What is ticked decides what the list, the text and the sheet hold. */
  showPicked() {
    this.ask.textContent = this.askWords();
    this.limit.textContent = this.state.picked.length ? "Text och CSV: bara de valda." : "";
  }

  askWords() {
    const { length } = this.state.picked;
    return length ? `Frågelista (${length})` : `Frågelista för de ${FIRST_ASKED} första`;
  }

  chosenWords() {
    return chosenWords(this.state, this.desk.source);
  }

  /** The list of questions: of the places that are chosen, else of the first ones.
   * @param {import("./rows.js").Parts} parts */
  calls({ fits, maybe, near }) {
    const own = this.state.picked.flatMap((id) => this.desk.docOf(id) ?? []);
    const docs = own.length ? own : [...maybe, ...fits, ...near].slice(0, FIRST_ASKED);
    const text = () => callsText(calledPlaces(this.desk, this.state, docs));
    return callList(this.desk, this.state, docs, [
      button("Tillbaka till tabellen", () => this.set({ ...this.state, isAsking: false })),
      printButton("knapp"),
      copyButton(text, (said) => this.tell(said)),
    ]);
  }

  /** Every place of the table, also those further down; the chosen ones alone when some are chosen.
   * @returns {import("./told.js").Told[]} */
  toldPlaces() {
    const parts = this.desk.rows.parts(this.state);
    const { picked } = this.state;
    return PARTS.flatMap(({ id, title }) => parts[id].map((doc) => this.toldPlace(doc, title)))
      .filter(({ id }) => !picked.length || picked.includes(id));
  }

  /** @param {number} doc @param {string} group */
  toldPlace(doc, group) {
    const { id, heading, address } = this.desk.card(doc);
    const { missed, lines } = this.desk.rows.row(doc, this.state);
    const columns = this.desk.columnsOf(this.state);
    const cells = columns.map(({ titel, text }) => /** @type {[string, string]} */ ([titel, text(doc)]));
    return { id, group, name: heading, address: whole(address), answer: [...missed, ...lines], cells };
  }
}

/** Where the heading stands that was pressed, when the table is made anew. */
function focusedOrder() {
  const focused = document.activeElement;
  const part = focused?.closest("section")?.getAttribute("aria-labelledby");
  const order = focused?.getAttribute("data-ordning");
  return part && order ? `[aria-labelledby="${part}"] [data-ordning="${order}"]` : "";
}
