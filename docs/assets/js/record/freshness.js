// What the reader will see of a record: its card and its freshness line, as data. Pure; the words come with the page
// and are those of scripts/katalog/derive.py; tests compare.

const DAY = 86_400_000;

/** @param {string} mall @param {Record<string, unknown>} varden */
function fyll(mall, varden) {
  return mall.replace(/\{(\w+)\}/g, (_, name) => String(varden[name]));
}

/** @param {string} datum @param {string[]} manader */
export function svensktDatum(datum, manader) {
  const [year, month, day] = datum.split("-");
  return `${Number(day)} ${manader[Number(month) - 1]} ${year}`;
}

/**
 * @param {Record<string, any>} post @param {any} ord the freshness part of the page's data @param {string} idag ISO date
 * @returns {{niva: string, etikett: string, text: string, datum: string | null, ar: any}}
 */
export function aktualitet(post, ord, idag) {
  const { texter } = ord;
  const datum = post[ord.datum];
  const ar = post[ord.ar] ?? null;
  const isClosed = post[ord.status] === ord.stangd;
  const days = (Date.parse(idag) - Date.parse(datum)) / DAY;
  if (typeof datum !== "string" || Number.isNaN(days)) {
    const fran = ar ? fyll(texter.fran, { ar }) : texter.okand_alder;
    const niva = ord.obekraftad;
    return { niva, etikett: etikett(niva, isClosed, ord), text: fyll(isClosed ? texter.stangd : texter.obekraftad, { fran }), datum: null, ar };
  }
  /** @type {[number, string] | undefined} */
  const step = ord.steg.find((/** @type {[number, string]} */ [limit]) => days <= limit);
  const niva = step ? step[1] : ord.annars;
  const told = fyll(texter.bekraftades, { datum: svensktDatum(datum, ord.manader), av: post[ord.av] ?? "…" });
  return { niva, etikett: etikett(niva, isClosed, ord), text: told + (step === ord.steg[0] ? "" : texter.fraga), datum, ar };
}

/** @param {string} niva @param {boolean} isClosed @param {any} ord */
function etikett(niva, isClosed, ord) {
  return isClosed ? ord.ord_stangd : ord.etiketter[niva];
}
