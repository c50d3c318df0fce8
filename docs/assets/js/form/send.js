// The ways out of the form: the forge's page with the content filled in, copy, download, a prepared e-mail. Makes
// elements and addresses; sends nothing by itself.
import { copyText, copyWords } from "../core/copy.js";
import { element } from "../core/element.js";
import { button } from "./frame.js";

/** `path` is the file's below the repository's root, `old` its text before.
 * @typedef {{path: string, name: string, text: string, old: string | null, title: string}} Proposal */
/** @typedef {import("./form.js").Destinations} Destinations */

const MOST_IN_MAIL = 2000; // longer addresses are cut off by some mail programs
const NOWHERE =
  "Den här webbplatsen har ingen adress att skicka till. Ladda ner filen och lämna den till den som " +
  "sköter katalogen.";

/** The forge's page for a new file, filled in.
 * @param {string} base @param {string} folder below the repository's root @param {string} name @param {string} text */
export function newFileAddress(base, folder, name, text) {
  return `${base}${folder}?filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
}

/**
 * @param {Proposal} proposal @param {Destinations} to where the site says proposals go
 * @param {(text: string) => void} say @returns {HTMLElement}
 */
export function waysOut(proposal, to, say) {
  const tellCopied = async () => say(copyWords(await copyText(proposal.text)));
  const copier = button("Kopiera texten", tellCopied);
  const loader = button("Ladda ner filen", () => download(proposal.name, proposal.text));
  const isNowhere = !to.ny && !to.redigera && !to.brevlada;
  return element("div", { class: "utgangar" },
    ...(proposal.old === null ? newFileWay(proposal, to) : correctionWay(proposal, to)),
    element("p", { class: "knappar" }, copier, loader),
    ...mailWay(proposal, to),
    isNowhere ? element("p", {}, NOWHERE) : null);
}

/** @param {string} href @param {string} text */
function opener(href, text) {
  return element("p", { class: "knappar" },
    element("a", { class: "knapp", href, target: "_blank", rel: "noopener" }, text));
}

/** @param {string[]} texts */
function steps(...texts) {
  return element("ol", {}, ...texts.map((text) => element("li", {}, text)));
}

/** @param {Proposal} proposal @param {Destinations} to */
function newFileWay({ path, name, text }, to) {
  if (!to.ny) return [];
  const folder = path.slice(0, -name.length - 1);
  const filled = newFileAddress(to.ny, folder, name, text);
  if (/\/new\//.test(to.ny) && filled.length < to.mest) {
    const told = element("p", {}, "Sidan som öppnas har filen ifylld. Spara den där som ett förslag.");
    return [told, opener(filled, "Skapa förslaget")];
  }
  const last = `Öppna sidan för en ny fil. Skriv filnamnet ${name}, klistra in texten och spara som ett förslag.`;
  return [steps("Kopiera texten här nedanför.", last), opener(`${to.ny}${folder}`, "Öppna sidan för en ny fil")];
}

/** @param {Proposal} proposal @param {Destinations} to */
function correctionWay({ path }, to) {
  if (!to.redigera) return [];
  const last = "Öppna filen. Byt ut allt som står där mot det du kopierade och spara som ett förslag.";
  return [steps("Kopiera texten här nedanför.", last), opener(`${to.redigera}${path}`, "Öppna filen")];
}

/** @param {Proposal} proposal @param {Destinations} to */
function mailWay({ path, text, old, title }, to) {
  if (!to.brevlada) return [];
  const subject = `${old === null ? "Ny verksamhet" : "Rätta"}: ${title}`;
  const addressWith = (/** @type {string} */ body) => {
    const lines = body.replace(/\r?\n/g, "\r\n"); // RFC 6068, 5: a line in a mail's body ends with CRLF
    return `mailto:${to.brevlada}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
  };
  const whole = addressWith(`Fil: ${path}\n\n${text}`);
  const fits = whole.length < MOST_IN_MAIL;
  const href = fits ? whole : addressWith(`Fil: ${path}\n\nFilen är bifogad.`);
  const told = fits
    ? "Eller mejla förslaget. Texten står redan i mejlet."
    : "Eller mejla förslaget. Ladda ner filen först och bifoga den.";
  const link = element("a", { class: "knapp knapp-tyst", href }, `Mejla ${to.brevlada}`);
  return [element("p", {}, told), element("p", { class: "knappar" }, link)];
}

/** @param {string} name @param {string} text */
function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
