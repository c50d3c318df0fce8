// On /handlaggare/matcha/: find today's folder, load the table from it. What the page says without a script stays until
// the table is there, and comes back when it cannot be had.
import { starButton } from "./list/star.js";

const PATIENCE_MS = 20_000;

/** @param {HTMLElement} area its address of the file that names today's folder (data-pekare) and of the site's root */
async function load(area) {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const pointer = new URL(area.dataset.pekare ?? "", document.baseURI).href;
  const root = new URL(area.dataset.rot ?? "", document.baseURI).pathname;
  const answer = await fetch(pointer, { cache: "no-cache", signal });
  if (!answer.ok) throw new Error(`${pointer}: ${answer.status}`);
  const today = /** @type {{bord: string}} */ (await answer.json());
  const desk = await import(new URL(today.bord, pointer).href);
  await desk.start(area, root, signal, starButton);
}

const area = /** @type {HTMLElement | null} */ (document.querySelector("[data-matcha]"));
const plain = /** @type {HTMLElement | null} */ (document.querySelector("[data-utan-skript]"));
if (area && plain) {
  const told = /** @type {HTMLElement | null} */ (document.querySelector("[data-matcha-bud]"));
  load(area).then(() => {
    plain.hidden = true;
    area.hidden = false;
  }, (fault) => {
    if (told) told.textContent = "Tabellen går inte att hämta just nu. Ladda om sidan, eller använd listorna här.";
    console.warn("Tabellen kunde inte starta.", fault);
  });
}
