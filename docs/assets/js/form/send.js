// The ways out of the form: the forge's page with the content filled in, copy, download, a prepared e-mail. Makes
// elements and addresses; sends nothing by itself.
import { el } from "./frame.js";

/** @typedef {{stig: string, namn: string, text: string, gammal: string | null, id: string, titel: string}} Forslag `gammal` is the old file's text */

/** @param {string} base the forge's new-file page @param {string} folder below the repository's root @param {string} name @param {string} text */
export function nyFil(base, folder, name, text) {
  return `${base}${folder}?filename=${encodeURIComponent(name)}&value=${encodeURIComponent(text)}`;
}

/** @param {string} old @param {string} text @returns {string[]} the lines that differ, each with its sign */
export function skillnad(old, text) {
  const [a, b] = [old.split(/\r\n|\r|\n/), text.split(/\r\n|\r|\n/)];
  const length = a.map(() => new Array(b.length + 1).fill(0));
  length.push(new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
  }
  const out = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (i < a.length && (j >= b.length || length[i + 1][j] >= length[i][j + 1])) out.push(`- ${a[i++]}`);
    else out.push(`+ ${b[j++]}`);
  }
  return out;
}

/** @param {string} text @returns {Promise<boolean>} */
async function kopiera(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {Forslag} f @param {any} skicka where the site says proposals go @param {(text: string) => void} sag @returns {HTMLElement} */
export function utgangar(f, skicka, sag) {
  const box = el("div", { class: "utgangar" });
  const copy = el("button", { type: "button", class: "knapp knapp-tyst", onclick: async () => sag((await kopiera(f.text)) ? "Texten är kopierad." : "Det gick inte att kopiera. Markera texten och kopiera den.") }, "Kopiera texten");
  const file = el("button", { type: "button", class: "knapp knapp-tyst", onclick: () => ladda(f.namn, f.text) }, "Ladda ner filen");
  const ways = [...(f.gammal === null ? nyttForslag(f, skicka) : rattelse(f, skicka)), el("p", { class: "knappar" }, copy, file), ...mejl(f, skicka)];
  if (!skicka.ny && !skicka.redigera && !skicka.brevlada) ways.push(el("p", {}, "Den här webbplatsen har ingen adress att skicka till. Ladda ner filen och lämna den till den som sköter katalogen."));
  box.append(...ways);
  return box;
}

/** @param {string} href @param {string} text */
function oppna(href, text) {
  return el("a", { class: "knapp", href, target: "_blank", rel: "noopener" }, text);
}

/** @param {Forslag} f @param {any} skicka */
function nyttForslag(f, skicka) {
  if (!skicka.ny) return [];
  const folder = f.stig.slice(0, -f.namn.length - 1);
  const filled = nyFil(skicka.ny, folder, f.namn, f.text);
  if (/\/new\//.test(skicka.ny) && filled.length < skicka.mest) {
    return [el("p", {}, "Sidan som öppnas har filen ifylld. Spara den där som ett förslag."), el("p", { class: "knappar" }, oppna(filled, "Skapa förslaget"))];
  }
  return [
    el("ol", {}, el("li", {}, "Kopiera texten här nedanför."), el("li", {}, `Öppna sidan för en ny fil. Skriv filnamnet ${f.namn}, klistra in texten och spara som ett förslag.`)),
    el("p", { class: "knappar" }, oppna(`${skicka.ny}${folder}`, "Öppna sidan för en ny fil")),
  ];
}

/** @param {Forslag} f @param {any} skicka */
function rattelse(f, skicka) {
  if (!skicka.redigera) return [];
  return [
    el("ol", {}, el("li", {}, "Kopiera texten här nedanför."), el("li", {}, "Öppna filen. Byt ut allt som står där mot det du kopierade och spara som ett förslag.")),
    el("p", { class: "knappar" }, oppna(`${skicka.redigera}${f.stig}`, "Öppna filen")),
  ];
}

/** @param {Forslag} f @param {any} skicka */
function mejl(f, skicka) {
  if (!skicka.brevlada) return [];
  const subject = `${f.gammal === null ? "Ny verksamhet" : "Rätta"}: ${f.titel}`;
  const body = `Fil: ${f.stig}\n\n${f.text}`;
  const whole = `mailto:${skicka.brevlada}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  // Longer addresses are cut off by some mail programs: then the file goes along as an attachment.
  const fits = whole.length < 2000;
  const short = `mailto:${skicka.brevlada}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`Fil: ${f.stig}\n\nFilen är bifogad.`)}`;
  return [
    el("p", {}, fits ? "Eller mejla förslaget. Texten står redan i mejlet." : "Eller mejla förslaget. Ladda ner filen först och bifoga den."),
    el("p", { class: "knappar" }, el("a", { class: "knapp knapp-tyst", href: fits ? whole : short }, `Mejla ${skicka.brevlada}`)),
  ];
}

/** @param {string} name @param {string} text */
function ladda(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
