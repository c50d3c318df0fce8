// Which parts of the support the week covers, and which places would fill its free hours.
import { element } from "../core/element.js";
import { spanText } from "./clock.js";
import { areaOf } from "./model.js";
import { daysText } from "./plan.js";
import { ageText, capital, togetherText, wayText } from "./said.js";

/** @typedef {import("./model.js").Week} Week */

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
 *   add: (filling: import("./fill.js").Filling) => void}} doing */
export function fillView(week, { root, choose, add }) {
  const { data, state, fillings, fillable } = week;
  const times = week.times.map(([word, title]) => /** @type {[string, string]} */ ([word, title]));
  return [
    element("div", { class: "vecka-klockslag" },
      chooser("När", "nar", times, state.when, (value) => choose("when", value)),
      chooser("Väg in", "vag", [["", "Alla vägar in"], ...data.vagar], state.way, (value) => choose("way", value))),
    fillings.length ? element("ol", { class: "vecka-forslag" }, ...fillings.map((filling) =>
      fillingItem(week, filling, root, add))) : element("p", {}, NOTHING),
    fillable > fillings.length
      ? element("p", {}, `De ${fillings.length} första av ${fillable}. `,
        element("a", { href: `${root}oppet/` }, "Se alla, dag för dag")) : null,
    clocklessView(week, root),
  ];
}

/** Those that may be open then: to be asked, so that nobody is left out for an hour that is not known.
 * @param {Week} week @param {string} root */
function clocklessView(week, root) {
  const { data, time, clockless } = week;
  if (!clockless.length) return null;
  const [, , [day]] = time;
  const told = clockless.length === 1 ? "Ett ställe" : `${clockless.length} ställen`;
  return element("details", { class: "vecka-oklart" },
    element("summary", { "data-nyckel": "utan-klockslag" },
      `${told} till har öppet på ${data.dagar[day].toLowerCase()}ar. Vi vet inte när på dagen: fråga dem.`),
    element("ul", {}, ...clockless.map((place) => element("li", {},
      element("a", { href: `${root}verksamhet/${place.id}/` }, place.kallas),
      `, ${areaOf(week, place)}`))));
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
 * @param {(filling: import("./fill.js").Filling) => void} add */
function fillingItem(week, filling, root, add) {
  const { place, spans, stated, byType } = filling;
  const parts = [...stated.map((part) => week.data.delar[part][1]),
    ...byType.map((part) => `${week.data.delar[part][1].toLowerCase()} (efter typen)`)];
  const [age, together] = [ageText(place, week.day), togetherText(week, place)];
  return element("li", { class: "kort" },
    element("h3", {}, element("a", { href: `${root}verksamhet/${place.id}/` }, place.kallas)),
    element("p", {}, `${capital(spansText(week, spans))}. ${areaOf(week, place)}. ${wayText(week, place)}.`),
    parts.length ? element("p", {}, `Täcker det som saknas: ${parts.join(", ").toLowerCase()}.`) : null,
    together ? element("p", {}, together) : null,
    age ? element("p", { class: "not" }, age) : null,
    element("button",
      { type: "button", class: "knapp knapp-tyst", "data-nyckel": `till-${place.id}`, click: () => add(filling) },
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
