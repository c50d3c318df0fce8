// What stands at the end of a screen while something is missing: what that is, quietly, and the button that will send.
// A press before its time tells the fault where it is.
import { element } from "../core/element.js";
import { button } from "./frame.js";
import { firstWay } from "./send.js";

export class Waiting {
  /** @param {import("./send.js").Destinations} to
   * @param {() => HTMLElement | undefined} tell marks what is missing and gives the field of the first of it */
  constructor(to, tell) {
    this.hint = element("p", { class: "not" });
    const press = button(firstWay(to), () => tell()?.focus(), { class: "knapp" });
    press.addEventListener("mousedown", (event) => event.preventDefault());
    this.parts = [this.hint, element("p", { class: "knappar" }, press)];
  }

  /** The button stays the same while it stands there, and the field is not left before the press is done: a fault that
   * is told in between would move the button away from under the pointer.
   * @param {HTMLElement} end @param {string} fault */
  show(end, fault) {
    this.hint.textContent = fault;
    if (this.hint.parentElement !== end) end.replaceChildren(...this.parts);
  }
}
