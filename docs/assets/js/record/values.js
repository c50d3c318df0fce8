// A field's value -> the lines that say it, in plain text: as scripts/katalog/wording/fields.py says it, with the words
// that come with the page; tests compare. Takes values that the schema accepts. Pure.
import { daysBetween } from "../core/day.js";
import { fill } from "../core/text.js";
import { noticeText } from "./hours.js";
import {
  amount, bareAddress, inWords, label, lower, number, plain, sentence, span, wordsOf, year,
} from "./speech.js";
import { valuesOf } from "./violations.js";

/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./speech.js").Line} Line */
/** @typedef {import("./speech.js").Speech} Speech */
/** @typedef {(value: any, speech: Speech) => Line[]} Say */

/** The lines of a field, each in one line of plain text. @param {string} name @param {any} value @param {Speech} speech
 * @returns {string[]} */
export function sayField(name, value, speech) {
  if (value === undefined || value === null) return [];
  const rule = speech.data.regel.properties[name];
  const whole = Array.isArray(value) ? value.map((row) => spelledOut(row, rule.items)) : spelledOut(value, rule);
  return (SAY[name]?.(whole, speech) ?? general(whole, rule, speech)).map(plain);
}

/** What stands there, where the words do not tell two values apart. @param {any} value @returns {string[]} */
export function asWritten(value) {
  if (Array.isArray(value)) return value.flatMap(asWritten);
  if (typeof value !== "object" || value === null) return value === null || value === undefined ? [] : [String(value)];
  return [Object.entries(value).map(([key, part]) => `${key}: ${asWritten(part).join(", ")}`).join("; ")];
}

/** A group that is written as a text alone. @param {any} value @param {Rule | undefined} rule */
function spelledOut(value, rule) {
  const part = rule?.["x-enkel"];
  return part && typeof value === "string" ? { [part]: value } : value;
}

/** @param {Data} group @param {Speech} speech @returns {Line[]} */
function contact({ telefon, epost, webb, formular }, speech) {
  const words = wordsOf(speech);
  const web = (/** @type {string} */ link, /** @type {string} */ note) => ({ text: bareAddress(link), note, link });
  return [
    telefon === undefined ? null : { text: telefon, note: words.telefon },
    epost === undefined ? null : { text: epost, note: words.epost },
    webb === undefined ? null : web(webb, words.webb),
    formular === undefined ? null : web(formular, words.formular),
  ].filter((line) => line !== null);
}

/** @type {Say} */
function organiser({ namn, kortnamn, driftsform, webb, ...rest }, speech) {
  const kind = driftsform === undefined ? "" : label("driftsform", driftsform, speech);
  const short = kortnamn !== undefined && namn !== undefined ? ` (${kortnamn})` : "";
  const name = namn || kortnamn;
  const text = name ? `${name}${short}` : kind;
  return [{ text, note: name ? kind : "", link: webb }, ...contact(rest, speech)];
}

/** @type {Say} */
function place({ adress = "", postnummer, ort, hallplats }, speech) {
  const town = [postnummer, ort].filter((part) => part !== undefined).join(" ");
  const address = [adress, town].filter(Boolean).join(", ");
  const stop = hallplats === undefined ? [] : [{ text: fill(wordsOf(speech).hallplats, { text: hallplats }) }];
  return [...(address ? [{ text: address }] : []), ...stop];
}

/** Known answers first; what nobody has answered is told apart from a no. @type {Say} */
function access(answers, speech) {
  const words = wordsOf(speech);
  const items = Object.entries(speech.data.regel.properties.tillganglighet.properties ?? {});
  const titles = (/** @type {string | undefined} */ answer) =>
    items.filter(([key]) => answers[key] === answer).map(([, rule]) => rule.title);
  const unknown = titles(undefined).map(lower).join(", ");
  return [
    ...titles("ja").map((title) => ({ text: `${title}${words.finns}` })),
    ...titles("nej").map((title) => ({ text: title, note: words.finns_inte })),
    ...(unknown ? [{ text: fill(words.inte_kant, { text: unknown }) }] : []),
  ];
}

/** @type {Say} */
function times(rows, speech) {
  const words = wordsOf(speech);
  return rows.map((/** @type {Data} */ { dag, fran, till, vad, ungefar }) => {
    const until = till === undefined ? fill(words.klockan_fran, { fran }) : `${fran}–${till}`;
    const clock = fran === undefined ? "" : `${ungefar ? words.omkring : ""}${until}`;
    const when = [dag === undefined ? "" : label("dag", dag, speech), clock].filter(Boolean).join(" ");
    return { text: when || vad, note: when ? vad : "" };
  });
}

/** @type {Say} */
function extent(group, speech) {
  const spans = ["timmar", "veckor"].flatMap((unit) => {
    const [low, high] = [group[`${unit}_fran`], group[`${unit}_till`]];
    const isTold = low !== undefined || high !== undefined;
    return isTold ? [{ text: span(low, high, wordsOf(speech)[unit], speech) }] : [];
  });
  return group.forklaring === undefined ? spans : [...spans, { text: group.forklaring }];
}

/** @type {Say} */
function count(group, speech) {
  const { antal, ungefar, forklaring = "" } = group;
  if (antal === undefined) return [{ text: `${forklaring}${year(group, speech)}` }];
  const told = `${ungefar ? wordsOf(speech).omkring : ""}${number(antal)}${year(group, speech)}`;
  return [{ text: told.slice(0, 1).toUpperCase() + told.slice(1).toLowerCase(), note: forklaring }];
}

/** @type {Say} */
function freePlaces({ lage, datum }, speech) {
  const { varden, plats_dagar: days } = speech.data.sagt;
  if (daysBetween(datum, speech.today) > days) {
    return [{ text: varden.ingen_ny, note: fill(varden.for_gammal, { dagar: days }) }];
  }
  const note = fill(varden.uppgift_fran, { dag: inWords(datum, speech) });
  return [{ text: label("platslage", lage, speech), note }];
}

/** Whom a group holds for. @param {Data} group @param {Speech} speech */
function whom({ galler_for: who }, speech) {
  return who === undefined ? "" : fill(wordsOf(speech).galler_vem, { text: lower(label("galler-for", who, speech)) });
}

/** @type {Say} */
function waysIn(rows, speech) {
  return rows.map((/** @type {Data} */ way) => {
    const name = label("ingang", way.vag, speech);
    const text = way.tolkad ? fill(wordsOf(speech).troligen, { text: lower(name) }) : name;
    const isSaid = way.forklaring?.startsWith(wordsOf(speech).galler_sagt);
    return { text, note: sentence(way.forklaring, isSaid ? "" : whom(way, speech)) };
  });
}

/** @type {Say} */
function results(rows, speech) {
  const words = wordsOf(speech);
  return rows.map((/** @type {Data} */ { matt, antal, av, procent, period, kalla }) => {
    const whole = av === undefined ? "" : fill(words.av, { tal: number(av) });
    const counted = antal === undefined ? "" : `${number(antal)}${whole}`;
    const percent = procent === undefined ? "" : fill(words.procent, { tal: number(procent) });
    const share = percent && !counted ? `${percent}${whole}` : percent;
    const figures = [counted, share].filter(Boolean).join(", ");
    const source = kalla === undefined ? "" : fill(words.kalla, { text: kalla });
    const told = figures ? `${matt}: ${figures}` : matt;
    return { text: told, note: sentence(fill(words.period, { text: lower(period) }), source) };
  });
}

/** Which fields a source or a remark speaks of. @param {Data} group @param {Speech} speech */
function about({ galler = [] }, speech) {
  const titles = galler.map((/** @type {string} */ name) =>
    wordsOf(speech)[`om_${name}`] ?? lower(speech.data.regel.properties[name].title));
  return titles.length ? fill(wordsOf(speech).galler, { text: titles.join(", ") }) : "";
}

/** @type {Say} */
function sources(rows, speech) {
  const words = wordsOf(speech);
  return rows.map((/** @type {Data} */ source) => {
    const { titel, webb, ar, slag } = source;
    const from = ar === undefined ? words.kalla_utan_ar : fill(words.kalla_ar, { ar });
    const kind = slag === undefined ? "" : label("kallslag", slag, speech);
    return { text: titel || bareAddress(webb), note: sentence(from, kind, about(source, speech)), link: webb };
  });
}

/** Labels on one line. @param {string} vocabulary @returns {Say} */
const together = (vocabulary) => (slugs, speech) =>
  [{ text: slugs.map((/** @type {string} */ slug) => label(vocabulary, slug, speech)).join(", ") }];

/** Each of what costs or pays, with its sum. @param {(row: Data, speech: Speech) => string} named @returns {Say} */
const priced = (named) => (rows, speech) => rows.map((/** @type {Data} */ row) => {
  const sum = amount(row, "enhet", speech);
  return { text: sum ? `${named(row, speech)}: ${sum}` : `${named(row, speech)}${year(row, speech)}` };
});

/** Fields that are said in a way of their own. @type {Record<string, Say>} */
const SAY = {
  alder: ({ fran, till }, speech) => [{ text: span(fran, till, wordsOf(speech).ar, speech) }],
  anordnare: organiser,
  tar_emot_fran: together("omrade"),
  kommun: together("kommun"),
  plats: place,
  tillganglighet: access,
  sprak: together("sprak"),
  medlemmar: count,
  tillfalligt: (notice, { data, today }) => {
    const told = noticeText(notice, data.tidord, data.tillit.manader, today);
    return told ? [{ text: notice.text, note: told.slice(notice.text.length) }] : [];
  },
  tider: times,
  omfattning: extent,
  platser: count,
  personal: count,
  platslage: freePlaces,
  ingang: waysIn,
  beslut_utan_provning: ({ namnd, datum, villkor }, speech) => {
    const dated = datum === undefined ? "" : fill(wordsOf(speech).den, { dag: inWords(datum, speech) });
    return [{ text: `${namnd}${dated}`, note: villkor }];
  },
  kontakt: contact,
  ersattning: priced(({ slag }, speech) => label("ersattning", slag, speech)),
  kostnad_for_dig: priced(({ vad }) => vad),
  betalning: (rows, speech) => rows.map((/** @type {Data} */ row) =>
    ({ text: label("betalning", row.slag, speech), note: whom(row, speech) })),
  pris: (price, speech) => [{ text: amount(price, "pris-enhet", speech) }],
  resultat: results,
  anmarkning: (rows, speech) => rows.map((/** @type {Data} */ row) => {
    const remark = spelledOut(row, speech.data.regel.properties.anmarkning.items);
    return { text: remark.text, note: about(remark, speech) };
  }),
  kallor: sources,
  senast_bekraftad: (day, speech) => [{ text: inWords(day, speech) }],
};

/** A field that needs no words of its own. @param {any} value @param {Rule} rule @param {Speech} speech
 * @returns {Line[]} */
function general(value, rule, speech) {
  if (value === null) return []; // a row that says nothing is a fault, told at its place
  if (Array.isArray(value)) return value.flatMap((item) => general(item, rule.items ?? rule, speech));
  if (typeof value === "object") {
    const parts = Object.entries(value).map(([key, part]) => {
      const inner = /** @type {Rule} */ (rule.properties?.[key]);
      return `${inner.title}: ${single(part, inner, speech)}`;
    });
    return [{ text: parts.join(". ") }];
  }
  if (typeof value !== "boolean") return [{ text: single(value, rule, speech) }];
  const word = single(value, rule, speech);
  return [{ text: word.slice(0, 1).toUpperCase() + word.slice(1) }];
}

/** @param {any} value @param {Rule} rule @param {Speech} speech @returns {string} */
function single(value, rule, speech) {
  if (Array.isArray(value)) return value.map((item) => single(item, rule.items ?? rule, speech)).join(", ");
  if (valuesOf(rule, speech.data.vokabular)) return label(rule["x-vokabular"] ?? "", value, speech);
  if (rule["x-forslag"] === "post") return speech.nameOf(value);
  if (typeof value === "boolean") return wordsOf(speech)[value ? "ja" : "nej"];
  return number(value);
}
