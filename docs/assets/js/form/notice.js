// What stands at the top about the draft: that one was found, with a way to begin anew, and what other tabs do with it.
import { swedishMoment } from "../core/dates.js";
import { element } from "../core/element.js";
import { remover } from "./parts.js";

/** @typedef {import("./draft.js").Word} Word */

/** @type {Record<Word, string>} */
const WORDS = {
  moved:
    "Formuläret är öppet i en annan flik också. Det du skriver här sparas som ett eget utkast. " +
    "Det andra ligger kvar.",
  beside: "Formuläret är öppet i en annan flik också. Det som skrivs där sparas som ett eget utkast.",
  behind: "Utkastet ändras i en annan flik. Skriver du här sparas det som ett eget utkast.",
  gone: "Utkastet togs bort i en annan flik. Det som står här sparas igen när du skriver.",
  list: "",
};

export class DraftNotice {
  /** @param {string | undefined} moment when a draft that was found was saved @param {() => void} clear */
  constructor(moment, clear) {
    this.line = element("p", { role: "status" });
    this.found = element("div", { hidden: !moment },
      element("p", {},
        moment ? `Vi hämtade ditt utkast från ${swedishMoment(moment)}. Fortsätt, eller börja om.` : ""),
      remover("Börja om", clear));
    this.box = element("div", { class: "utkast-besked", hidden: !moment }, this.found, this.line);
  }

  /** @param {Word} word */
  tell(word) {
    if (!WORDS[word]) return;
    this.box.hidden = false;
    this.line.textContent = WORDS[word];
  }
}
