// The week as a picture, for those who see it: a column a day, a box a pass, as high as it is long. The list of days
// says the same in words, so this one is not read out.
import { element } from "../core/element.js";
import { inLanes } from "./lanes.js";
import { clockText } from "./clock.js";
import { placeOf } from "./model.js";
import { DAYS } from "./reckon.js";
import { timeText } from "./said.js";

/** @typedef {import("./model.js").Week} Week */

const HOUR = 60;
const [FIRST, LAST] = [8, 17]; // hours that are always shown
const WORKDAYS = 5;
const NARROW = 3; // so many beside each other leave little room for letters

/** @param {Week} week */
export function calendarView(week) {
  const { held, data } = week;
  const first = Math.min(FIRST, ...held.map(({ from }) => Math.floor(from / HOUR)));
  const last = Math.max(LAST, ...held.map(({ to }) => Math.ceil(to / HOUR)));
  const days = DAYS.filter((day) => day < WORKDAYS || held.some((pass) => pass.day >= WORKDAYS));
  const hours = Array.from({ length: last - first }, (_, at) => first + at);
  const picture = element("div", { class: "vecka-bild", "aria-hidden": "true" },
    element("div", { class: "vecka-timmar" },
      ...hours.map((hour) => element("span", {}, clockText(hour * HOUR)))),
    ...days.map((day) => column(week, day, first * HOUR, data.kort[day])));
  picture.style.setProperty("--timmar", String(hours.length));
  picture.style.setProperty("--dagar", String(days.length));
  return picture;
}

/** @param {Week} week @param {number} day @param {number} first minute of the picture @param {string} name */
function column(week, day, first, name) {
  const clashing = new Set(week.clashes.filter((clash) => clash.day === day).flatMap(({ ids }) => ids));
  const passes = week.held.filter((pass) => pass.day === day);
  return element("div", { class: "vecka-spalt" },
    element("span", { class: "vecka-spalt-namn" }, name),
    element("div", { class: "vecka-rutor" }, ...inLanes(passes).map(({ pass, lane, lanes }) => {
      const box = element("div", { class: look(pass, clashing.has(pass.id), lanes) },
        element("p", {}, element("b", {}, timeText(pass)), ` ${placeOf(week, pass.id).kallas}`));
      const places = { fran: (pass.from - first) / HOUR, langd: (pass.to - pass.from) / HOUR, fil: lane, filer: lanes };
      for (const [word, value] of Object.entries(places)) box.style.setProperty(`--${word}`, String(value));
      return box;
    })));
}

/** @param {import("./data.js").Pass} pass @param {boolean} isClashing @param {number} lanes */
const look = ({ isSet, id }, isClashing, lanes) => [
  "vecka-pass", isSet ? "vecka-satt" : "", id ? "" : "vecka-annat", isClashing ? "vecka-krock" : "",
  lanes >= NARROW ? "vecka-smal" : "",
].filter(Boolean).join(" ");
