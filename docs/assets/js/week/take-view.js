// What can be taken along: a calendar file, the paper, the text, a link. Nothing is sent.
import { copyText, copyWords } from "../core/copy.js";
import { now } from "../core/day.js";
import { element } from "../core/element.js";
import { calendarFile, laterDay } from "./ics.js";
import { placeOf } from "./model.js";
import { ageText, weekText } from "./said.js";
import { isDate, stateText } from "./state.js";

/** @typedef {import("./model.js").Week} Week */

const NAME = "veckoplan.ics";
const LENGTHS = /** @type {[string, string][]} */ ([
  ["0", "Tills vidare"], ["4", "4 veckor"], ["12", "12 veckor"], ["26", "26 veckor"], ["52", "52 veckor"],
]);

/** @param {() => Week} week as it is when a button is pressed
 * @param {{root: string, tell: (text: string) => void, change: (start: string, weeks: number) => void}} doing */
export function takeView(week, { root, tell, change }) {
  const { state, day } = week();
  const start = element("input", { type: "date", id: "vecka-start", value: state.start || laterDay(day, 1), change: keep });
  const weeks = element("select", { id: "vecka-veckor", change: keep }, ...lengthsWith(state.weeks).map(([value, text]) =>
    element("option", { value, selected: value === String(state.weeks) }, text)));
  function keep() {
    change(isDate(start.value) ? start.value : "", Number(weeks.value));
  }
  return element("div", {},
    element("div", { class: "vecka-klockslag" },
      element("div", { class: "vecka-falt" }, element("label", { for: start.id }, "Första dagen"), start),
      element("div", { class: "vecka-falt" }, element("label", { for: weeks.id }, "Hur länge"), weeks)),
    element("div", { class: "lista-gor" },
      button("Ladda ner till kalendern", () => {
        const file = calendarOf(week(), { root, start: isDate(start.value) ? start.value : laterDay(day, 1) });
        if (file) download(file);
        tell(file ? `Filen ${NAME} är nedladdad. Öppna den i din kalender.` : "Det finns ingen tid i veckan att ladda ner.");
      }),
      button("Skriv ut underlaget", () => window.print()),
      button("Kopiera som text", async () => tell(copyWords(await copyText(weekText(week()))))),
      button("Kopiera länk till veckan", async () => {
        const link = linkTo(week());
        const isCopied = await copyText(link);
        tell(isCopied ? "Länken är kopierad. Den har ställena och tiderna i sig, och inget om någon person."
          : `${copyWords(false)} ${link}`);
      })));
}

/** @param {number} weeks @returns {[string, string][]} */
const lengthsWith = (weeks) => (LENGTHS.some(([value]) => value === String(weeks)) ? LENGTHS
  : [...LENGTHS, [String(weeks), `${weeks} veckor`]]);

/** @param {Week} week */
const linkTo = ({ state, places }) =>
  location.href.split("#", 1)[0] + stateText({ ...state, ids: places.map(({ id }) => id) });

/** The week as a calendar file; "" when nothing is in it. @param {Week} week @param {{root: string, start: string}} to */
function calendarOf(week, { root, start }) {
  const held = week.held.filter(({ id }) => id);
  const events = held.map((pass) => {
    const place = placeOf(week, pass.id);
    const said = pass.isSet ? "Tiden är satt av den som planerar." : "Tiden står i katalogen. Kontrollera den med stället.";
    const text = [said, pass.what, pass.isSeldom ? "Inte varje vecka." : "", pass.isSet ? "" : ageText(place, week.day)];
    const link = root.startsWith("http") ? `${root}verksamhet/${place.id}/` : "";
    return { span: pass, title: place.kallas, text: text.filter(Boolean).join("\n"), where: place.dar ?? "", link };
  });
  const host = new URL(root).host || "hitta-sysselsattning";
  return events.length ? calendarFile(events, { start, weeks: week.state.weeks, moment: now(), host }) : "";
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
