// The page of the week plan. Its places are those of the reader's list, or of a link; what was chosen stands after the
// number sign of its address, which is never sent, and nothing of it is stored.
import { element } from "../core/element.js";
import { dayThatHolds } from "../core/freshness.js";
import { add, ids, isBlocked, onChange, remove } from "../list/list.js";
import { tellIn } from "../list/parts.js";
import { calendarView } from "./calendar-view.js";
import { daysView, summaryView } from "./days-view.js";
import { SECTIONS, emptyView, frameView } from "./frame-view.js";
import { weekOf } from "./model.js";
import { fillView, partsView } from "./parts-view.js";
import { placesView } from "./places-view.js";
import { putAt } from "./plan.js";
import { setForm } from "./set-view.js";
import { keyOf, readState, stateText } from "./state.js";
import { takeView } from "./take-view.js";

/** @typedef {import("./data.js").Pass} Pass */
/** @typedef {import("./data.js").Span} Span */
/** @typedef {import("./state.js").State} State */

const FORMAT = 1;
const FAILED = "Uppgifterna gick inte att hämta just nu. Ladda om sidan för ett nytt försök.";
const BY_LINK = "Den här veckan kom med en länk. Den ändrar inte din egen lista.";

/** @param {HTMLElement} area */
async function start(area) {
  const root = new URL(area.dataset.rot ?? "", location.href).href;
  try {
    const answer = await fetch(root + area.dataset.vecka);
    const data = /** @type {import("./data.js").WeekData} */ (await answer.json());
    if (data.format !== FORMAT) throw new Error(`format ${data.format}`);
    new WeekPage(area, data, root).show();
  } catch (fault) {
    area.replaceChildren(element("p", { class: "lista-varning", role: "alert" }, FAILED));
    throw fault;
  }
}

class WeekPage {
  /** @param {HTMLElement} area @param {import("./data.js").WeekData} data @param {string} root */
  constructor(area, data, root) {
    this.area = area;
    this.data = data;
    this.root = root;
    this.state = this.read();
    this.told = element("div", { class: "lista-besked skarm", role: "status" });
    this.set = setForm(data.dagar, (spans) => this.setTimes(spans));
    this.rooms = new Map(SECTIONS.map(({ name }) => [name, element("div", {})]));
    this.fill("satt", [this.set.form]);
    this.fill("ta-med", [takeView({
      week: () => this.week(),
      root,
      tell: (text) => this.tell(text),
      change: (from, weeks) => this.change({ start: from, weeks }),
    })]);
    onChange(() => this.show());
    window.addEventListener("hashchange", () => {
      this.state = this.read();
      this.show();
    });
  }

  /** The state of the address. A link to what is the reader's own list follows that. @returns {State} */
  read() {
    const state = readState(location.hash);
    return state.ids.join() === ids().join() ? { ...state, ids: [] } : state;
  }

  /** The ids of the week: those of a link, else of the reader's list. */
  ids() {
    return this.isLinked() ? this.state.ids : ids();
  }

  isLinked() {
    return this.state.ids.length > 0;
  }

  week() {
    return weekOf(this.data, this.ids(), this.state, dayThatHolds());
  }

  show() {
    const back = this.focusKept();
    const week = this.week();
    if (week.places.length || week.lost.length || week.passes.length) this.showWeek(week);
    else this.area.replaceChildren(...emptyView(this.root));
    back();
  }

  /** What brings the focus back to the control that had it, or to the heading above when that is gone. */
  focusKept() {
    const { activeElement: before } = document;
    const key = before instanceof HTMLElement && this.area.contains(before) ? before.dataset.nyckel : "";
    const heading = /** @type {HTMLElement | null} */ (before?.closest("section")?.querySelector("h2") ?? null);
    return () => {
      if (!key) return;
      const same = /** @type {HTMLElement | null} */ (this.area.querySelector(`[data-nyckel="${CSS.escape(key)}"]`));
      (same ?? heading)?.focus();
    };
  }

  /** @param {ReturnType<typeof weekOf>} week */
  showWeek(week) {
    if (!this.area.contains(this.told)) this.area.replaceChildren(this.told, ...frameView(this.rooms));
    this.set.offer(week.places);
    this.fill("veckan", [
      this.isLinked() && !isBlocked() ? element("p", {}, BY_LINK) : null,
      summaryView(week), week.held.length ? calendarView(week) : null, ...daysView(week, this.root),
    ]);
    this.fill("stallen", [placesView(week, {
      root: this.root,
      put: (pass, isIn) => this.put(pass, isIn),
      change: (pass) => this.set.take(pass),
      drop: (pass) => this.drop(pass),
      leave: (id) => this.leave(id),
    })]);
    this.fill("delar", [partsView(week)]);
    this.fill("fyll", fillView(week, {
      root: this.root,
      choose: (word, value) => this.change({ [word]: value }),
      add: (filling) => this.add(filling),
    }));
  }

  /** @param {string} name @param {(Node | null)[]} parts */
  fill(name, parts) {
    this.rooms.get(name)?.replaceChildren(...parts.filter((part) => part !== null));
  }

  /** @param {Partial<State>} changed */
  change(changed) {
    this.state = { ...this.state, ...changed };
    history.replaceState(null, "", stateText(this.state) || location.pathname + location.search);
    this.show();
  }

  /** @param {Span[]} spans */
  setTimes(spans) {
    const set = new Map([...this.state.set, ...spans].map((span) => [keyOf(span), span]));
    const before = this.state;
    this.change({ set: [...set.values()] });
    this.tell(spans.length === 1 ? "Tiden är inlagd." : "Tiderna är inlagda.", () => this.change(before));
  }

  /** @param {Pass} pass @param {boolean} isIn */
  put({ key }, isIn) {
    const [on, off] = [new Set(this.state.on), new Set(this.state.off)];
    (isIn ? on : off).add(key);
    (isIn ? off : on).delete(key);
    this.change({ on, off });
  }

  /** @param {Pass} pass */
  drop({ key }) {
    const before = this.state;
    this.change({ set: this.state.set.filter((span) => keyOf(span) !== key) });
    this.tell("Tiden är borttagen.", () => this.change(before));
  }

  /** The place comes at the free hours that it was offered for. @param {import("./fill.js").Filling} filling */
  add({ place, spans }) {
    const before = this.state;
    const isLinked = this.isLinked();
    if (!isLinked && !add(place.id)) return this.tell("Listan är full. Ta bort något i Min lista först.");
    this.change({ ...putAt(place, spans, before), ids: isLinked ? [...before.ids, place.id] : [] });
    this.tell(`${place.kallas} är med i veckan${isLinked ? "" : " och i Min lista"}.`, () => {
      this.change(before);
      if (!isLinked) remove(place.id);
    });
  }

  /** @param {string} id */
  leave(id) {
    const { ids: linked, set } = this.state;
    if (!linked.length) remove(id);
    this.change({ ids: linked.filter((one) => one !== id), set: set.filter((span) => span.id !== id) });
    this.tell("Det är borttaget.");
  }

  /** @param {string} text @param {() => void} [undo] */
  tell(text, undo) {
    tellIn(this.told, text, undo, "#rubrik-veckan");
  }
}

const area = /** @type {HTMLElement | null} */ (document.querySelector("[data-vecka]"));
if (area) start(area);
