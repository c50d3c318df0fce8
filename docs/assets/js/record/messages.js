// A broken rule of the schema -> its code and its Swedish words: those of scripts/katalog/record/shape.py, which come
// with the page. Pure; `check.js` uses it, and tests compare every text with the command's.
import { fill } from "../core/text.js";
import { closest, fold } from "./likeness.js";
import { fitsQuoted, lookalike, textFor, textForNumber } from "./mistyped.js";
import { findRepeated, kindsOf, valuesOf } from "./violations.js";

/** @typedef {import("./violations.js").Violation} Violation */
/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Rule} Rule */
/** @typedef {import("./types.js").Value} Value */
/** @typedef {import("./types.js").EngineData} EngineData */

/** The keys that no field has. @param {Violation} broken @returns {string[]} */
export function unknownKeys(broken) {
  return Object.keys(broken.value).filter((key) => !Object.hasOwn(broken.rule.properties ?? {}, key));
}

/** Unknown key -> the field that was meant. @param {Violation[]} all @param {EngineData} data
 * @returns {Map<string, Path>} */
export function meantFields(all, data) {
  const meant = new Map();
  for (const broken of all.filter((one) => one.kind === "additionalProperties")) {
    const free = freeNames(broken);
    for (const name of unknownKeys(broken)) {
      const target = closest(name, free, data.granser.likhet);
      if (target) meant.set(JSON.stringify([...broken.path, name]), [...broken.path, target]);
    }
  }
  return meant;
}

/** Spelling -> field, of the fields that are not there yet. @param {Violation} broken @returns {Map<string, string>} */
function freeNames(broken) {
  const spelled = new Map();
  const rules = broken.rule.properties ?? {};
  for (const [key, rule] of Object.entries(rules)) spelled.set(fold(rule.title ?? key), key);
  for (const key of Object.keys(rules)) spelled.set(fold(key), key);
  return new Map([...spelled].filter(([, key]) => !Object.hasOwn(broken.value, key)));
}

/** @param {Violation} broken @param {string} name @param {Map<string, Path>} meant @param {EngineData} data
 * @returns {Fault} */
export function unknownField(broken, name, meant, data) {
  const path = [...broken.path, name];
  const target = meant.get(JSON.stringify(path));
  const cure = unknownCure(name, target, data);
  const message = fill(data.texter.okant, { falt: quoted(name), hjalp: cure });
  return { path, code: "falt-okant", message, target: path };
}

/** A made-up field for a person lies near the one for contact, but what stands in it belongs nowhere.
 * @param {string} name @param {Path | undefined} meant @param {EngineData} data */
function unknownCure(name, meant, data) {
  const ofPerson = new RegExp(data.personfalt, "u");
  if (ofPerson.test(fold(name)) && !ofPerson.test(String(meant?.at(-1) ?? ""))) return data.texter["okant-person"];
  return meant ? fill(data.texter.menade, { menat: nameOf(meant, data) }) : data.texter["okant-hjalp"];
}

/** What is said of `required` or `anyOf`. @param {Violation} broken @param {EngineData} data @returns {Fault} */
export function missingField(broken, data) {
  const isOne = broken.kind === "required";
  const message = isOne ? missingText(broken, data) : (broken.rule["x-fel"] ?? data.texter["stammer-inte"]);
  const missing = (isOne ? broken.field : broken.rule.anyOf?.[0].required[0]) ?? "";
  return { path: broken.path, code: "falt-saknas", message, target: [...broken.path, missing] };
}

/** @param {Violation} broken @param {EngineData} data */
function missingText(broken, data) {
  const inside = broken.path.length ? fill(data.texter["saknas-inne"], { namn: nameOf(broken.path, data) }) : "";
  const hint = broken.isConditional ? broken.rule.then?.["x-fel"] : null;
  const cure = hint || broken.rule.properties?.[broken.field ?? ""]?.description || data.texter["saknas-hjalp"];
  const missing = nameOf([...broken.path, broken.field ?? ""], data);
  return fill(data.texter.saknas, { falt: missing, inne: inside, hjalp: cure });
}

/** How a message names a place: by the innermost field, with the number of the row. @param {Path} path
 * @param {EngineData} data */
export function nameOf(path, data) {
  const last = path.at(-1);
  const keys = path.filter((step) => typeof step === "string");
  if (!keys.length) return data.texter.posten;
  const name = data.titlar ? (ruleAt(path, data.regel)?.title ?? String(keys.at(-1))) : String(keys.at(-1));
  return typeof last === "number" ? fill(data.texter.rad, { namn: name, rad: last + 1 }) : name;
}

/** The rule of what stands at a place. @param {Path} path @param {Rule} rule @returns {Rule | undefined} */
export function ruleAt(path, rule) {
  /** @type {Rule | undefined} */
  let at = rule;
  for (const step of path) at = typeof step === "number" ? at?.items : at?.properties?.[step];
  return at;
}

/** How a message names a value. @param {Value} value @param {EngineData} data */
const wordFor = (value, data) => (data.titlar ? value.title : value.const);

/** How a message names what stands at a place, when it is a value of a vocabulary. @param {Path} path
 * @param {string} slug @param {EngineData} data */
export function valueName(path, slug, data) {
  const known = valuesOf(ruleAt(path, data.regel), data.vokabular)?.find((one) => one.const === slug);
  return known ? wordFor(known, data) : quoted(slug);
}

/** A value as a message shows it: not endless, nothing invisible. @param {unknown} value */
export function quoted(value) {
  const all = [...String(value)];
  const clipped = all.length <= 60 ? all : [...all.slice(0, 60), "…"];
  return clipped.map((ch) => (ch !== " " && /[\p{C}\p{Z}]/u.test(ch) ? "\ufffd" : ch)).join("");
}

/** @param {Rule} rule @param {EngineData} data */
function example(rule, data) {
  const first = rule.examples?.[0];
  if (first === undefined || (typeof first === "object" && first !== null)) return data.texter["se-guiden"];
  return fill(data.texter.exempel, { exempel: String(first).replace(/\.$/, "") });
}

/** @param {Value[]} values @param {EngineData} data */
function allowed(values, data) {
  if (values.length > data.granser.fa) return data.texter["ur-guiden"];
  return fill(data.texter.bland, { varden: values.map((one) => wordFor(one, data)).join(", ") });
}

/** Kind of violation -> its code, and its words.
 * @type {Record<string, [string, (broken: Violation, name: string, data: EngineData) => string]>} */
const WORDS = {
  enum: ["varde-okant", unknownValue],
  pattern: ["fel-form", wrongForm],
  format: ["fel-form", wrongForm],
  maxLength: ["for-lang", tooLong],
  minLength: ["for-kort", tooShort],
  minimum: ["utanfor-gransen", outside],
  maximum: ["utanfor-gransen", outside],
  minItems: ["lista-tom", (_, name, data) => fill(data.texter.tom, { namn: name })],
  minProperties: ["lista-tom", (_, name, data) => fill(data.texter.tom, { namn: name })],
  maxItems: ["lista-lang", tooMany],
};

/** @param {Violation} broken @param {EngineData} data @returns {Fault} */
export function valueFault(broken, data) {
  const name = nameOf(broken.path, data);
  if (broken.kind === "type") return wrongType(broken, name, data);
  if (broken.kind === "uniqueItems") return repeated(broken, name, data);
  const [code, word] = WORDS[broken.kind];
  return { path: broken.path, code, message: word(broken, name, data), target: broken.path };
}

/** @param {Violation} broken @param {string} name @param {EngineData} data @returns {Fault} */
function repeated(broken, name, data) {
  const second = findRepeated(broken.value);
  const path = [...broken.path, second];
  return { path, code: "dubblett", message: fill(data.texter.dubblett, { rad: second + 1, namn: name }), target: path };
}

/** @param {Violation} broken @param {string} name @param {EngineData} data @returns {Fault} */
function wrongType(broken, name, data) {
  const { path, value } = broken;
  if (value === null) return { path, code: "falt-tomt", message: fill(data.texter.tomt, { namn: name }), target: path };
  return { path, code: "fel-typ", message: typeText(broken, name, data), target: path };
}

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function typeText({ value, rule }, name, data) {
  const kinds = kindsOf(rule);
  if (kinds.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    const kind = data.texter[typeof value === "boolean" ? "slag-ja-nej" : "slag-tal"];
    return fill(data.texter["tal-for-text"], { namn: name, slag: kind, hjalp: numberCure(value, rule, data) });
  }
  const cure = typeof value === "string" ? textCure(kinds[0], value, data) : null;
  if (kinds.includes("array") && typeof value === "string" && !cure) return listWanted(name, rule, data);
  const help = cure ? fill(data.texter[cure[0]], cure[1]) : example(rule, data);
  const wanted = kinds.map((kind) => data.typer[kind]).join(data.texter.eller);
  return fill(data.texter.typ, { namn: name, typ: wanted, hjalp: help });
}

/** A list of words, or of rows: then with the first field of the example. @param {string} name @param {Rule} rule
 * @param {EngineData} data */
function listWanted(name, rule, data) {
  if (rule.items?.type !== "object") return fill(data.texter.lista, { namn: name });
  const [falt, varde] = Object.entries(rule.examples?.[0][0] ?? {})[0];
  return fill(data.texter["lista-rader"], { namn: name, falt, varde });
}

/** @param {number | boolean} value @param {Rule} rule @param {EngineData} data */
function numberCure(value, rule, data) {
  const values = valuesOf(rule, data.vokabular);
  const cure = values ? allowed(values, data) : data.texter.citat;
  if (typeof value === "boolean" || values || fitsQuoted(value, rule.pattern)) return cure;
  const words = ownWords(rule, data);
  return words.includes("citattecken") ? words : `${words} ${cure}`;
}

/** @param {string} kind @param {string} value @param {EngineData} data */
function textCure(kind, value, data) {
  return ["integer", "number"].includes(kind) ? textForNumber(kind, value, data) : textFor(kind, value, data);
}

/** @param {Rule} rule @param {EngineData} data */
const ownWords = (rule, data) => rule["x-fel"] || example(rule, data);

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function unknownValue(broken, name, data) {
  const values = valuesOf(broken.rule, data.vokabular) ?? [];
  const spelled = new Map();
  for (const one of values) {
    for (const word of [...(one["x-ord"] ?? []), ...(one["x-alias"] ?? []), one.title, one.const]) {
      spelled.set(fold(word), wordFor(one, data));
    }
  }
  const meant = closest(String(broken.value), spelled, data.granser.likhet);
  let cure = meant ? fill(data.texter.menade, { menat: meant }) : allowed(values, data);
  if (meant && values.length <= data.granser.fa) cure = `${cure} ${allowed(values, data)}`;
  return fill(data.texter["inget-varde"], { varde: quoted(broken.value), namn: name, hjalp: cure });
}

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function wrongForm({ rule, value }, name, data) {
  const isBlank = !value.trim();
  const isBroken = rule["x-text"] === "rad" && value.includes("\n") && !isBlank;
  if (isBroken) return fill(data.texter.radbrytning, { namn: name });
  if (rule["x-text"] && isBlank) return fill(data.texter.blankt, { namn: name, hjalp: ownWords(rule, data) });
  const odd = rule.pattern ? lookalike(value, rule.pattern, data) : null;
  const cure = odd ? fill(data.texter[odd[0]], odd[1]) : ownWords(rule, data);
  return fill(data.texter.form, { varde: quoted(value), namn: name, hjalp: cure });
}

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function tooLong({ rule, value }, name, data) {
  const [length, most] = [[...value].length, rule.maxLength ?? 0];
  return fill(data.texter["for-lang"], { namn: name, antal: length, grans: most, over: length - most });
}

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function tooShort({ rule }, name, data) {
  return fill(data.texter["for-kort"], { namn: name, grans: rule.minLength, hjalp: example(rule, data) });
}

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function tooMany({ rule, value }, name, data) {
  return fill(data.texter["for-manga"], { namn: name, antal: value.length, grans: rule.maxItems });
}

/** @param {Violation} broken @param {string} name @param {EngineData} data */
function outside({ rule, value }, name, data) {
  return fill(data.texter.utanfor, { varde: value, namn: name, lagst: rule.minimum, hogst: rule.maximum });
}
