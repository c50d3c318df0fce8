// Numbers and addresses as people paste them -> as a record has them: a telephone number, a postal code, a mailbox, a
// page. Each is a guess; `meant.js` takes the first that the field's own pattern accepts. Pure.

const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::[0-9]+)?(?:[/?#][^\s]*)?$/u;

/** @param {string} text without white around it @returns {string[]} */
export function codesMeant(text) {
  return [mailbox(text), page(text), postalCode(text), telephone(text)].filter(Boolean);
}

/** @param {string} text */
function mailbox(text) {
  const bare = text.replace(/^mailto:/i, "").replace(/^(?:e-?post|mejl|mail):? /i, "").replace(/^<|>$|[.,;]$/g, "");
  return bare.replace(/ ?(?:@|\(at\)|\(a\)|\[at\]) ?/i, "@");
}

/** @param {string} text */
function page(text) {
  const bare = text.replace(/^<|>$|[,;]$/g, "").replace(/^(?:webb|hemsida|url):? /i, "").replace(/\.$/, "");
  const rest = bare.replace(/^(?:https?|htt|htpps?|ttps?)?[:;]?\/{1,2}/i, "");
  const scheme = /^http:\/\//i.test(bare) ? "http" : "https";
  return DOMAIN.test(rest) ? `${scheme}://${rest}` : "";
}

/** @param {string} text */
function postalCode(text) {
  const found = /^(?:se?[- ]?)?([0-9]{3})[- ]?([0-9]{2})$/i.exec(text);
  return found ? `${found[1]} ${found[2]}` : "";
}

/** @param {string} text */
function telephone(text) {
  const bare = text.replace(/^(?:telefon|tel|tfn|växel|växeln|vx|nr)[.:]* ?/i, "");
  if (!/^[+(]?[0-9][0-9 ()./-]*$/.test(bare)) return "";
  const whole = bare.replace(/^00(?=46)/, "+").replace(/\(0\)/, " ").replace(/[()]/g, " ");
  return whole.replace(/ ?\/ ?/g, "-").replace(/\./g, " ").replace(/ ?- ?/g, "-").replace(/ {2,}/g, " ").trim();
}
