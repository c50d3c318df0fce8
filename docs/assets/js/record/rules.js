// One record's data -> its faults across fields: what the rules in scripts/katalog/record/rules/ say that need no
// server, with their codes and texts, which come with the page. Each rule states in SAID_BY_FORM what is told here.
// Pure; tests drive both with the same cases and compare.
import { makePattern } from "../core/pattern.js";
import { fill } from "../core/text.js";
import { isId } from "./identity.js";
import { closest, fold } from "./likeness.js";
import { nameOf, quoted, valueName } from "./messages.js";
import { valuesOf } from "./violations.js";

/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").EngineData} EngineData */
/** What a rule may know besides the record: its own id, the ids that there are (null: nobody has said yet), the day.
 * @typedef {{id: string, ids: Set<string> | null, today: string}} Around */

/** @param {EngineData} data @returns {(record: Data, around: Around) => Fault[]} */
export function makeRules(data) {
  const references = makeReferences(data);
  return (record, around) => [
    ...futureFaults(record, [], around.today, data),
    ...ageFaults(record, data.regler.alder),
    ...timeFaults(record, data.regler.tider),
    ...noticeFaults(record, data.regler.tider),
    ...extentFaults(record, data.regler.tider),
    ...resultFaults(record, data.regler.resultat, data.regelord.fa_personer),
    ...statusFaults(record, data),
    ...sourceFaults(record, data),
    ...contactFaults(record, data),
    ...references(record, around),
  ];
}

/** @param {Path} path @param {string} code @param {string} message @returns {Fault} */
const fault = (path, code, message) => ({ path, code, message, target: path });

/** @param {any} value @returns {value is Data} */
const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The groups of a list with their positions; what else stands there the schema has told. @param {any} list
 * @returns {[number, Data][]} */
const groupsIn = (list) => (Array.isArray(list) ? [...list.entries()].filter(([, row]) => isGroup(row)) : []);

/** Nothing has happened in the future, at any depth.
 * @param {any} value @param {Path} path @param {string} today @param {EngineData} data @returns {Generator<Fault>} */
function* futureFaults(value, path, today, data) {
  if (typeof value !== "object" || value === null) return;
  const texts = data.regler.datum;
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const at = [...path, key];
    const told = { falt: nameOf(at, data), varde: inner, idag: today };
    if (data.regelord.datum.includes(String(key))) {
      const isLater = typeof inner === "string" && /^\d{4}-\d\d-\d\d$/.test(inner) && inner > today;
      if (isLater) yield fault(at, "datum-framtid", fill(texts.dag, told));
    } else if (data.regelord.ar.includes(String(key))) {
      const isLater = Number.isSafeInteger(inner) && inner > Number(today.slice(0, 4)) && inner <= 2100;
      if (isLater) yield fault(at, "datum-framtid", fill(texts.ar, told));
    } else yield* futureFaults(inner, at, today, data);
  }
}

/** @param {Data} record @param {import("./types.js").Texts} texts @returns {Generator<Fault>} */
function* ageFaults({ alder: age }, texts) {
  const isTold = isGroup(age) && Number.isSafeInteger(age.fran) && Number.isSafeInteger(age.till);
  if (!isTold || age.fran <= age.till) return;
  yield fault(["alder", "fran"], "alder-ordning", fill(texts["alder-ordning"], age));
}

/** @param {Data} record @param {import("./types.js").Texts} texts @returns {Generator<Fault>} */
function* timeFaults({ tider: times }, texts) {
  const isTime = (/** @type {any} */ text) => typeof text === "string" && text.length === 5;
  for (const [index, { fran, till }] of groupsIn(times)) {
    if (!isTime(fran) || !isTime(till) || fran < till) continue;
    const text = fran === till ? "tid-lika" : till === "00:00" ? "tid-midnatt" : "tid-ordning";
    yield fault(["tider", index, "till"], "tid-ordning", fill(texts[text], { fran, till }));
  }
}

/** @param {Data} record @param {import("./types.js").Texts} texts @returns {Generator<Fault>} */
function* extentFaults({ omfattning: extent }, texts) {
  for (const unit of isGroup(extent) ? ["timmar", "veckor"] : []) {
    const [low, high] = [extent[`${unit}_fran`], extent[`${unit}_till`]];
    if (typeof low !== "number" || typeof high !== "number" || low <= high) continue;
    const message = fill(texts["omfattning-ordning"], { fran: low, till: high, enhet: unit });
    yield fault(["omfattning", `${unit}_fran`], "omfattning-ordning", message);
  }
}

/** What holds for a time ends when it has begun. @param {Data} record @param {import("./types.js").Texts} texts
 * @returns {Generator<Fault>} */
function* noticeFaults({ tillfalligt: notice }, texts) {
  const { fran: start, till: end } = isGroup(notice) ? notice : {};
  const areDays = [start, end].every((day) => typeof day === "string" && day.length === "2026-11-22".length);
  if (!areDays || start <= end) return;
  const message = fill(texts["tillfalligt-ordning"], { fran: start, till: end });
  yield fault(["tillfalligt", "till"], "tillfalligt-ordning", message);
}

/** @param {Data} record @param {import("./types.js").Texts} texts @param {number} fewest who cannot be told apart
 * @returns {Generator<Fault>} */
function* resultFaults({ resultat: results }, texts, fewest) {
  for (const [index, { antal: count, av: whole }] of groupsIn(results)) {
    if (!Number.isSafeInteger(count)) continue;
    const path = ["resultat", index, "antal"];
    if (count > 0 && count < fewest) {
      yield fault(path, "resultat-smatal", fill(texts["resultat-smatal"], { antal: count, minst: fewest }));
    }
    if (Number.isSafeInteger(whole) && count > whole) {
      yield fault(path, "resultat-andel", fill(texts["resultat-andel"], { antal: count, av: whole }));
    }
  }
}

/** @param {Data} record @param {EngineData} data @returns {Generator<Fault>} */
function* statusFaults(record, data) {
  const { status } = record;
  const [texts, closed] = [data.regler.status, data.regelord.stangda];
  if (status === "okand" && Object.hasOwn(record, "senast_bekraftad")) {
    yield fault(["status"], "okand-bekraftad", texts["okand-bekraftad"]);
  }
  if (Object.hasOwn(record, "ersatt_av") && typeof status === "string" && !closed.includes(status)) {
    const named = valueName(["status"], status, data);
    yield fault(["ersatt_av"], "ersatt-av-oppen", fill(texts["ersatt-av-oppen"], { status: named }));
  }
}

/** A source or a remark speaks of fields that the record has. @param {Data} record @param {EngineData} data
 * @returns {Generator<Fault>} */
function* sourceFaults(record, data) {
  for (const [speaking, code] of Object.entries(data.regelord.galler)) {
    const others = new Map(Object.keys(record).filter((key) => key !== speaking).map((key) => [fold(key), key]));
    const texts = { ...data.regler.kallor, okand: data.regler.kallor[speaking] };
    for (const [index, { galler: fields }] of groupsIn(record[speaking])) {
      for (const [position, name] of Array.isArray(fields) ? fields.entries() : []) {
        if (typeof name !== "string" || Object.hasOwn(record, name)) continue;
        const message = unknownText(name, others, texts, data.granser.likhet, (key) => nameOf([key], data));
        yield fault([speaking, index, "galler", position], code, message);
      }
    }
  }
}

/** A text tells the reader to do only what can be done. @param {Data} record @param {EngineData} data
 * @returns {Generator<Fault>} */
function* contactFaults(record, data) {
  const { monster: patterns, vagar: ways } = data.regelord.kontakt;
  const own = [record.kontakt, record.anordnare].filter(isGroup);
  const has = (/** @type {Data} */ group, /** @type {string[]} */ keys) =>
    keys.some((key) => Object.hasOwn(group, key));
  // The page shows the contacts of the places only when there is nothing nearer to turn to.
  const groups = own.some((group) => has(group, Object.values(ways).flat())) ? own : contactsAround(record, data);
  for (const [path, text] of tellingTexts(record)) {
    for (const [name, pattern] of Object.entries(patterns)) {
      const isTold = makePattern(pattern, "u").test(text);
      const canBeDone = groups.some((group) => has(group, ways[name]));
      if (isTold && !canBeDone) yield fault(path, "kontakt-saknas", data.regler.kontakt[name]);
    }
  }
}

/** The texts that tell a reader what to do. @param {Data} record @returns {[Path, string][]} */
function tellingTexts({ forsta_steget: step, ingang: ways }) {
  const told = groupsIn(ways).map(([index, way]) => [["ingang", index, "forklaring"], way.forklaring]);
  const all = /** @type {[Path, any][]} */ ([[["forsta_steget"], step], ...told]);
  return all.filter(([, text]) => typeof text === "string");
}

/** The contacts of the places that a record lies in. @param {Data} record @param {EngineData} data @returns {Data[]} */
function contactsAround(record, data) {
  return data.regelord.kontakt.omkring.flatMap((field) => {
    const rule = data.regel.properties[field];
    const values = valuesOf(rule.items ?? rule, data.vokabular) ?? [];
    const held = [record[field]].flat();
    return values.filter((one) => held.includes(one.const)).map((one) => one["x-kontakt"] ?? {});
  });
}

/** @param {string} text @param {Map<string, string>} known @param {import("./types.js").Texts} texts
 * @param {number} cutoff @param {(meant: string) => string} named how a message names what was meant */
function unknownText(text, known, texts, cutoff, named) {
  const meant = closest(text, known, cutoff);
  const cure = meant ? fill(texts.menade, { menat: named(meant) }) : texts.hjalp;
  return fill(texts.okand, { text: quoted(text), hjalp: cure });
}

/** The rule of references: which fields hold another record's id, the schema says. @param {EngineData} data */
function makeReferences(data) {
  const texts = data.regler.referenser;
  // The search for what was meant goes through every id: once for each word and list of ids, not at each key press.
  /** @type {WeakMap<Set<string>, {spelled: Map<string, string>, told: Map<string, string>}>} */
  const seen = new WeakMap();

  /** @param {string} target @param {Set<string>} ids */
  function unknownRecord(target, ids) {
    const memory = seen.get(ids) ?? { spelled: new Map([...ids].map((id) => [fold(id), id])), told: new Map() };
    seen.set(ids, memory);
    const find = () => unknownText(target, memory.spelled, texts, data.granser.likhet, (id) => id);
    const message = memory.told.get(target) ?? find();
    memory.told.set(target, message);
    return message;
  }

  /** @param {Data} record @param {Around} around @returns {Generator<Fault>} */
  return function* (record, { id, ids }) {
    for (const [path, target] of referencesIn(record, data.regel).slice(0, data.regelord.referenser)) {
      const named = nameOf(path.slice(0, 1), data);
      if (target === id) yield fault(path, "referens-sjalv", fill(texts.sjalv, { falt: named }));
      else if (ids && !ids.has(target)) yield fault(path, "referens-okand", unknownRecord(target, ids));
    }
  };
}

/** The ids of other records that a record holds, lists first. Another form is the schema's to tell.
 * @param {Data} record @param {import("./types.js").Rule} rule @returns {[Path, string][]} */
export function referencesIn(record, rule) {
  const fields = Object.entries(rule.properties ?? {});
  const lists = fields.filter(([, node]) => node.items?.["x-forslag"] === "post").flatMap(([key]) =>
    (Array.isArray(record[key]) ? [...record[key].entries()] : []).map(([index, one]) => [[key, index], one]));
  const single = fields.filter(([, node]) => node["x-forslag"] === "post").map(([key]) => [[key], record[key]]);
  const all = /** @type {[Path, any][]} */ ([...lists, ...single]);
  return all.filter(([, target]) => typeof target === "string" && isId(target));
}
