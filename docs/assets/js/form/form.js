// The form: which step is shown, what has been tried, and what follows from what stands in the form. What the form asks
// comes with the page as data; no field is named here. Nothing is sent anywhere: the draft lies in this browser until
// it is cleared.
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { makeCheck } from "../record/check.js";
import { judgeId, makeId } from "../record/identity.js";
import { referencesIn } from "../record/rules.js";
import { Draft, resumed } from "./draft.js";
import { controlAt, markFaults, summarise, summaryBox } from "./faults.js";
import { question } from "./field.js";
import { keyOf } from "./frame.js";
import { KnownRecords } from "./known.js";
import { LastStep, existingLine } from "./last.js";
import { DraftNotice } from "./notice.js";
import { draftBox, drawProgress, introduction, makeStep, overview } from "./parts.js";
import { Preview } from "./preview.js";
import { Suggestions } from "./suggestions.js";
import { clean, makeCleaning, placeInForm, spelledOut, tidied } from "./values.js";
import { partsFor, wantedIn, wantedNotice } from "./wanted.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./faults.js").PlacedFault} PlacedFault */
/** @typedef {import("./parts.js").Step} Step */
/** @typedef {import("../record/types.js").Data} Data */
/** `warnings` stop nobody. @typedef {{record: Data, faults: PlacedFault[], warnings: PlacedFault[]}} State */
/** Where the site sends proposals.
 * @typedef {{ny: string, redigera: string, brevlada: string, mest: number}} Destinations */
/** What the page carries.
 * @typedef {import("../record/types.js").EngineData & {format: number, steg: import("./parts.js").Part[],
 *   fil: {mapp: string, id: string, rot: string}, poster: string, kanda: string, skicka: Destinations}} FormData */

export const FORMAT = 9;
const LAST = {
  id: "skicka",
  titel: "Granska och skicka",
  text: "Läs igenom. Skicka sedan förslaget: någon läser det innan det visas.",
  falt: [],
};

export class Form {
  /** @param {HTMLElement} root @param {FormData} data @param {import("./start.js").Start} start */
  constructor(root, data, start) {
    this.data = data;
    this.start = { ...start, from: spelledOut(start.from, data.regel) };
    /** Fields that the address asks for, of a record that there is. @type {import("./wanted.js").Wanted} */
    this.wanted = wantedIn(new URLSearchParams(start.id ? location.search : ""), Object.keys(data.regel.properties));
    this.check = makeCheck(data);
    this.cleaning = makeCleaning(data, start.from);
    /** Steps that have been left or looked through: their faults are told. @type {Set<string>} */
    this.tried = new Set();
    /** Fields that have been changed. @type {Set<string>} */
    this.touched = new Set();
    this.draft = new Draft(location.pathname, location.search, (word) => this.tellDraft(word));
    this.saved = this.draft.load();
    this.notice = new DraftNotice(this.saved?.tid, () => this.clearDraft());
    this.values = resumed(this.saved, this.start.from);
    const { namn: chosen = "" } = this.saved ?? {};
    this.fileName = start.id ? "" : chosen;
    /** @type {import("./faults.js").Controls} */
    this.controls = new Map();
    this.voice = element("p", { class: "dold", role: "status" });
    this.summary = summaryBox();
    this.preview = new Preview(data);
    /** @type {HTMLElement | undefined} */
    this.drafts = undefined;
    this.known = new KnownRecords(new URL(data.kanda, location.href).href, FORMAT);
    this.hasAskedForIds = false;
    this.suggestions = new Suggestions({ post: () => this.otherRecords(), falt: async () => this.filledFields() });
    this.last = this.makeLast();
    this.steps = this.makeSteps();
    this.now = this.steps[0];
    this.lay(root);
    this.show(this.stepInAddress(), false);
    window.addEventListener("hashchange", () => this.show(this.stepInAddress(), true));
  }

  /** @param {HTMLElement} root */
  lay(root) {
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (this.now.id !== LAST.id) this.next();
    };
    const look = { novalidate: true, autocomplete: "off", submit };
    const form = element("form", look, ...this.steps.map((step) => step.section));
    const name = this.start.id ? this.nameOf(this.start.from) : null;
    this.drafts = this.makeDrafts();
    const asked = wantedNotice(this.wanted, this.start.id);
    root.replaceChildren(introduction(name), ...asked, this.notice.box, this.summary, overview(this.steps), form,
      this.preview.section, this.drafts, this.voice, ...Object.values(this.suggestions.lists));
  }

  makeDrafts() {
    return draftBox(this.draft, (record) => this.nameOf(record), () => this.clearDraft());
  }

  /** Another tab has done something with a draft. @param {import("./draft.js").Word} word */
  tellDraft(word) {
    this.notice.tell(word);
    if (!this.drafts || this.drafts.contains(document.activeElement)) return;
    const drafts = this.makeDrafts();
    this.drafts.replaceWith(drafts);
    this.drafts = drafts;
  }

  makeLast() {
    return new LastStep({
      data: this.data, start: this.start, known: this.known,
      name: () => this.fileName, setName: (name) => this.setFileName(name),
      clear: () => this.clearDraft(), say: (text) => this.say(text),
    });
  }

  makeSteps() {
    const { properties, required } = this.data.regel;
    const context = this.makeContext();
    const ask = (/** @type {string} */ name) => question(properties[name], [name], required.includes(name), context);
    return [...partsFor(this.data.steg, this.wanted), LAST].map((part, index) => {
      const isLast = part === LAST;
      return makeStep(part, index, isLast ? [this.last.box] : part.falt.map(ask), {
        back: index ? () => this.go(-1) : undefined,
        isOnward: !isLast,
        // Who corrects one thing need not walk through all the steps.
        last: isLast || !this.start.id || this.wanted.known.length ? undefined : () => this.goToLast(),
      });
    });
  }

  /** @param {any} record */
  nameOf(record) {
    return String(record?.[this.data.fil.id] ?? "") || "en verksamhet utan namn";
  }

  goToLast() {
    location.hash = `steg-${LAST.id}`;
  }

  /** @returns {import("./frame.js").Context} */
  makeContext() {
    return {
      data: this.data, values: this.values, controls: this.controls, suggestions: this.suggestions,
      changed: (path, isDone) => this.changed(path, isDone),
      say: (text) => this.say(text),
      tidy: (text, rule) => tidied(text, rule, this.cleaning, this.data.feltyp.menade),
    };
  }

  /** Records to point at: all but this one. @returns {Promise<import("./suggestions.js").Choice[] | null>} */
  async otherRecords() {
    const known = await this.known.load();
    const others = known?.records.filter((record) => record.id !== this.start.id);
    return others?.map(({ id, name, more }) => ({ value: id, name, more })) ?? null;
  }

  /** Fields to point at: those that are filled in. @returns {import("./suggestions.js").Choice[]} */
  filledFields() {
    const { record } = this.state();
    const fields = Object.entries(this.data.regel.properties).filter(([name]) => Object.hasOwn(record, name));
    return fields.map(([value, rule]) => ({ value, name: rule.title, more: "" }));
  }

  stepInAddress() {
    const wanted = location.hash.replace(/^#steg-/, "");
    return this.steps.find((step) => step.id === wanted) ?? this.steps[0];
  }

  /** @param {number} by */
  go(by) {
    location.hash = `steg-${this.steps[this.steps.indexOf(this.now) + by].id}`;
  }

  next() {
    this.tried.add(this.now.id);
    const state = this.state();
    this.draw(state);
    const faults = state.faults.filter((fault) => isOf(this.now, fault));
    if (faults.length) this.tellFaults(faults);
    else this.go(1);
  }

  /** @param {Step} now @param {boolean} focus */
  show(now, focus) {
    this.now = now;
    for (const step of this.steps) step.section.hidden = step !== now;
    this.summary.hidden = true;
    const isLast = now.id === LAST.id;
    if (isLast) for (const step of this.steps) this.tried.add(step.id);
    const state = this.state();
    this.draw(state);
    if (isLast && state.faults.length) this.tellFaults(state.faults);
    else if (focus) now.section.querySelector("h2")?.focus();
  }

  /** @param {Path} path @param {boolean} isDone */
  changed(path, isDone) {
    if (isDone) this.touched.add(keyOf(path));
    if (isDone && !this.start.id && path.length === 1 && path[0] === this.data.fil.id) this.lookForSame(path);
    this.draft.save(this.values, this.fileName, this.start.from);
    this.draw(this.state());
  }

  /** Is there a record of the same name? Better told now than after all the steps.
   * @param {Path} path of what the new file is named after */
  async lookForSame(path) {
    const known = await this.known.load();
    const box = controlAt(this.controls, path)?.box;
    const name = String(this.state().record[this.data.fil.id] ?? "");
    const { identitet: texts } = this.data;
    const found = name && known ? judgeId(makeId(name, texts.utan), known, texts) : null;
    box?.querySelector(".finns")?.remove();
    if (!known || !found?.existing) return;
    const line = existingLine(known, found.existing);
    box?.append(line);
    this.say(line.textContent ?? "");
  }

  /** @param {string} name of the new file */
  setFileName(name) {
    this.fileName = name;
    this.draft.save(this.values, this.fileName, this.start.from);
  }

  /** What stands in the form right now, and what is wrong with it. @returns {State} */
  state() {
    const { value, origin } = clean(this.values, this.data.regel, this.cleaning);
    const record = value ?? {};
    const around = { id: this.start.id || this.fileName, ids: this.known.ids, today: today() };
    const found = this.check(record, around).map(({ code, message, target, isWarning = false }) => {
      return { code, message, place: placeInForm(target, origin), isWarning };
    });
    const faults = found.filter((fault) => !fault.isWarning);
    return { record, faults, warnings: found.filter((fault) => fault.isWarning) };
  }

  /** Everything that follows from what stands in the form. @param {State} state */
  draw(state) {
    markFaults(this.controls, [...state.faults, ...state.warnings].filter((fault) => this.mayTell(fault)));
    for (const step of this.steps) drawProgress(step, this.progressOf(step, state));
    this.preview.draw(state.record);
    if (this.now.id === LAST.id) this.last.draw(state.record, state.faults.length);
    this.learnIds(state.record);
  }

  /** A reference can be judged when the ids have come: asked for once, when there is a reference.
   * @param {Data} record */
  async learnIds(record) {
    if (this.hasAskedForIds || !referencesIn(record, this.data.regel).length) return;
    this.hasAskedForIds = true;
    if (await this.known.load()) this.draw(this.state());
  }

  /** Nobody is told of a fault before they had a chance to write. @param {PlacedFault} fault */
  mayTell(fault) {
    const control = controlAt(this.controls, fault.place);
    const isTouched = control !== undefined && this.touched.has(keyOf(control.path));
    return isTouched || this.steps.some((step) => this.tried.has(step.id) && isOf(step, fault));
  }

  /** @param {Step} step @param {State} state */
  progressOf(step, state) {
    const faults = state.faults.filter((fault) => isOf(step, fault)).length;
    const filled = step.fields.filter((name) => Object.hasOwn(state.record, name)).length;
    return { faults: this.tried.has(step.id) ? faults : 0, filled, isNow: step === this.now };
  }

  /** @param {PlacedFault[]} faults */
  tellFaults(faults) {
    const title = (/** @type {Path} */ place) => this.data.regel.properties[place[0]]?.title ?? String(place[0] ?? "");
    summarise(this.summary, this.controls, faults, { title, jump: (place) => this.jump(place) });
  }

  /** @param {Path} place */
  jump(place) {
    const step = this.steps.find((one) => one.fields.includes(String(place[0])));
    if (step && step !== this.now) {
      history.pushState(null, "", `#steg-${step.id}`);
      this.show(step, false);
    }
    const control = controlAt(this.controls, place);
    control?.box.scrollIntoView({ block: "center" });
    control?.focus.focus();
  }

  clearDraft() {
    this.draft.clear();
    history.replaceState(null, "", location.pathname + location.search);
    location.reload();
  }

  /** @param {string} text for ears only */
  say(text) {
    this.voice.textContent = text;
  }
}

/** @param {Step} step @param {PlacedFault} fault */
const isOf = (step, fault) => step.fields.includes(String(fault.place[0]));
