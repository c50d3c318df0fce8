// The places of the week with their times: those of the record, to be put in or taken out, and those set by hand.
import { element } from "../core/element.js";
import { lengthText } from "./clock.js";
import { areaOf, placeOf } from "./model.js";
import { looseTexts, objection } from "./plan.js";
import { timeAt } from "./reckon.js";
import { ageText, amountText, capital, noticeText, timeText, togetherText, wayText } from "./said.js";

/** @typedef {import("./model.js").Week} Week */
/** @typedef {import("./data.js").Pass} Pass */
/** @typedef {import("./data.js").PlaceData} PlaceData */
/** `put` puts a record's time in or out, `change` takes it up in the form, `drop` takes away one that was set, `leave`
 * a place.
 * @typedef {object} Doing
 * @property {string} root
 * @property {(pass: Pass, isIn: boolean) => void} put
 * @property {(pass: Pass) => void} change
 * @property {(pass: Pass) => void} drop
 * @property {(id: string) => void} leave */

const ASK = "Fråga dem, och lägg in tiden själv.";

/** @param {Week} week @param {Doing} doing */
export function placesView(week, doing) {
  const others = week.passes.filter(({ id }) => !id);
  return element("ul", { class: "vecka-stallen" },
    ...week.places.map((place) => placeItem(week, place, doing)),
    others.length ? element("li", { class: "kort" }, element("h3", {}, placeOf(week, "").kallas),
      element("ul", { class: "vecka-tider" }, ...others.map((pass) => setItem(week, pass, doing)))) : null,
    ...week.lost.map((id) => element("li", { class: "kort" }, element("h3", {}, id),
      element("p", {}, "Finns inte längre i katalogen. Ordet är det som stod i sidans adress."),
      quiet("Ta bort", `bort-${id}`, () => doing.leave(id), id))));
}

/** @param {Week} week @param {PlaceData} place @param {Doing} doing */
function placeItem(week, place, doing) {
  const own = week.passes.filter(({ id }) => id === place.id);
  const [set, said] = [own.filter(({ isSet }) => isSet), own.filter(({ isSet }) => !isSet)];
  const minutes = timeAt(week.held, place.id);
  const loose = looseTexts(place, week.data.dagar);
  const told = [noticeText(place, week.day), amountText(place, minutes), togetherText(week, place)].filter(Boolean);
  return element("li", { class: "kort" },
    element("h3", {}, element("a", { href: `${doing.root}verksamhet/${place.id}/` }, place.kallas)),
    element("p", {}, place.marke ? `${areaOf(week, place)}.` : `${areaOf(week, place)}. ${wayText(week, place)}.`,
      minutes ? ` ${capital(lengthText(minutes))} i veckan.` : ""),
    place.marke ? element("p", { class: "kort-marke" }, place.marke) : null,
    ...told.map((text) => element("p", {}, text)),
    set.length ? element("ul", { class: "vecka-tider" }, ...set.map((pass) => setItem(week, pass, doing))) : null,
    said.length ? saidTimes(week, place, said, doing) : null,
    loose.length ? element("p", {}, `Utan klockslag: ${loose.join(", ")}. ${ASK}`) : null,
    place.rader || place.marke || set.length ? null : element("p", {}, `Vi vet inte tiderna. ${ASK}`));
}

/** @param {Week} week @param {PlaceData} place @param {Pass[]} said @param {Doing} doing */
function saidTimes(week, place, said, doing) {
  const age = ageText(place, week.day);
  return element("fieldset", { class: "vecka-oppet" },
    element("legend", {}, "Tider i katalogen. Kryssa i det som ska vara med."),
    ...said.map((pass) => saidItem(week, place, pass, doing)),
    age ? element("p", { class: "not" }, age) : null);
}

/** @param {Week} week @param {PlaceData} place @param {Pass} pass @param {Doing} doing */
function saidItem(week, place, pass, doing) {
  const box = element("input", {
    type: "checkbox",
    "data-nyckel": `med-${pass.key}`,
    change: () => {
      doing.put(pass, box.checked);
    },
  });
  box.checked = pass.isIn;
  const told = `${week.data.dagar[pass.day]} ${timeText(pass)}${pass.what ? ` (${pass.what})` : ""}`;
  return element("div", { class: "vecka-tid" },
    element("label", {}, box, element("span", {}, told, element("span", { class: "dold" }, `, ${place.kallas}`))),
    pass.isSeldom ? element("span", { class: "not" }, "Inte varje vecka.") : null,
    quiet("Ändra tiden", `andra-${pass.key}`, () => doing.change(pass), `${told}, ${place.kallas}`));
}

/** @param {Week} week @param {Pass} pass @param {Doing} doing */
function setItem(week, pass, doing) {
  const told = `${week.data.dagar[pass.day]} ${timeText(pass)}`;
  const against = objection(pass, week.passes, week.data.dagar);
  return element("li", { class: "vecka-tid" },
    element("span", {}, element("b", {}, told), " ", element("span", { class: "not" }, "Satt av den som planerar.")),
    against ? element("span", {}, against) : null,
    quiet("Ta bort", `bort-${pass.key}`, () => doing.drop(pass), `${told}, ${placeOf(week, pass.id).kallas}`));
}

/** A quiet button; `key` finds it again when the view is made anew, `about` is for those who only hear it.
 * @param {string} text @param {string} key @param {() => void} click @param {string} about */
const quiet = (text, key, click, about) => element("button",
  { type: "button", class: "knapp knapp-tyst", "data-nyckel": key, click }, text,
  element("span", { class: "dold" }, `: ${about}`));
