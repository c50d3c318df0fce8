// The ways out of the table: copied, as a sheet, on paper. Nothing is sent.

import { copyText, copyWords } from "../core/copy.js";
import { element } from "../core/element.js";
import { asCsv } from "./told.js";

const FILE = "vem-tar-emot.csv";

/** @param {string} text @param {() => unknown} click @param {string} [look] */
export const button = (text, click, look = "knapp knapp-tyst") =>
  element("button", { type: "button", class: look, click }, text);

/** @param {() => string} text @param {(said: string) => void} tell */
export const copyButton = (text, tell) =>
  button("Kopiera som text", async () => tell(copyWords(await copyText(text()))));

/** @param {() => import("./told.js").Told[]} places */
export const sheetButton = (places) => button("Ladda ner CSV", () => download(FILE, asCsv(places())));

/** @param {string} [look] */
export const printButton = (look) => button("Skriv ut", () => print(), look);

/** @param {string} address */
export const whole = (address) => new URL(address, location.href).href;

/** @param {string} name @param {string} text */
function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
