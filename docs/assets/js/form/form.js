// The form: which step is shown, what has been tried, and what follows from what stands in the form. What the form asks
// comes with the page as data; no field is named here. Nothing is sent anywhere: the draft lies in this browser until
// it is cleared.
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { makeCheck } from "../record/check.js";
import { referencesIn } from "../record/rules.js";
import { Draft, resumed } from "./draft.js";
import { controlAt, goTo, markFaults, summarise, summaryBox } from "./faults.js";
import { keyOf } from "./frame.js";
import { KnownRecords } from "./known.js";
import { LastStep } from "./last.js";
import { DraftNotice } from "./notice.js";
import { draftBox, drawProgress, introduction, overview } from "./parts.js";
import { filledFields, otherRecords } from "./pointing.js";
import { Preview } from "./preview.js";
import { SameNotice } from "./same.js";
import { LAST, stepsFor } from "./steps.js";
import { Suggestions } from "./suggestions.js";
import { clean, makeCleaning, placeInForm, spelledOut, tidied, visible } from "./values.js";
import { wantedIn, wantedNotice } from "./wanted.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./faults.js").PlacedFault} PlacedFault */
/** @typedef {import("./parts.js").Step} Step */
/** @typedef {import("../record/types.js").Data} Data */
/** `warnings` stop nobody. @typedef {{record: Data, faults: PlacedFault[], warnings: PlacedFault[]}} State */
/** Where the site sends proposals.
 * @typedef {import("./send.js").Destinations} Destinations */
/** What the page carries.
 * @typedef {import("../record/types.js").EngineData & {format: number, steg: import("./parts.js").Part[],
 *   viktigast: import("./short.js").ShortPart, nytt: Data,
 *   fil: {mapp: string, id: string, rot: string}, poster: string, kanda: string, skicka: Destinations}} FormData */

export const FORMAT = 11;

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
    /** @type {HTMLElement | undefined} */
    this.drafts = undefined;
    this.known = new KnownRecords(new URL(data.kanda, location.href).href, FORMAT);
    this.preview = new Preview(data, this.known);
    this.hasAskedForIds = false;
    this.suggestions = new Suggestions({
      post: () => otherRecords(this.known, start.id),
      falt: async () => filledFields(this.state().record, data),
    });
    this.same = this.makeSame();
    this.last = this.makeLast();
    this.root = root;
    /** Are all fields asked for? A new entry begins with what matters most. */
    this.isWhole = Boolean(start.id) || isInAll(idInAddress(), data);
    this.steps = this.makeSteps();
    this.now = this.steps[0];
    this.lay();
    this.show(this.stepInAddress(), false);
    window.addEventListener("hashchange", () => this.follow());
  }

  lay() {
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (this.now.id !== LAST.id) this.next();
      else if (this.wanted.known.length) this.show(this.now, true);
    };
    const look = { novalidate: true, autocomplete: "off", submit };
    const form = element("form", look, ...this.steps.map((step) => step.section));
    const name = this.start.id ? this.nameOf(this.start.from) : null;
    this.drafts = this.makeDrafts();
    const asked = wantedNotice(this.wanted, this.start.id);
    const way = this.start.id ? "" : this.isWhole ? this.data.viktigast.id : this.data.steg[0].id;
    const steps = this.wanted.known.length ? null : overview(this.steps, way, this.isWhole);
    const above = [introduction(name), ...asked, this.notice.box, this.summary, ...(steps ? [steps] : [])];
    const below = [this.preview.section, this.drafts, this.voice, ...Object.values(this.suggestions.lists)];
    this.root.replaceChildren(...above, form, ...below);
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
    this.controls.clear();
    return stepsFor({
      data: this.data, wanted: this.wanted, isNew: !this.start.id, isWhole: this.isWhole, last: this.last.box,
      context: this.makeContext(), back: () => this.go(-1),
      toLast: () => this.goTo(this.steps[this.steps.length - 1], true),
    });
  }

  /** A step of the other way to ask lays the form anew: what was written stands in the values. */
  follow() {
    const id = idInAddress();
    const isFirst = ["", this.data.viktigast.id].includes(id); // where a new entry begins
    const isOther = this.isWhole ? isFirst && !this.start.id : isInAll(id, this.data);
    if (isOther) {
      this.isWhole = !this.isWhole;
      this.steps = this.makeSteps();
      this.lay();
    }
    this.show(this.stepInAddress(), true);
  }

  makeSame() {
    const { mapp, id } = this.data.fil;
    const said = (/** @type {string} */ name) => String(this.values[name] ?? "");
    return new SameNotice({
      known: this.known, name: () => said(id), district: () => said(mapp),
      place: () => controlAt(this.controls, [id])?.box, say: (text) => this.say(text),
    });
  }

  /** @param {any} record */
  nameOf(record) {
    return String(record?.[this.data.fil.id] ?? "") || "en verksamhet utan namn";
  }

  /** @returns {import("./frame.js").Context} */
  makeContext() {
    return {
      data: this.data, values: this.values, controls: this.controls, suggestions: this.suggestions,
      changed: (path, isDone) => this.changed(path, isDone),
      say: (text) => this.say(text),
      tidy: (text, rule) => tidied(text, rule, this.cleaning),
      plain: (text) => visible(text, this.cleaning),
    };
  }

  stepInAddress() {
    const wanted = idInAddress();
    return this.steps.find((step) => step.id === wanted) ?? this.steps[0];
  }

  /** @param {number} by */
  go(by) {
    this.goTo(this.steps[this.steps.indexOf(this.now) + by], true);
  }

  /** At once: an address that is set alone is followed a moment later, and a press in between would be lost.
   * @param {Step} step @param {boolean} focus */
  goTo(step, focus) {
    history.pushState(null, "", `#steg-${step.id}`);
    this.show(step, focus);
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
    const isOneScreen = this.wanted.known.length > 0; // what is asked for stays above its review
    for (const step of this.steps) step.section.hidden = step !== now && !(isOneScreen && now.id === LAST.id);
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
    if (!this.start.id && Object.values(this.data.fil).includes(String(path[0]))) this.same.soon();
    this.draft.save(this.values, this.fileName, this.start.from);
    this.draw(this.state());
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

  /** A reference can be judged when the ids have come: asked for once. @param {Data} record */
  async learnIds(record) {
    if (this.hasAskedForIds || !referencesIn(record, this.data.regel).length) return;
    this.hasAskedForIds = true;
    const isLate = (await this.known.load()) && this.now.id === LAST.id; // who came there before the ids is told too
    isLate ? this.show(this.now, false) : this.draw(this.state());
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
    const isHere = this.steps.some((one) => one.fields.includes(String(place[0])));
    if (!isHere && !this.isWhole) {
      history.pushState(null, "", `#steg-${this.data.steg.find((one) => one.falt.includes(String(place[0])))?.id}`);
      this.follow();
    }
    const step = this.steps.find((one) => one.fields.includes(String(place[0])));
    if (step?.section.hidden) this.goTo(step, false);
    goTo(controlAt(this.controls, place));
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

/** @param {string} id of a step @param {FormData} data */
const isInAll = (id, data) => data.steg.some((step) => step.id === id);

const idInAddress = () => location.hash.replace(/^#steg-/, "");

/** @param {Step} step @param {PlacedFault} fault */
const isOf = (step, fault) => step.fields.includes(String(fault.place[0]));
