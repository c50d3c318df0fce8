// The preview: the card of the lists and the line of how sure it is, with the same classes and words as the reader will
// see.
import { cardElement, trustElement } from "../core/card.js";
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { cardOf } from "../record/card.js";

/** @typedef {import("../record/types.js").Data} Data */

/** The preview's box; `draw` fills it. */
export class Preview {
  /** @param {import("./form.js").FormData} data @param {import("./known.js").KnownRecords} known */
  constructor(data, known) {
    this.data = data;
    this.known = known;
    this.hasAsked = false;
    /** What is shown. @type {Data} */
    this.record = {};
    this.card = element("ul", { class: "kortlista" });
    this.line = element("div", {});
    this.section = element("section", { class: "forhandsvisning", "aria-labelledby": "forhand" },
      element("h2", { id: "forhand" }, "Så ser läsaren det"), this.card, this.line);
  }

  /** Once more when the names of others have come, if the card tells one. @param {Data} record */
  draw(record) {
    this.record = record;
    this.lay(cardOf(record, this.data, today(), (id) => this.nameOf(id)));
  }

  /** "" while nobody knows: the names are fetched then, once. @param {string} id */
  nameOf(id) {
    if (!this.known.ids && !this.hasAsked) {
      this.hasAsked = true;
      this.known.load().then(() => this.draw(this.record));
    }
    return this.known.names.get(id) ?? "";
  }

  /** @param {import("../core/card.js").Card} card */
  lay(card) {
    const { heading, text, trust } = card;
    this.card.replaceChildren(cardElement({
      ...card,
      heading: heading || "Namnet står här",
      text: text || "Sammanfattningen står här.",
    }));
    this.line.replaceChildren(trustElement(trust, trust.text));
  }
}
