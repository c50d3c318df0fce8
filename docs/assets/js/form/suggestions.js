// Suggestions where the name of something else is written: another record, or a field of this one (`x-forslag` in the
// schema). A native datalist: keyboard and screen reader work as they do in the rest of the browser.
import { element } from "../core/element.js";
import { fold } from "../record/likeness.js";

/** @typedef {{value: string, name: string, more: string}} Choice */
/** What there is to choose from right now; null when nobody could say.
 * @typedef {() => Promise<Choice[] | null>} Source */

export class Suggestions {
  /** @param {Record<string, Source>} sources kind of suggestion -> where they come from */
  constructor(sources) {
    this.sources = sources;
    this.lists = Object.fromEntries(
      Object.keys(sources).map((kind) => [kind, element("datalist", { id: `forslag-${kind}` })]));
  }

  /** Gives what the value stands for, as a line to set below. What stands for nothing is a fault, and told as one.
   * @param {HTMLInputElement} control @param {string} kind @param {(text: string) => void} say */
  connect(control, kind, say) {
    const line = element("p", { class: "not" });
    control.setAttribute("list", `forslag-${kind}`);
    control.addEventListener("focus", () => this.fill(kind));
    control.addEventListener("input", () => line.replaceChildren());
    control.addEventListener("change", () => this.settle(control, kind, line).then(() => say(line.textContent ?? "")));
    if (control.value) this.settle(control, kind, line);
    return line;
  }

  /** @param {string} kind */
  async fill(kind) {
    const found = (await this.sources[kind]()) ?? [];
    const options = found.map((choice) => element("option", { value: choice.value }, textOf(choice)));
    this.lists[kind].replaceChildren(...options);
  }

  /** @param {HTMLInputElement} control @param {string} kind @param {HTMLElement} line */
  async settle(control, kind, line) {
    const found = await this.sources[kind]();
    if (found === null || control.value === "") return;
    const byValue = () => found.find((choice) => choice.value === control.value);
    const named = found.filter((choice) => fold(choice.name) === fold(control.value));
    // Who writes the whole name means the only one that is called so. A value is itself, though a name reads like it.
    if (!byValue() && named.length === 1) rewrite(control, named[0].value);
    const known = byValue();
    line.textContent = known ? textOf(known) : "";
  }
}

/** @param {Choice} choice */
function textOf(choice) {
  return choice.more ? `${choice.name}, ${choice.more}` : choice.name;
}

/** As if it had been typed. @param {HTMLInputElement} control @param {string} value */
function rewrite(control, value) {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
