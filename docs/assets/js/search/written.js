// Names that count only as they are written: "händerna" is not Handen, though both have one stem. No DOM; which
// concepts have such names is stated in the data.

/** @typedef {import("./matches.js").Token} Token */

const GENITIVE = "s";

/** @param {Pick<import("./index.js").Index, "vikter" | "begrepp" | "orter">} index
 * @param {import("./matches.js").Words} language */
export function makeWritten({ vikter, begrepp, orter }, language) {
  const classes = new Set(vikter.som_skrivet);
  const wide = new Set(orter.overallt); // "rikstäckande" is no name, it is bent as other words

  /** How a name is written: as it stands, without its dots, each in the genitive too. @param {string} name */
  const formsOf = (name) => [name, language.plain(name)].flatMap((form) => [form, form + GENITIVE]);

  /** Is the concept one whose name counts only as it is written? @param {number} concept */
  const isStrict = (concept) => classes.has(begrepp[concept].klass) && !wide.has(concept);

  /** Is it the name itself? @param {Token} token @param {string} name */
  const isForm = ({ word }, name) => formsOf(name).includes(word);

  /** Does it begin the name, as somebody writes it? @param {Token} token @param {string} name */
  const isBegun = ({ word }, name) => name.startsWith(word) || language.plain(name).startsWith(word);

  return { formsOf, isStrict, isForm, isBegun };
}
