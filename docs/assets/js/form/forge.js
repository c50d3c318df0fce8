// The way of those who work in the catalogue's files: the forge's page for a new file with the content filled in, its
// edit page, and the file to copy or download. Makes elements and addresses; sends nothing by itself.
import { copyText, copyWords } from "../core/copy.js";
import { element } from "../core/element.js";
import { button } from "./frame.js";
import { OPEN, download, inAddress } from "./send.js";

/** A file of the catalogue as it should be. `path` is below the repository's root, `old` its text before.
 * @typedef {{path: string, name: string, text: string, old: string | null}} Proposal */
/** @typedef {import("./send.js").Destinations} Destinations */

const TITLE = "För dig som ändrar filen";

/** @param {Proposal} proposal @param {Destinations} to @param {() => void} sent @returns {HTMLElement} */
export function forgeWay(proposal, to, sent) {
  const ways = proposal.old === null ? newFileWay(proposal, to, sent) : correctionWay(proposal, to, sent);
  const told = element("p", { class: "besked", role: "status" });
  const copy = button("Kopiera filen", async () => {
    told.textContent = copyWords(await copyText(proposal.text));
  });
  const load = button("Ladda ner filen", () => download(proposal.name, proposal.text));
  return folded(to, proposal.path, ...ways, element("p", { class: "knappar" }, copy, load), told,
    element("pre", { tabindex: "0", "aria-label": "Filen", "data-resultat": "" }, element("code", {}, proposal.text)));
}

/** The lines of a file that change, "" when somebody has to find them.
 * @param {string} path @param {string} lines @param {Destinations} to @param {() => void} sent
 * @returns {HTMLElement | null} null where there is no forge */
export function linesWay(path, lines, to, sent) {
  if (!to.redigera) return null;
  const told = lines ? "Öppna filen, skriv de här raderna i den" : "Öppna filen, rätta den";
  const shown = lines ? [element("pre", { tabindex: "0", "aria-label": "Raderna" }, element("code", {}, lines))] : [];
  return folded(to, path, element("p", {}, `${told} och spara som ett förslag.`), ...shown,
    opener(`${to.redigera}${path}`, OPEN, sent));
}

/** Open where there is no other way to send. @param {Destinations} to @param {string} path
 * @param {HTMLElement[]} parts */
function folded(to, path, ...parts) {
  const isOnly = to.redigera !== "" && !to.brevlada;
  return element("details", { class: "fallt", open: isOnly },
    element("summary", {}, TITLE), element("p", {}, "Filen: ", element("code", {}, path)), ...parts);
}

/** The forge's page for a new file, filled in.
 * @param {string} base @param {string} folder below the repository's root @param {string} name @param {string} text */
export function newFileAddress(base, folder, name, text) {
  return `${base}${folder}?filename=${inAddress(name)}&value=${inAddress(text)}`;
}

/** @param {string} href @param {string} text @param {() => void} sent */
function opener(href, text, sent) {
  return element("p", { class: "knappar" },
    element("a", { class: "knapp", href, target: "_blank", rel: "noopener", click: sent }, text));
}

/** @param {string[]} texts */
function steps(...texts) {
  return element("ol", {}, ...texts.map((text) => element("li", {}, text)));
}

/** @param {Proposal} proposal @param {Destinations} to @param {() => void} sent */
function newFileWay({ path, name, text }, to, sent) {
  if (!to.ny) return [];
  const folder = path.slice(0, -name.length - 1);
  const filled = newFileAddress(to.ny, folder, name, text);
  if (/\/new\//.test(to.ny) && filled.length < to.mest) {
    const told = element("p", {}, "Sidan som öppnas har filen ifylld. Spara den där som ett förslag.");
    return [told, opener(filled, "Skapa förslaget", sent)];
  }
  const last = `Öppna sidan för en ny fil. Skriv filnamnet ${name}, klistra in texten och spara som ett förslag.`;
  const way = opener(`${to.ny}${folder}`, "Öppna sidan för en ny fil", sent);
  return [steps("Kopiera filen här nedanför.", last), way];
}

/** @param {Proposal} proposal @param {Destinations} to @param {() => void} sent */
function correctionWay({ path }, to, sent) {
  if (!to.redigera) return [];
  const last = "Öppna filen. Byt ut allt som står där mot det du kopierade och spara som ett förslag.";
  return [steps("Kopiera filen här nedanför.", last), opener(`${to.redigera}${path}`, OPEN, sent)];
}
