// A record that is being written -> what trust in it rests on, as scripts/katalog/derive/trust.py finds it; tests
// compare. Pure.

/** @typedef {import("../core/trust.js").Basis} Basis */
/** @typedef {{ar?: number, slag?: string, galler?: string[]}} Source */
/** `slag`: the kinds of sources that count, the first before the second; `annan`: what one is that does not tell.
 * @typedef {import("../core/trust.js").TrustWords & {slag: string[], annan: string}} TrustData */

/** @param {import("./types.js").Data} record @param {TrustData} data @returns {Basis} */
export function basisOf(record, data) {
  /** @type {Source[]} */
  const sources = Array.isArray(record.kallor) ? record.kallor : [];
  const whole = sources.filter(({ galler }) => !galler?.length || galler.includes("sammanfattning"));
  const good = newestOf(whole.filter(({ slag }) => slag && data.slag.includes(slag)), data);
  const newest = newestOf(whole, data);
  const isPast = record.status === "avslutad" || record.forebild === true;
  const told = newest[1] ? newest : /** @type {[string, number]} */ (["", Number(record.uppgifter_fran) || 0]);
  return [dateOf(record.senast_bekraftad), String(record.bekraftad_av ?? ""), ...good, ...told, isPast];
}

/** Does what is said of trust have this year in it, whatever the day? @param {Basis} basis @param {number} year */
export const tellsYear = ([confirmed, , , good, , newest], year) =>
  confirmed !== "" || (newest === year && (good === 0 || good === year));

/** @param {unknown} value what stands for a day, which is no date while it is written */
const dateOf = (value) => (typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : "");

/** @param {Source[]} sources @param {TrustData} data @returns {[string, number]} kind and year, 0 for none */
function newestOf(sources, data) {
  const place = (/** @type {string} */ kind) => (data.slag.includes(kind) ? data.slag.indexOf(kind) : data.slag.length);
  /** @type {[string, number]} */
  let best = ["", 0];
  for (const { slag = data.annan, ar } of sources) {
    const year = Number(ar) || 0;
    if (year > best[1] || (year && year === best[1] && place(slag) < place(best[0]))) best = [slag, year];
  }
  return best;
}
