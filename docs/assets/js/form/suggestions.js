// Suggestions where the name of something else is written: another record, or a field of this one (`x-forslag` in the
// schema). A native datalist: keyboard and screen reader work as they do in the rest of the browser.
import { citat, fyll } from "../record/messages.js";
import { el } from "./frame.js";
import { closest, fold } from "../record/likeness.js";

/** @typedef {{varde: string, namn: string, mer: string}} Val */
/** @typedef {(() => Promise<Val[] | null>)} Kalla what there is to choose from right now; null when nobody could say */

export class Forslag {
  /** @param {Record<string, Kalla>} kallor kind of suggestion -> where they come from @param {any} data */
  constructor(kallor, data) {
    this.kallor = kallor;
    this.data = data;
    this.listor = Object.fromEntries(Object.keys(kallor).map((kind) => [kind, el("datalist", { id: `forslag-${kind}` })]));
  }

  /** @param {HTMLInputElement} control @param {string} kind @param {(text: string) => void} sag @returns {HTMLElement} what the value stands for, as a line below */
  koppla(control, kind, sag) {
    const line = el("p", { class: "not" });
    control.setAttribute("list", `forslag-${kind}`);
    control.addEventListener("focus", () => this.fyll(kind));
    control.addEventListener("input", () => line.replaceChildren());
    control.addEventListener("change", () => this.avgor(control, kind, line).then(() => sag(line.textContent ?? "")));
    if (control.value) this.avgor(control, kind, line);
    return line;
  }

  /** @param {string} kind */
  async fyll(kind) {
    const found = (await this.kallor[kind]()) ?? [];
    this.listor[kind].replaceChildren(...found.map((val) => el("option", { value: val.varde }, text(val))));
  }

  /** @param {HTMLInputElement} control @param {string} kind @param {HTMLElement} line */
  async avgor(control, kind, line) {
    const found = await this.kallor[kind]();
    if (found === null || control.value === "") return;
    const named = found.filter((val) => fold(val.namn) === fold(control.value));
    // Who writes the whole name means the only one that is called so.
    if (named.length === 1 && named[0].varde !== control.value) skrivOm(control, named[0].varde);
    line.textContent = this.besked(control.value, found, this.data.forslag[kind]);
  }

  /** @param {string} value @param {Val[]} found @param {Record<string, string>} texter of the command's rule */
  besked(value, found, texter) {
    const known = found.find((val) => val.varde === value);
    if (known) return text(known);
    const menat = closest(value, new Map(found.map((val) => [fold(val.varde), val.varde])), this.data.granser.likhet);
    return fyll(texter.okand, { text: citat(value), hjalp: menat ? fyll(texter.menade, { menat }) : texter.hjalp });
  }
}

/** @param {Val} val */
function text(val) {
  return val.mer ? `${val.namn}, ${val.mer}` : val.namn;
}

/** @param {HTMLInputElement} control @param {string} value as if it had been typed */
function skrivOm(control, value) {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
