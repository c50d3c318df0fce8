// One record's data -> its faults, with the codes and texts of `katalog validate`: those of the schema
// (scripts/katalog/shape.py) and those about people (rules/persondata.py). Every text, limit and word list comes with
// the page; no field is named here. Pure; tests drive both engines with the same cases and compare.
import { closest, fold } from "./likhet.js";

/** @typedef {(string | number)[]} Vag */
/** @typedef {{path: Vag, code: string, message: string, mal: Vag}} Fel `mal` is the field to mend, `path` as the command reports */
/** @typedef {{slag: string, path: Vag, regel: any, varde: any, falt?: string, villkor?: boolean}} Brott */

/**
 * @param {any} data what the page carries
 * @returns {(post: Record<string, any>) => Fel[]}
 */
export function skapaKontroll(data) {
  const persondata = skapaPersondata(data);
  return (post) => [...formfel(post, data), ...persondata(post)];
}

/** @param {string} mall @param {Record<string, unknown>} varden */
export function fyll(mall, varden) {
  return mall.replace(/\{(\w+)\}/g, (_, name) => String(varden[name]));
}

/** @param {any} regel @param {any} data @returns {any[] | null} the vocabulary of a field */
export function varden(regel, data) {
  return data.vokabular[regel["x-vokabular"]] ?? null;
}

/** @param {Record<string, any>} post @param {any} data @returns {Fel[]} */
function formfel(post, data) {
  const all = [...brott(post, data.regel, [], data)].slice(0, data.granser.mest);
  const taken = extra(all, data);
  const targets = new Set([...taken.values()].map((path) => JSON.stringify(path)));
  const told = new Set();
  const rank = (/** @type {Brott} */ b) => {
    const place = data.granser.ordning.indexOf(b.slag);
    return [place < 0 ? data.granser.ordning.length : place, b.villkor ? 1 : 0];
  };
  const sorted = all.map((b) => ({ b, r: rank(b) })).sort((x, y) => x.r[0] - y.r[0] || x.r[1] - y.r[1]);
  /** @type {Fel[]} */
  const out = [];
  for (const { b } of sorted) {
    const key = JSON.stringify(b.path);
    if (data.granser.ordning.includes(b.slag)) {
      if (!told.has(key)) out.push(vardefel(b, data));
      told.add(key);
    } else if (b.slag === "additionalProperties") {
      for (const name of okanda(b)) out.push(okantFalt(b, name, taken, data));
    } else if (b.slag === "required") {
      const missing = [...b.path, b.falt ?? ""];
      const place = JSON.stringify(missing);
      if (told.has(place) || targets.has(place)) continue;
      told.add(place);
      out.push({ path: b.path, code: "falt-saknas", message: saknas(b, data), mal: missing });
    } else {
      const mal = [...b.path, b.regel.anyOf[0].required[0]];
      out.push({ path: b.path, code: "falt-saknas", message: b.regel["x-fel"] ?? data.texter["stammer-inte"], mal });
    }
  }
  return out;
}

/** @param {any} value */
function slagAv(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** @param {any} value @param {any} regel @param {Vag} path @param {any} data @returns {Generator<Brott>} */
function* brott(value, regel, path, data) {
  const kind = slagAv(value);
  if (regel.type && kind !== regel.type && !(kind === "integer" && regel.type === "number")) {
    yield { slag: "type", path, regel, varde: value };
    return;
  }
  const found = (/** @type {string} */ slag, /** @type {object} */ more = {}) => ({ slag, path, regel, varde: value, ...more });
  const values = varden(regel, data);
  if (values && !values.some((v) => v.const === value)) yield found("enum");
  if (kind === "string") yield* textbrott(value, regel, found);
  if (kind === "integer" || kind === "number") {
    if (value < regel.minimum) yield found("minimum");
    if (value > regel.maximum) yield found("maximum");
  }
  if (kind === "array") yield* listbrott(value, regel, path, data, found);
  if (kind === "object") yield* gruppbrott(value, regel, path, data, found);
}

/** @param {string} value @param {any} regel @param {(slag: string, more?: object) => Brott} found @returns {Generator<Brott>} */
function* textbrott(value, regel, found) {
  const length = [...value].length;
  if (regel.pattern && !new RegExp(regel.pattern, "u").test(value)) yield found("pattern");
  if (regel.format === "date" && !isDate(value)) yield found("format");
  if (length > regel.maxLength) yield found("maxLength");
  if (length < regel.minLength) yield found("minLength");
}

/** @param {string} value */
function isDate(value) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/** @param {any[]} value @param {any} regel @param {Vag} path @param {any} data @param {(slag: string, more?: object) => Brott} found @returns {Generator<Brott>} */
function* listbrott(value, regel, path, data, found) {
  if (value.length < regel.minItems) yield found("minItems");
  if (value.length > regel.maxItems) yield found("maxItems");
  if (regel.uniqueItems && upprepad(value) >= 0) yield found("uniqueItems");
  if (regel.items) for (const [index, row] of value.entries()) yield* brott(row, regel.items, [...path, index], data);
}

/** @param {any[]} list position of the first row that stood before, or -1 */
function upprepad(list) {
  return list.findIndex((row, index) => list.slice(0, index).some((earlier) => lika(earlier, row)));
}

/** @param {any} one @param {any} other @returns {boolean} */
export function lika(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && lika(one[key], other[key]));
}

/** @param {Record<string, any>} value @param {any} regel @param {Vag} path @param {any} data @param {(slag: string, more?: object) => Brott} found @returns {Generator<Brott>} */
function* gruppbrott(value, regel, path, data, found) {
  const keys = Object.keys(value);
  const has = (/** @type {string} */ name) => Object.hasOwn(value, name);
  if (keys.length < regel.minProperties) yield found("minProperties");
  for (const name of regel.required ?? []) if (!has(name)) yield found("required", { falt: name });
  for (const [name, needs] of Object.entries(regel.dependentRequired ?? {})) {
    for (const falt of has(name) ? needs : []) if (!has(falt)) yield found("required", { falt });
  }
  if (regel.anyOf && !regel.anyOf.some((/** @type {any} */ way) => way.required.every(has))) yield found("anyOf");
  if (regel.if && galler(value, regel.if)) {
    for (const falt of regel.then.required ?? []) if (!has(falt)) yield found("required", { falt, villkor: true });
  }
  if (regel.additionalProperties === false && keys.some((key) => !Object.hasOwn(regel.properties, key))) yield found("additionalProperties");
  for (const key of keys) {
    if (Object.hasOwn(regel.properties ?? {}, key)) yield* brott(value[key], regel.properties[key], [...path, key], data);
  }
}

/** @param {Record<string, any>} value @param {any} villkor constants and presence: all that a condition of ours says */
function galler(value, villkor) {
  const present = (villkor.required ?? []).every((/** @type {string} */ name) => Object.hasOwn(value, name));
  return present && Object.entries(villkor.properties).every(([name, rule]) => !Object.hasOwn(value, name) || value[name] === rule.const);
}

/** @param {Brott} b @returns {string[]} */
function okanda(b) {
  return Object.keys(b.varde).filter((key) => !Object.hasOwn(b.regel.properties, key));
}

/** @param {Brott[]} all @param {any} data @returns {Map<string, Vag>} unknown key -> the field that was meant */
function extra(all, data) {
  const meant = new Map();
  for (const b of all.filter((one) => one.slag === "additionalProperties")) {
    const spelled = new Map();
    for (const [key, rule] of Object.entries(b.regel.properties)) spelled.set(fold(rule.title ?? key), key);
    for (const key of Object.keys(b.regel.properties)) spelled.set(fold(key), key);
    const free = new Map([...spelled].filter(([, key]) => !Object.hasOwn(b.varde, key)));
    for (const name of okanda(b)) {
      const target = closest(name, free, data.granser.likhet);
      if (target) meant.set(JSON.stringify([...b.path, name]), [...b.path, target]);
    }
  }
  return meant;
}

/** @param {Brott} b @param {string} name @param {Map<string, Vag>} taken @param {any} data @returns {Fel} */
function okantFalt(b, name, taken, data) {
  const path = [...b.path, name];
  const target = taken.get(JSON.stringify(path));
  const hjalp = target ? fyll(data.texter.menade, { menat: target.at(-1) }) : data.texter["okant-hjalp"];
  return { path, code: "falt-okant", message: fyll(data.texter.okant, { falt: citat(name), hjalp }), mal: path };
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
  minItems: ["lista-tom", (b, name, data) => fyll(data.texter.tom, { namn: name })],
  minProperties: ["lista-tom", (b, name, data) => fyll(data.texter.tom, { namn: name })],
  maxItems: ["lista-lang", (b, name, data) => fyll(data.texter["for-manga"], { namn: name, antal: b.varde.length, grans: b.regel.maxItems })],
};

/** @param {Brott} b @param {any} data @returns {Fel} */
function vardefel(b, data) {
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

/** @param {any} data @returns {(post: any) => Fel[]} */
function skapaPersondata(data) {
  const { monster, fornamn, funktionsord, adressfalt, namnfalt, texter } = data.persondata;
  const names = new Set(fornamn);
  /** @type {Record<string, RegExp>} */
  const find = Object.fromEntries(Object.entries(monster).map(([name, source]) => [name, new RegExp(source, "gu")]));
  const all = (/** @type {string} */ name, /** @type {string} */ text) => [...text.matchAll(find[name])];

  /** @param {string} local */
  const personal = (local) => {
    const parts = fold(local).replaceAll("-", ".").split(/[._-]/).filter(Boolean);
    if (funktionsord.some((/** @type {string} */ word) => parts.some((part) => part.includes(word)))) return false;
    if (parts.some((part) => names.has(part))) return true;
    return local.includes(".") && parts.length === 2 && parts.every((part) => /^\p{L}+$/u.test(part));
  };
  /** @param {Vag} path @param {string} text @returns {string | undefined} */
  const personnamn = (path, text) => {
    const titled = all("titel_namn", text)[0];
    if (titled) return titled[0];
    const full = namnfalt.includes(path[0]) ? all("helt_namn", text)[0] : undefined;
    return full && names.has(fold(full[1])) ? full[0] : undefined;
  };
  return (post) => {
    /** @type {Fel[]} */
    const out = [];
    for (const [path, text] of texterI(post, [])) {
      const fault = (/** @type {string} */ code, /** @type {string} */ shown = "") =>
        out.push({ path, code, message: fyll(texter[code], { text: citat(shown) }), mal: path });
      const isAddress = path.at(-1) === adressfalt;
      if (all("langt_tal", text).length) {
        if (all("personnummer", text).some(personnummer)) fault("persondata-personnummer");
        if (!isAddress && all("mobil", text).length) fault("persondata-mobil");
      }
      const mail = all("epost", text).find((match) => personal(match[1]));
      if (mail) fault("persondata-epost", mail[0]);
      const name = isAddress ? undefined : personnamn(path, text);
      if (name) fault("persondata-namn", name);
    }
    return out;
  };
}

/** @param {RegExpMatchArray} match */
function personnummer(match) {
  const [year, month, day, tail] = match.slice(1);
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && ((d >= 1 && d <= 31) || (d >= 61 && d <= 91)))) return false;
  const doubled = [...(year + month + day + tail)].map((digit, index) => Number(digit) * (2 - (index % 2)));
  return doubled.reduce((sum, value) => sum + Math.floor(value / 10) + (value % 10), 0) % 10 === 0;
}

/** @param {any} value @param {Vag} path @returns {Generator<[Vag, string]>} */
function* texterI(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [index, row] of value.entries()) yield* texterI(row, [...path, index]);
  else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) yield* texterI(inner, [...path, key]);
}
