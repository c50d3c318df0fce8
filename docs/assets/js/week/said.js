// What the views say of a week, in words: of a pass, a clash, a move, how to get in. Pure.
import { clockText, lengthText, spanText } from "./clock.js";
import { isTogether } from "./fill.js";
import { areaOf, placeOf } from "./model.js";
import { daysText } from "./plan.js";

/** @typedef {import("./model.js").Week} Week */
/** @typedef {import("./data.js").Pass} Pass */
/** @typedef {import("./data.js").PlaceData} PlaceData */

const HOUR = 60;
export const SET = "satt av den som planerar";
export const SAID = "öppet enligt katalogen";

/** @param {Pass} pass */
export const timeText = ({ from, to, isAbout }) => `${isAbout ? "omkring " : ""}${spanText(from, to)}`;

/** Whose time it is, and what is said of it. @param {Pass} pass */
export const sourceText = ({ isSet, what }) => [isSet ? SET : SAID, what].filter(Boolean).join(": ");

/** Clashes that are the same on several days are told once. @param {Week} week @returns {string[]} */
export function clashTexts(week) {
  /** @type {Map<string, number[]>} */
  const days = new Map();
  for (const { day, from, to, ids } of week.clashes) {
    const told = `${spanText(from, to)}: ${ids.map((id) => placeOf(week, id).kallas).join(" och ")}`;
    days.set(told, [...(days.get(told) ?? []), day]);
  }
  return [...days].map(([told, held]) => capital(`${daysText(held, week.data.dagar)} ${told}`));
}

/** @param {Week} week @param {number} day @returns {string[]} */
export const clashesOn = (week, day) => week.clashes.filter((clash) => clash.day === day).map(({ from, to, ids }) =>
  `Krock ${spanText(from, to)}: ${ids.map((id) => placeOf(week, id).kallas).join(" och ")}`);

/** @param {Week} week @param {number} day @returns {string[]} */
export function movesOn(week, day) {
  return week.moves.filter((move) => move.day === day).map(({ at, ids, gap, isKnown }) => {
    const [there, here] = ids.map((id) => areaOf(week, placeOf(week, id)));
    const time = gap ? `${lengthText(gap)} emellan` : "ingen tid emellan";
    if (isKnown) return `${moveName(week, ids)} före ${clockText(at)}: ${there} till ${here}, ${time}`;
    return `Kanske byte av stadsdel före ${clockText(at)}: vi vet inte säkert var båda ligger (${there}, ${here})`;
  });
}

/** @param {Week} week @param {string[]} ids */
function moveName({ data, places }, ids) {
  const kinds = ids.map((id) => data.trakter[places.find((place) => place.id === id)?.trakt ?? -1]?.[1]);
  return `Byte av ${kinds.every((kind) => kind === kinds[0]) ? kinds[0] : "ort"}`;
}

/** How long the week is, and whose times they are. @param {Week} week @returns {string[]} */
export function totalTexts({ held, totals, setTotals }) {
  if (!held.some(({ id }) => id)) return ["Ingen tid i veckan än."];
  const isOpen = held.some(({ id, isSet }) => id && !isSet);
  const about = held.some(({ isAbout }) => isAbout) ? "ungefär " : "";
  const length = lengthText(totals.week);
  if (!isOpen) return [`${capital(`${about}${length} i veckan.`)}`];
  const verb = setTotals.week === HOUR ? "är satt" : "är satta";
  const set = setTotals.week ? ` ${capital(lengthText(setTotals.week))} ${verb} av den som planerar.` : "";
  const rest = `${set ? "Resten" : "Det"} är tider då ställena har öppet. Ändra dem till den tid som gäller.`;
  return [`${capital(`${about}högst ${length} i veckan.`)}${set}`, rest];
}

/** How one gets in, the easiest way first. @param {Week} week @param {PlaceData} place */
export function wayText({ data }, { vagar, troliga }) {
  const named = (/** @type {number[]} */ ways) => ways.map((way) => data.vagar[way][1]).join(", ");
  if (vagar?.length) return named(vagar);
  return troliga?.length ? `Troligen: ${named(troliga)}. Fråga dem` : "Vi vet inte hur man kommer in. Fråga dem";
}

/** What is said of how old the hours of a place are, on the day. @param {PlaceData} place @param {string} day */
export const ageText = ({ aldrade }, day) => (aldrade && aldrade[1] <= day ? aldrade[0] : "");

/** What holds there for a time. @param {PlaceData} place @param {string} day */
export const noticeText = ({ notis }, day) => (notis && notis[1] > day ? notis[0] : "");

/** How much it is by the record, and whether the week agrees. @param {PlaceData} place @param {number} minutes */
export function amountText({ timmar }, minutes) {
  if (!timmar) return "";
  const [least, most] = timmar;
  const said = least === most ? `${least}` : least === null ? `högst ${most}` : most === null ? `minst ${least}`
    : `${least}–${most}`;
  const isLess = least !== null && minutes < least * 60;
  const isMore = most !== null && minutes > most * 60;
  const but = minutes && (isLess || isMore) ? ` Veckan har ${lengthText(minutes)}.` : "";
  return `Katalogen säger ${said.replace(".", ",")} timmar i veckan.${but}`;
}

/** Which places of the week it can be had together with. @param {Week} week @param {PlaceData} place */
export function togetherText({ places }, place) {
  const names = places.filter((one) => isTogether(one, place)).map(({ kallas }) => kallas);
  return names.length ? `Katalogen säger att det kan kombineras med ${names.join(", ")}.` : "";
}

/** @param {string} text */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A week as plain text, to be pasted into a document. @param {Week} week */
export function weekText(week) {
  const days = week.data.dagar.flatMap((name, day) => {
    const held = week.held.filter((pass) => pass.day === day);
    if (!held.length) return [];
    const told = held.map((pass) => `- ${timeText(pass)} ${placeOf(week, pass.id).kallas} (${sourceText(pass)})`);
    return [[name, ...told, ...clashesOn(week, day), ...movesOn(week, day)].join("\n")];
  });
  return [totalTexts(week).join(" "), ...days, partTexts(week).join("\n")].join("\n\n");
}

/** Each part of the support in a line. @param {Week} week */
export function partTexts({ data, covers }) {
  return data.delar.map(([, title], part) => {
    const { stated, byType, waiting } = covers[part];
    const told = [...stated.map(({ kallas }) => kallas), ...byType.map(({ kallas }) => `${kallas} (efter typen)`)];
    const rest = waiting.map(({ kallas }) => kallas).join(", ");
    if (told.length) return `${title}: ${told.join(", ")}`;
    return `${title}: saknas i veckan${rest ? `. I listan utan tid: ${rest}` : ""}`;
  });
}
