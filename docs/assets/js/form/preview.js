// The preview: the card of the lists and the line of how sure it is, with the same classes and words as the reader will
// see.
import { cardElement, trustElement } from "../core/card.js";
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { cardOf } from "../record/card.js";

/** @typedef {import("../record/types.js").Data} Data */

/** The preview's box; `draw` fills it. */
export class Preview {
  /** @param {import("./form.js").FormData} data */
  constructor(data) {
    this.data = data;
    this.card = element("ul", { class: "kortlista" });
    this.line = element("div", {});
    this.section = element("section", { class: "forhandsvisning", "aria-labelledby": "forhand" },
      element("h2", { id: "forhand" }, "Så ser läsaren det"), this.card, this.line);
  }

  /** @param {Data} record */
  draw(record) {
    const card = cardOf(record, this.data, today());
    const { heading, text, trust } = card;
    this.card.replaceChildren(cardElement({
      ...card,
      heading: heading || "Namnet står här",
      text: text || "Sammanfattningen står här.",
    }));
    this.line.replaceChildren(trustElement(trust, trust.text));
  }
}
