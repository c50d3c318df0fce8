// The table and the list of questions as text and as CSV. Pure.

/** One place as it is told: the group it stands in, its name and whole address, its answer, its columns.
 * @typedef {{id: string, group: string, name: string, address: string, answer: string[],
 *   cells: [string, string][]}} Told */
/** @typedef {{name: string, address: string, reach: string, questions: string[]}} Called */

const BREAK = "\r\n";

/** @param {string[]} head lines above all @param {Told[]} places */
export function asText(head, places) {
  const told = places.map(({ group, name, address, answer, cells }) => [
    `${name} (${group})`,
    ...answer.map((line) => `- ${line}`),
    ...cells.filter(([, text]) => text).map(([title, text]) => `${title}: ${text}`),
    address,
  ].join("\n"));
  return [head.join("\n"), ...told].join("\n\n");
}

/** With semicolons, as Swedish sheets read it, and a mark that says that it is UTF-8. @param {Told[]} places */
export function asCsv(places) {
  const titles = ["Svar", "Namn", "Varför", ...(places[0]?.cells.map(([title]) => title) ?? []), "Adress"];
  const rows = places.map(({ group, name, answer, cells, address }) =>
    [group, name, answer.join(" "), ...cells.map(([, text]) => text), address]);
  return `\ufeff${[titles, ...rows].map((row) => row.map(cell).join(";")).join(BREAK)}${BREAK}`;
}

/** @param {string} text */
function cell(text) {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {Called[]} places */
export const callsText = (places) => places.map(({ name, address, reach, questions }) =>
  [name, reach, ...questions.map((question) => `- ${question}`), address].filter(Boolean).join("\n")).join("\n\n");
