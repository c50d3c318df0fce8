// A broken rule of the schema -> its code and its Swedish words: those of scripts/katalog/shape.py, which come with the
// page. Pure; `kontroll.js` uses it, and tests compare every text with the command's.
import { upprepad, varden } from "./violations.js";
import { closest, fold } from "./likeness.js";

/** @typedef {import("./violations.js").Brott} Brott */
/** @typedef {import("./violations.js").Vag} Vag */
/** @typedef {{path: Vag, code: string, message: string, mal: Vag}} Fel `mal` is the field to mend, `path` as the command reports */

/** @param {string} mall @param {Record<string, unknown>} varden */
export function fyll(mall, varden) {
  return mall.replace(/\{(\w+)\}/g, (_, name) => String(varden[name]));
}

/** @param {Brott} b @returns {string[]} */
export function okanda(b) {
  return Object.keys(b.varde).filter((key) => !Object.hasOwn(b.regel.properties, key));
}

/** @param {Brott[]} all @param {any} data @returns {Map<string, Vag>} unknown key -> the field that was meant */
export function menade(all, data) {
  const meant = new Map();
  for (const b of all.filter((one) => one.slag === "additionalProperties")) {
    const free = ledigaNamn(b);
    for (const name of okanda(b)) {
      const target = closest(name, free, data.granser.likhet);
      if (target) meant.set(JSON.stringify([...b.path, name]), [...b.path, target]);
    }
  }
  return meant;
}

/** @param {Brott} b @returns {Map<string, string>} spelling -> field, of the fields that are not there yet */
function ledigaNamn(b) {
  const spelled = new Map();
  for (const [key, rule] of Object.entries(b.regel.properties)) spelled.set(fold(rule.title ?? key), key);
  for (const key of Object.keys(b.regel.properties)) spelled.set(fold(key), key);
  return new Map([...spelled].filter(([, key]) => !Object.hasOwn(b.varde, key)));
}

/** @param {Brott} b @param {string} name @param {Map<string, Vag>} taken @param {any} data @returns {Fel} */
export function okantFalt(b, name, taken, data) {
  const path = [...b.path, name];
  const target = taken.get(JSON.stringify(path));
  const hjalp = target ? fyll(data.texter.menade, { menat: target.at(-1) }) : data.texter["okant-hjalp"];
  return { path, code: "falt-okant", message: fyll(data.texter.okant, { falt: citat(name), hjalp }), mal: path };
}

/** @param {Brott} b `required` or `anyOf` @param {any} data @returns {Fel} */
export function saknat(b, data) {
  const isOne = b.slag === "required";
  const message = isOne ? saknas(b, data) : (b.regel["x-fel"] ?? data.texter["stammer-inte"]);
  const missing = isOne ? (b.falt ?? "") : b.regel.anyOf[0].required[0];
  return { path: b.path, code: "falt-saknas", message, mal: [...b.path, missing] };
}

/** @param {Brott} b @param {any} data */
function saknas(b, data) {
  const inne = b.path.length ? fyll(data.texter["saknas-inne"], { namn: namn(b.path, data) }) : "";
  const hint = b.villkor ? b.regel.then["x-fel"] : null;
  const about = b.regel.properties?.[b.falt ?? ""] ?? {};
  return fyll(data.texter.saknas, { falt: b.falt, inne, hjalp: hint || about.description || data.texter["saknas-hjalp"] });
}

/** @param {Vag} path @param {any} data */
function namn(path, data) {
  const keys = path.filter((step) => typeof step === "string");
  const last = path.at(-1);
  if (typeof last === "number" && keys.length) return fyll(data.texter.rad, { namn: keys.at(-1), rad: last + 1 });
  return keys.length ? String(keys.at(-1)) : data.texter.posten;
}

/** @param {unknown} value */
export function citat(value) {
  const all = [...String(value)];
  const clipped = all.length <= 60 ? all : [...all.slice(0, 60), "…"];
  return clipped.map((ch) => (ch !== " " && /[\p{C}\p{Z}]/u.test(ch) ? "\ufffd" : ch)).join("");
}

/** @param {any} regel @param {any} data */
function exempel(regel, data) {
  const first = regel.examples?.[0];
  if (first === undefined || (typeof first === "object" && first !== null)) return data.texter["se-guiden"];
  return fyll(data.texter.exempel, { exempel: String(first).replace(/\.$/, "") });
}

/** @param {any[]} values @param {any} data */
function tillatna(values, data) {
  if (values.length > data.granser.fa) return data.texter["ur-guiden"];
  return fyll(data.texter.bland, { varden: values.map((v) => v.const).join(", ") });
}

/** @type {Record<string, [string, (b: Brott, name: string, data: any) => string]>} */
const ORD = {
  enum: ["varde-okant", okantVarde],
  pattern: ["fel-form", felForm],
  format: ["fel-form", felForm],
  maxLength: ["for-lang", (b, name, data) => {
    const antal = [...b.varde].length;
    return fyll(data.texter["for-lang"], { namn: name, antal, grans: b.regel.maxLength, over: antal - b.regel.maxLength });
  }],
  minLength: ["for-kort", (b, name, data) => fyll(data.texter["for-kort"], { namn: name, grans: b.regel.minLength, hjalp: exempel(b.regel, data) })],
  minimum: ["utanfor-gransen", utanfor],
  maximum: ["utanfor-gransen", utanfor],
  minItems: ["lista-tom", (_, name, data) => fyll(data.texter.tom, { namn: name })],
  minProperties: ["lista-tom", (_, name, data) => fyll(data.texter.tom, { namn: name })],
  maxItems: ["lista-lang", (b, name, data) => fyll(data.texter["for-manga"], { namn: name, antal: b.varde.length, grans: b.regel.maxItems })],
};

/** @param {Brott} b @param {any} data @returns {Fel} */
export function vardefel(b, data) {
  const name = namn(b.path, data);
  if (b.slag === "type") return felTyp(b, name, data);
  if (b.slag === "uniqueItems") {
    const second = upprepad(b.varde);
    const path = [...b.path, second];
    return { path, code: "dubblett", message: fyll(data.texter.dubblett, { rad: second + 1, namn: name }), mal: path };
  }
  const [code, word] = ORD[b.slag];
  return { path: b.path, code, message: word(b, name, data), mal: b.path };
}

/** @param {Brott} b @param {string} name @param {any} data @returns {Fel} */
function felTyp(b, name, data) {
  const fault = (/** @type {string} */ code, /** @type {string} */ message) => ({ path: b.path, code, message, mal: b.path });
  const { varde, regel } = b;
  if (varde === null) return fault("falt-tomt", fyll(data.texter.tomt, { namn: name }));
  if (regel.type === "string" && (typeof varde === "number" || typeof varde === "boolean")) {
    const slag = data.texter[typeof varde === "boolean" ? "slag-ja-nej" : "slag-tal"];
    const values = varden(regel, data);
    return fault("fel-typ", fyll(data.texter["tal-for-text"], { namn: name, slag, hjalp: values ? tillatna(values, data) : data.texter.citat }));
  }
  if (regel.type === "array" && typeof varde === "string") return fault("fel-typ", fyll(data.texter.lista, { namn: name }));
  return fault("fel-typ", fyll(data.texter.typ, { namn: name, typ: data.typer[regel.type], hjalp: exempel(regel, data) }));
}

/** @param {Brott} b @param {string} name @param {any} data */
function okantVarde(b, name, data) {
  const values = varden(b.regel, data) ?? [];
  const spelled = new Map();
  for (const v of values) {
    for (const word of [...(v["x-ord"] ?? []), ...(v["x-alias"] ?? []), v.title, v.const]) spelled.set(fold(word), v.const);
  }
  const menat = closest(String(b.varde), spelled, data.granser.likhet);
  let hjalp = menat ? fyll(data.texter.menade, { menat }) : tillatna(values, data);
  if (menat && values.length <= data.granser.fa) hjalp = `${hjalp} ${tillatna(values, data)}`;
  return fyll(data.texter["inget-varde"], { varde: citat(b.varde), namn: name, hjalp });
}

/** @param {Brott} b @param {string} name @param {any} data */
function felForm(b, name, data) {
  return fyll(data.texter.form, { varde: citat(b.varde), namn: name, hjalp: b.regel["x-fel"] || exempel(b.regel, data) });
}

/** @param {Brott} b @param {string} name @param {any} data */
function utanfor(b, name, data) {
  return fyll(data.texter.utanfor, { varde: b.varde, namn: name, lagst: b.regel.minimum, hogst: b.regel.maximum });
}
