// Who answers, and for which day: a function and an organisation, never a person. What looks like a person is told
// while it is written.
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { describedBy, faultLine, helpLine, newId } from "./frame.js";

/** `people` gives the faults about people in a text; `from`: the earliest day; `changed`: something was written.
 * @typedef {{av: string, from: string, people: (text: string) => string[], changed: () => void}} Around */

const WHO = "Funktion och organisation";
const WHO_HELP = "Till exempel: Enhetschef, Farsta stadsdelsförvaltning. Aldrig en persons namn.";
const DAY = "Dag";
const DAY_HELP = "I dag är ifyllt.";
const WHO_EMPTY = "Skriv vilken funktion och organisation du svarar för.";
const DAY_EMPTY = "Skriv vilken dag det gäller.";
const DAY_LATE = "Den dagen har inte varit än.";
const DAY_EARLY = "Det finns redan en senare bekräftelse.";
const SHORTEST = 2;
const LONGEST = 120; // the schema's limit of the field

export class Who {
  /** @param {Around} around */
  constructor(around) {
    this.around = around;
    this.who = asked(WHO, WHO_HELP, { type: "text", autocomplete: "organization-title", maxlength: LONGEST });
    this.day = asked(DAY, DAY_HELP, { type: "date", max: today(), min: around.from || null });
    this.who.input.value = around.av;
    this.day.input.value = today();
    for (const one of [this.who, this.day]) {
      one.input.addEventListener("input", () => this.judge(one));
      one.input.addEventListener("change", () => {
        one.isTried = true;
        this.judge(one);
      });
    }
    this.box = element("div", {}, this.who.box, this.day.box);
  }

  get av() {
    return this.who.input.value.replace(/\s+/g, " ").trim();
  }

  get dag() {
    return this.day.input.value;
  }

  /** What hinders; "" when both will do. */
  fault() {
    return this.whoFault() || this.dayFault();
  }

  /** From here on what is missing is told, too. Gives the first field that is wrong. */
  try() {
    for (const one of [this.who, this.day]) {
      one.isTried = true;
      this.mark(one);
    }
    return this.whoFault() ? this.who.input : this.dayFault() ? this.day.input : undefined;
  }

  whoFault() {
    return this.av.length < SHORTEST ? WHO_EMPTY : this.around.people(this.av)[0] ?? "";
  }

  dayFault() {
    if (!this.dag) return DAY_EMPTY;
    if (this.dag > today()) return DAY_LATE;
    return this.dag < this.around.from ? DAY_EARLY : "";
  }

  /** @param {Asked} one */
  judge(one) {
    this.mark(one);
    this.around.changed();
  }

  /** A person is told of at once, what is missing only when the field has been left. @param {Asked} one */
  mark(one) {
    const found = one === this.who ? this.whoFault() : this.dayFault();
    const isTold = found && (one.isTried || found !== WHO_EMPTY);
    tellFault(one, isTold ? found : "");
  }
}

/** @typedef {{box: HTMLElement, input: HTMLInputElement, fault: HTMLElement, isTried: boolean}} Asked */

/** A question with one line to write on. @param {string} title @param {string} help @param {Record<string, any>} look
 * @returns {Asked} */
export function asked(title, help, look) {
  const id = newId();
  const input = element("input", { id, "aria-describedby": describedBy(id), ...look });
  const fault = faultLine(id);
  const box = element("div", { class: "fraga" },
    element("label", { for: id }, title), helpLine(id, help), fault, input);
  return { box, input, fault, isTried: false };
}

/** @param {Asked} one @param {string} text "" for none */
export function tellFault({ box, input, fault }, text) {
  fault.hidden = !text;
  fault.replaceChildren(...(text ? [element("span", { class: "dold" }, "Fel: "), text] : []));
  box.classList.toggle("har-fel", Boolean(text));
  input.setAttribute("aria-invalid", String(Boolean(text)));
}

const ASSENT = "Jag har gått igenom resten också. Allt annat på sidan stämmer.";
const ASSENT_HELP = "Kryssa bara om du arbetar i verksamheten. Då blir den bekräftad.";
const ASSENT_STOP = "Fyll i vem du svarar för, eller ta bort krysset. Sedan kan du skicka här.";

/** Who mends one thing may say that the rest is right, too: then the record is confirmed. */
export class Assent {
  /** @param {(record: Record<string, any>) => {message: string, isWarning?: boolean}[]} people
   * @param {string} field that holds who confirms */
  constructor(people, field) {
    this.changed = () => {};
    this.given = new Who({ av: "", from: "", people: peopleIn(people, field), changed: () => this.changed() });
    this.given.box.hidden = true;
    const id = newId();
    this.tick = element("input", { type: "checkbox", id, "aria-describedby": `${id}-hjalp` });
    this.tick.addEventListener("change", () => {
      this.given.box.hidden = !this.tick.checked;
      this.changed();
    });
    this.box = element("div", { class: "fraga" },
      element("p", { class: "kryss" }, this.tick, element("label", { for: id }, ASSENT)),
      helpLine(id, ASSENT_HELP), this.given.box);
  }

  /** Who confirms, "" for nobody. */
  get av() {
    return this.tick.checked ? this.given.av : "";
  }

  get dag() {
    return this.tick.checked ? this.given.dag : "";
  }

  /** What hinders sending; "" for nothing. */
  fault() {
    return this.tick.checked && this.given.fault() ? ASSENT_STOP : "";
  }
}

/** The faults about people in a text that stands in a field.
 * @param {(record: Record<string, any>) => {message: string, isWarning?: boolean}[]} people @param {string} field
 * @returns {(text: string) => string[]} */
export const peopleIn = (people, field) => (text) =>
  people({ [field]: text }).filter((fault) => !fault.isWarning).map((fault) => fault.message);
