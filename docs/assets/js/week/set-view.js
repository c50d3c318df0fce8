// The form in which the one who plans sets a time: place, days, from, to. Made once, so that nobody loses what they
// have begun; there is no field for words.
import { element } from "../core/element.js";
import { MIDNIGHT, inField, minutesOf } from "./clock.js";
import { OTHER } from "./model.js";

/** @typedef {import("./data.js").Span} Span */
/** @typedef {import("./data.js").PlaceData} PlaceData */

const NO_DAY = "Välj minst en dag.";
const NO_TIME = "Fyll i när det börjar och när det slutar.";
const NO_LENGTH = "Det måste sluta senare än det börjar.";
const FAULT = "vecka-satt-fel";

/** @param {string[]} names of the days @param {(spans: Span[]) => void} onSet */
export function setForm(names, onSet) {
  const place = element("select", { id: "vecka-stalle" });
  const days = names.map((_, day) => element("input", { type: "checkbox", id: `vecka-dag-${day}`, value: day }));
  const [from, to] = ["fran", "till"].map((id) =>
    element("input", { type: "time", id: `vecka-${id}`, step: 300, "aria-describedby": FAULT }));
  const fault = element("p", { id: FAULT, class: "vecka-fel", role: "alert" });
  const form = element("form", { class: "vecka-form skarm", novalidate: true, submit: send },
    field("Ställe", place),
    element("fieldset", {}, element("legend", {}, "Dagar"), element("div", { class: "vecka-dagval" },
      ...days.map((box, day) => element("label", { for: box.id }, box, ` ${names[day]}`)))),
    element("div", { class: "vecka-klockslag" }, field("Från", from), field("Till", to)),
    fault,
    element("button", { type: "submit", class: "knapp" }, "Lägg in tiden"));

  /** @param {Event} event */
  function send(event) {
    event.preventDefault();
    const chosen = days.filter((box) => box.checked).map((box) => Number(box.value));
    const [start, last] = [minutesOf(from.value), minutesOf(to.value)];
    const end = last === 0 ? MIDNIGHT : last; // a clock's field says 00:00
    const [text, at] = faultOf(chosen, start, end);
    fault.textContent = text;
    if (at) return /** @type {HTMLElement} */ ({ day: days[0], from, to }[at]).focus();
    for (const box of days) box.checked = false;
    onSet(chosen.map((day) => ({ id: place.value, day, from: start ?? 0, to: end ?? 0 })));
  }

  /** The places that can be chosen, in order. @param {PlaceData[]} places */
  function offer(places) {
    const before = place.options.length ? place.value : null;
    const offered = [...places.filter(({ marke }) => !marke), OTHER];
    place.replaceChildren(...offered.map(({ id, kallas }) => element("option", { value: id }, kallas)));
    place.value = (offered.find(({ id }) => id === before) ?? offered[0]).id;
  }

  /** Take up a time, to be made another. @param {Span} span */
  function take(span) {
    place.value = span.id;
    for (const box of days) box.checked = Number(box.value) === span.day;
    [from.value, to.value] = [inField(span.from), inField(span.to % MIDNIGHT)];
    fault.textContent = "";
    from.focus();
  }
  return { form, offer, take };
}

/** What is wrong, and where. @param {number[]} days @param {number | null} from @param {number | null} to
 * @returns {[string, "" | "day" | "from" | "to"]} */
function faultOf(days, from, to) {
  if (!days.length) return [NO_DAY, "day"];
  if (from === null || to === null) return [NO_TIME, from === null ? "from" : "to"];
  return to <= from ? [NO_LENGTH, "to"] : ["", ""];
}

/** @param {string} title @param {HTMLElement} control */
const field = (title, control) =>
  element("div", { class: "vecka-falt" }, element("label", { for: control.id }, title), control);
