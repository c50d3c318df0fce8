// One record's data -> its faults, with the codes and texts of `katalog validate`: those of the schema
// (scripts/katalog/record/shape.py), those about people (rules/persondata.py) and those of the small rules. Every text,
// limit and word list comes with the page. Pure; tests drive both engines with the same cases and compare.
import { meantFields, missingField, unknownField, unknownKeys, valueFault } from "./messages.js";
import { makePeopleCheck } from "./people.js";
import { makeRules } from "./rules.js";
import { violations } from "./violations.js";

/** @typedef {import("./violations.js").Violation} Violation */
/** @typedef {import("./types.js").Data} Data */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").EngineData} EngineData */

/** @param {EngineData} data @returns {(record: Data, around: import("./rules.js").Around) => Fault[]} */
export function makeCheck(data) {
  const people = makePeopleCheck(data.persondata, data.regler.persondata);
  const rules = makeRules(data);
  return (record, around) => [...shapeFaults(record, data), ...people(record), ...rules(record, around)];
}

/** @param {Data} record @param {EngineData} data @returns {Fault[]} */
function shapeFaults(record, data) {
  const all = [...violations(record, data.regel, [], data.vokabular)].slice(0, data.granser.mest);
  const meant = meantFields(all, data);
  // A field that is there under another spelling is not missing as well.
  const spelled = new Set([...meant.values()].map((path) => JSON.stringify(path)));
  const told = new Set();
  return inOrder(all, data.granser.ordning).flatMap((broken) => {
    if (broken.kind === "additionalProperties") {
      return unknownKeys(broken).map((name) => unknownField(broken, name, meant, data));
    }
    if (broken.kind === "anyOf") return [missingField(broken, data)];
    const isMissing = broken.kind === "required";
    const place = JSON.stringify(isMissing ? [...broken.path, broken.field] : broken.path);
    if (told.has(place) || (isMissing && spelled.has(place))) return [];
    told.add(place);
    return [isMissing ? missingField(broken, data) : valueFault(broken, data)];
  });
}

/** The weightiest rule of a value first; what a condition asks comes last. @param {Violation[]} all
 * @param {string[]} order */
function inOrder(all, order) {
  const rank = (/** @type {Violation} */ one) => (order.includes(one.kind) ? order.indexOf(one.kind) : order.length);
  const last = (/** @type {Violation} */ one) => Number(one.isConditional ?? false);
  return [...all].sort((one, other) => rank(one) - rank(other) || last(one) - last(other));
}
