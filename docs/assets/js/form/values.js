// What stands in the form -> the record's data. The form keeps what was typed as it was typed; here empty fields, groups
// and rows fall away, numbers become numbers, and breaks and invisible characters that a file may not hold go. Pure.

/** @typedef {{rader?: number[], inre?: Record<string, Karta>}} Karta which row of the form a row of the data came from */

/**
 * @param {any} value @param {any} regel @param {{forbjudna: RegExp, stycken: (regel: any) => boolean}} val
 * @returns {{varde: any, karta: Karta}} `varde` is undefined when nothing was filled in
 */
export function rensa(value, regel, val) {
  if (value === undefined || value === null || value === "") return { varde: undefined, karta: {} };
  if (typeof value === "string") return { varde: regel?.type === "integer" || regel?.type === "number" ? tal(value) : text(value, regel, val), karta: {} };
  if (Array.isArray(value)) {
    /** @type {number[]} */
    const rader = [];
    /** @type {Record<string, Karta>} */
    const inre = {};
    const rows = [];
    for (const [index, row] of value.entries()) {
      const clean = rensa(row, regel?.items, val);
      if (clean.varde === undefined) continue;
      inre[rows.length] = clean.karta;
      rader.push(index);
      rows.push(clean.varde);
    }
    return { varde: rows.length ? rows : undefined, karta: { rader, inre } };
  }
  if (typeof value !== "object") return { varde: value, karta: {} };
  /** @type {Record<string, any>} */
  const group = {};
  /** @type {Record<string, Karta>} */
  const inre = {};
  for (const [key, inner] of Object.entries(value)) {
    const clean = rensa(inner, regel?.properties?.[key], val);
    if (clean.varde === undefined) continue;
    group[key] = clean.varde;
    inre[key] = clean.karta;
  }
  return { varde: Object.keys(group).length ? group : undefined, karta: { inre } };
}

/** @param {string} value */
function tal(value) {
  const plain = value.trim().replace(",", ".").replace("\u2212", "-");
  if (plain === "") return undefined;
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : value.trim();
}

/** @param {string} value @param {any} regel @param {{forbjudna: RegExp, stycken: (regel: any) => boolean}} val */
function text(value, regel, val) {
  let plain = value.replace(/\r\n?/g, "\n").normalize("NFC").replace(val.forbjudna, "").replaceAll("\t", " ");
  plain = val.stycken(regel) ? plain.replace(/ +\n/g, "\n") : plain.replace(/\s*\n\s*/g, " ");
  plain = plain.trim();
  // Help written for those who edit the file says "inom citattecken": taken at its word, the marks go.
  if (regel?.pattern) plain = plain.replace(/^"(.*)"$/, "$1");
  return plain === "" ? undefined : plain;
}

/** @param {(string | number)[]} path in the data @param {Karta} karta @returns {(string | number)[]} in the form */
export function iFormularet(path, karta) {
  /** @type {(string | number)[]} */
  const out = [];
  /** @type {Karta | undefined} */
  let at = karta;
  for (const step of path) {
    out.push(typeof step === "number" ? at?.rader?.[step] ?? step : step);
    at = at?.inre?.[step];
  }
  return out;
}

/** @param {any} root @param {(string | number)[]} path */
export function hamta(root, path) {
  return path.reduce((node, step) => node?.[step], root);
}

/** @param {any} root @param {(string | number)[]} path @param {any} value undefined takes the key away */
export function satt(root, path, value) {
  let node = root;
  for (const [index, step] of path.slice(0, -1).entries()) {
    if (typeof node[step] !== "object" || node[step] === null) node[step] = typeof path[index + 1] === "number" ? [] : {};
    node = node[step];
  }
  const last = path[path.length - 1];
  if (value === undefined && !Array.isArray(node)) delete node[last];
  else node[last] = value;
}
