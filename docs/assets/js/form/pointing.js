// What a field may point at: other records, and the fields of this one that are filled in (`x-forslag` in the schema).

/** @typedef {import("./suggestions.js").Choice} Choice */

/** Records to point at: all but this one. @param {import("./known.js").KnownRecords} known @param {string} own id
 * @returns {Promise<Choice[] | null>} */
export async function otherRecords(known, own) {
  const found = await known.load();
  const others = found?.records.filter((record) => record.id !== own);
  return others?.map(({ id, name, more }) => ({ value: id, name, more })) ?? null;
}

/** Fields to point at. @param {import("../record/types.js").Data} record
 * @param {import("../record/types.js").EngineData} data @returns {Choice[]} */
export function filledFields(record, data) {
  const fields = Object.entries(data.regel.properties).filter(([name]) => Object.hasOwn(record, name));
  return fields.map(([value, rule]) => ({ value, name: rule.title, more: "" }));
}
