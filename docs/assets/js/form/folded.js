// A row that holds something, folded: what it says stands on one line, and the questions come when they are asked for.
// Else five sources fill fifteen phone screens.
import { element } from "../core/element.js";
import { valuesOf } from "../record/violations.js";

/** @typedef {import("./frame.js").Rule} Rule */

const MOST_SHOWN = 60; // letters of what a row says

/** @param {string} title @param {HTMLElement} box the row's questions @param {() => string} told what the row says now
 * @param {boolean} isOpen */
export function foldedRow(title, box, told, isOpen) {
  return folded([box], () => `${title}: ${told()}`, isOpen);
}

/** Many questions of one kind. @param {HTMLElement[]} content @param {number} count of questions in it
 * @param {() => number} answered how many of them are, now */
export function foldedGroup(content, count, answered) {
  const told = () => `${answered() || "ingen"} besvarad${answered() > 1 ? "e" : ""}`;
  return folded(content, () => `${count} frågor, ${told()}`, false);
}

/** @param {HTMLElement[]} content @param {() => string} told the line above it, now @param {boolean} isOpen */
function folded(content, told, isOpen) {
  const summary = element("summary", {});
  const tell = () => (summary.textContent = told());
  tell();
  const made = element("details", { class: "fallt", open: isOpen }, summary, ...content);
  made.addEventListener("toggle", tell);
  return made;
}

/** What a row says, in the words of its vocabularies: "Måndag, 09:00, 16:00". @param {Rule} rule of the row
 * @param {Record<string, any>} row @param {import("../record/types.js").EngineData["vokabular"]} vocabularies */
export function rowWords(rule, row, vocabularies) {
  const texts = Object.entries(rule.properties ?? {}).flatMap(([name, part]) => {
    const values = valuesOf(part.items ?? part, vocabularies);
    return [row[name] ?? []].flat().filter((one) => typeof one !== "object").map((one) =>
      values?.find((value) => value.const === one)?.title ?? String(one));
  });
  const text = texts.join(", ");
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN).trimEnd()} …` : text || "tom";
}
