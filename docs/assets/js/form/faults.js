// Faults as the writer meets them: at each question, and as a summary at the top with links (GOV.UK's pattern).
import { element } from "../core/element.js";
import { keyOf } from "./frame.js";

/** @typedef {import("./frame.js").Path} Path */
/** @typedef {import("./frame.js").Control} Control */
/** @typedef {Map<string, Control>} Controls */
/** `place` is where it stands in the form.
 * @typedef {{code: string, message: string, place: Path, isWarning: boolean}} PlacedFault */
/** @typedef {{title: (place: Path) => string, jump: (place: Path) => void}} Ways */

/** The control that stands nearest to a place. @param {Controls} controls @param {Path} place
 * @returns {Control | undefined} */
export function controlAt(controls, place) {
  for (let path = place; path.length; path = path.slice(0, -1)) {
    const found = controls.get(keyOf(path));
    if (found) return found;
  }
  return undefined;
}

/** What is folded away stands open. @param {HTMLElement | undefined} box */
function unfold(box) {
  for (let at = box?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
}

/** To a control, wherever it stands. @param {Control | undefined} control */
export function goTo(control) {
  unfold(control?.box);
  control?.box.scrollIntoView({ block: "center" });
  control?.focus.focus();
}

/** @param {Controls} controls @param {PlacedFault[]} faults those that may be told now */
export function markFaults(controls, faults) {
  /** @type {Map<Control | undefined, PlacedFault[]>} */
  const told = new Map();
  for (const fault of faults) {
    const control = controlAt(controls, fault.place);
    told.set(control, [...(told.get(control) ?? []), fault]);
  }
  for (const control of controls.values()) markOne(control, told.get(control) ?? []);
}

/** @param {Control} control @param {PlacedFault[]} told */
function markOne({ box, focus, fault }, told) {
  const isWrong = told.some((one) => !one.isWarning);
  const label = element("span", { class: isWrong ? "dold" : "" }, isWrong ? "Fel: " : "Obs: ");
  fault.hidden = told.length === 0;
  fault.replaceChildren(...(told.length ? [label, told.map((one) => one.message).join(" ")] : []));
  box.classList.toggle("har-fel", isWrong);
  if (isWrong) unfold(box);
  if (!focus.matches("input, select, textarea")) return;
  if (isWrong) focus.setAttribute("aria-invalid", "true");
  else focus.removeAttribute("aria-invalid");
}

export function summaryBox() {
  return element("div", { class: "felruta", tabindex: "-1", hidden: true, role: "group" });
}

/** @param {HTMLElement} box @param {Controls} controls @param {PlacedFault[]} faults @param {Ways} ways */
export function summarise(box, controls, faults, ways) {
  // In the order of the page, not of the check.
  const order = new Map([...controls.values()].map((control, index) => [control, index]));
  const placed = faults.map((fault) => ({ fault, control: controlAt(controls, fault.place) }));
  const at = (/** @type {Control | undefined} */ control) => (control ? (order.get(control) ?? -1) : -1);
  placed.sort((one, other) => at(one.control) - at(other.control));
  const count = faults.length === 1 ? "Ett fel att rätta" : `${faults.length} fel att rätta`;
  const items = placed.map(({ fault, control }) => summaryItem(fault, control, ways));
  box.replaceChildren(element("h2", { id: "fel-rubrik" }, count), element("ul", {}, ...items));
  box.setAttribute("aria-labelledby", "fel-rubrik");
  box.hidden = false;
  box.focus();
  box.scrollIntoView({ block: "start" });
}

/** @param {PlacedFault} fault @param {Control | undefined} target @param {Ways} ways */
function summaryItem(fault, target, ways) {
  const text = `${ways.title(fault.place)}: ${fault.message}`;
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    ways.jump(fault.place);
  };
  // A field of a step that is not laid out now: the way there lays it.
  const href = target ? `#${target.focus.id}` : "#";
  return element("li", {}, fault.place.length ? element("a", { href, click: go }, text) : text);
}
