// What can be taken along: a calendar file, the text, a link. Nothing is sent.
import { copyText, copyWords } from "../core/copy.js";
import { now } from "../core/day.js";
import { element } from "../core/element.js";
import { calendarFile, laterDay } from "./ics.js";
import { placeOf } from "./model.js";
import { ageText, weekText } from "./said.js";
import { isDate, stateText } from "./state.js";

/** @typedef {import("./model.js").Week} Week */
/** `week`: as it is when a button is pressed.
 * @typedef {object} Doing
 * @property {() => Week} week
 * @property {string} root
 * @property {(text: string) => void} tell
 * @property {(start: string, weeks: number) => void} change */

const NAME = "veckoplan.ics";
const DONE = `Filen ${NAME} är nedladdad. Öppna den i din kalender.`;
const NOTHING = "Det finns ingen tid i veckan att ladda ner.";
const LINKED = "Länken är kopierad. Den har ställena och tiderna i sig, och inget om någon person.";
const SET = "Tiden är satt av den som planerar.";
const SAID = "Tiden står i katalogen. Kontrollera den med stället.";
const LENGTHS = /** @type {[string, string][]} */ ([
  ["0", "Tills vidare"], ["4", "4 veckor"], ["12", "12 veckor"], ["26", "26 veckor"], ["52", "52 veckor"],
]);

/** @param {Doing} doing */
export function takeView(doing) {
  const { week, tell } = doing;
  const { frame, first } = frameFields(doing);
  return element("div", {},
    frame,
    element("div", { class: "lista-gor" },
      button("Ladda ner till kalendern", () => {
        const file = calendarOf(week(), doing.root, first());
        if (file) download(file);
        tell(file ? DONE : NOTHING);
      }),
      button("Kopiera som text", async () => tell(copyWords(await copyText(weekText(week()))))),
      button("Kopiera länk till veckan", async () => {
        const link = linkTo(week());
        tell(await copyText(link) ? LINKED : `${copyWords(false)} ${link}`);
      })));
}

/** Which day the calendar begins, and for how long. @param {Doing} doing */
function frameFields({ week, change }) {
  const { state, day } = week();
  const start = element("input", { type: "date", id: "vecka-start", value: state.start || laterDay(day, 1) });
  const weeks = element("select", { id: "vecka-veckor" }, ...lengthsWith(state.weeks).map(([value, text]) =>
    element("option", { value, selected: value === String(state.weeks) }, text)));
  for (const control of [start, weeks]) {
    control.addEventListener("change", () => change(isDate(start.value) ? start.value : "", Number(weeks.value)));
  }
  const fields = /** @type {[string, HTMLElement][]} */ ([["Första dagen", start], ["Hur länge", weeks]]);
  const frame = element("div", { class: "vecka-klockslag" }, ...fields.map(([title, control]) =>
    element("div", { class: "vecka-falt" }, element("label", { for: control.id }, title), control)));
  return { frame, first: () => (isDate(start.value) ? start.value : laterDay(day, 1)) };
}

/** @param {number} weeks @returns {[string, string][]} */
const lengthsWith = (weeks) => (LENGTHS.some(([value]) => value === String(weeks)) ? LENGTHS
  : [...LENGTHS, [String(weeks), `${weeks} veckor`]]);

/** @param {Week} week */
const linkTo = ({ state, places }) =>
  location.href.split("#", 1)[0] + stateText({ ...state, ids: places.map(({ id }) => id) });

/** The week as a calendar file; "" when nothing is in it. @param {Week} week @param {string} root
 * @param {string} start ISO date */
function calendarOf(week, root, start) {
  const events = week.held.filter(({ id }) => id).map((pass) => eventOf(week, pass, root));
  const host = new URL(root).host || "hitta-sysselsattning";
  return events.length ? calendarFile(events, { start, weeks: week.state.weeks, moment: now(), host }) : "";
}

/** @param {Week} week @param {import("./data.js").Pass} pass @param {string} root
 * @returns {import("./ics.js").Event} */
function eventOf(week, pass, root) {
  const place = placeOf(week, pass.id);
  const seldom = pass.isSeldom ? "Inte varje vecka." : "";
  const told = pass.isSet ? [SET] : [SAID, pass.what, seldom, ageText(place, week.day)];
  const link = root.startsWith("http") ? `${root}verksamhet/${place.id}/` : "";
  const text = told.filter(Boolean).join("\n");
  return { span: pass, title: place.kallas, text, where: place.dar ?? "", link };
}

/** @param {string} text */
function download(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  const link = element("a", { href: address, download: NAME });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** @param {string} text @param {() => unknown} click */
const button = (text, click) => element("button", { type: "button", class: "knapp knapp-tyst", click }, text);
