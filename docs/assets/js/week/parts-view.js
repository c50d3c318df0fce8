// Which parts of the support the week covers, and which places would fill its free hours.
import { element } from "../core/element.js";
import { spanText } from "./clock.js";
import { TIMES } from "./fill.js";
import { areaOf } from "./model.js";
import { daysText } from "./plan.js";
import { ageText, capital, wayText } from "./said.js";

/** @typedef {import("./model.js").Week} Week */
/** @typedef {import("./data.js").PlaceData} PlaceData */

const NOTHING =
  "Vi vet inget ställe med kända tider som passar då. Många ställen har inga kända tider: fråga dem.";

/** @param {Week} week */
export function partsView({ data, covers }) {
  return element("ul", { class: "vecka-delar" }, ...data.delar.map(([, title, meaning], part) => {
    const { stated, byType, waiting } = covers[part];
    const told = [...stated.map(({ kallas }) => kallas), ...byType.map(({ kallas }) => `${kallas} (efter typen)`)];
    return element("li", { class: told.length ? "vecka-finns" : "vecka-saknas" },
      element("h3", {}, title), element("p", { class: "not" }, meaning),
      element("p", {}, told.length ? `Finns: ${told.join(", ")}` : "Saknas i veckan."),
      waiting.length && !told.length
        ? element("p", {}, `I listan, men utan tid: ${waiting.map(({ kallas }) => kallas).join(", ")}`) : null);
  }));
}

/** @param {Week} week @param {{root: string, choose: (word: "way" | "when", value: string) => void,
 *   add: (place: PlaceData) => void}} doing */
export function fillView(week, { root, choose, add }) {
  const { data, state, fillings } = week;
  const times = TIMES.map(([word, title]) => /** @type {[string, string]} */ ([word, title]));
  return [
    element("div", { class: "vecka-klockslag" },
      chooser("När", "nar", times, state.when, (value) => choose("when", value)),
      chooser("Väg in", "vag", [["", "Alla vägar in"], ...data.vagar], state.way, (value) => choose("way", value))),
    fillings.length ? element("ol", { class: "vecka-forslag" }, ...fillings.map((filling) =>
      fillingItem(week, filling, root, add))) : element("p", {}, NOTHING),
  ];
}

/** @param {string} title @param {string} id @param {[string, string][]} values @param {string} chosen
 * @param {(value: string) => void} onChoose */
function chooser(title, id, values, chosen, onChoose) {
  const select = element("select",
    {
      id: `vecka-${id}`,
      "data-nyckel": `val-${id}`,
      change: () => {
        onChoose(select.value);
      },
    },
    ...values.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  return element("div", { class: "vecka-falt" }, element("label", { for: select.id }, title), select);
}

/** @param {Week} week @param {import("./fill.js").Filling} filling @param {string} root
 * @param {(place: PlaceData) => void} add */
function fillingItem(week, { place, spans, stated, byType }, root, add) {
  const parts = [...stated.map((part) => week.data.delar[part][1]),
    ...byType.map((part) => `${week.data.delar[part][1].toLowerCase()} (efter typen)`)];
  const age = ageText(place, week.day);
  return element("li", { class: "kort" },
    element("h3", {}, element("a", { href: `${root}verksamhet/${place.id}/` }, place.kallas)),
    element("p", {}, `${capital(spansText(week, spans))}. ${areaOf(week, place)}. ${wayText(week, place)}.`),
    parts.length ? element("p", {}, `Täcker det som saknas: ${parts.join(", ").toLowerCase()}.`) : null,
    age ? element("p", { class: "not" }, age) : null,
    element("button",
      { type: "button", class: "knapp knapp-tyst", "data-nyckel": `till-${place.id}`, click: () => add(place) },
      "Lägg till i veckan", element("span", { class: "dold" }, `: ${place.kallas}`)));
}

/** Days with the same hours together. @param {Week} week @param {import("./data.js").Span[]} spans */
function spansText({ data }, spans) {
  /** @type {Map<string, number[]>} */
  const days = new Map();
  for (const { day, from, to } of spans) {
    const told = spanText(from, to);
    days.set(told, [...(days.get(told) ?? []), day]);
  }
  return [...days].map(([told, held]) => `${daysText(held, data.dagar)} ${told}`).join(", ");
}
