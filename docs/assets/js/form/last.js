// The last step: what the file will be, what changes, and the ways to send it.
import { element } from "../core/element.js";
import { differingLines } from "../record/difference.js";
import { judgeId, makeId } from "../record/identity.js";
import { areEqual } from "../record/likeness.js";
import { patchRecord } from "../record/patch.js";
import { readRecord } from "../record/read.js";
import { writeRecord } from "../record/write.js";
import { calledBy } from "./known.js";
import { remover } from "./parts.js";
import { waysOut } from "./send.js";

/** @typedef {import("../record/types.js").Data} Data */
/** @typedef {{text: string, isWhole: boolean}} Result */
/** What the last step needs. `name` is the new file's, "" when nobody has chosen it.
 * @typedef {{data: import("./form.js").FormData, start: import("./start.js").Start,
 *   known: import("./known.js").KnownRecords, name: () => string, setName: (name: string) => void, clear: () => void,
 *   say: (text: string) => void}} Surroundings */

const UNSEEN = "Det gick inte att se efter om namnet är upptaget. Någon gör det när förslaget har kommit in.";
const NAME_HELP = "Det blir också sidans adress. Små bokstäver a–z, siffror och bindestreck.";
const ALL_NEW = "Filen skrivs om helt. Kommentarer i den följer inte med.";

/** The last step's content; `draw` fills it anew. */
export class LastStep {
  /** @param {Surroundings} around */
  constructor(around) {
    this.around = around;
    this.box = element("div");
    this.ways = element("div");
    const good = "Vi hittade inga fel. Fler kontroller görs när förslaget har kommit in.";
    this.good = element("p", { class: "bra" }, good);
    this.told = element("p", { class: "besked", role: "status" });
  }

  /** @param {Data} record @param {number} faults */
  draw(record, faults) {
    const { old } = this.around.start;
    const count = faults === 1 ? "ett fel" : `${faults} fel`;
    if (faults) this.stop(`Formuläret har ${count} att rätta. När de är rättade kan du skicka här.`);
    else if (old !== null && areEqual(record, readRecord(old, this.around.data.form).data)) {
      this.stop("Inget är ändrat än. Gå till den del som du vill rätta.");
    } else this.drawProposal(record);
  }

  /** @param {string} text */
  stop(text) {
    this.box.replaceChildren(element("p", { class: "stopp" }, text));
  }

  /** @param {Data} record */
  drawProposal(record) {
    const { start: { id, old } } = this.around;
    const result = this.written(record);
    const parts = old === null ? [this.fileName(record, result)] : this.changes(old, record, result);
    this.ways.replaceChildren();
    this.box.replaceChildren(
      this.good, ...parts, this.ways, element("h3", {}, "Texten"),
      textBox("Texten", result.text, { "data-resultat": "" }));
    if (id) this.drawWays(id, record, result);
  }

  /** @param {Data} record @returns {Result} */
  written(record) {
    const { data, start: { old } } = this.around;
    if (old === null) return { text: writeRecord(record, data.regel, data.form), isWhole: false };
    return patchRecord(old, record, data.regel, data.form);
  }

  /** @param {string} old @param {Data} record @param {Result} result */
  changes(old, record, result) {
    const { fil: keys } = this.around.data;
    const title = "Det här ändras";
    const parts = [element("h3", {}, title), textBox(title, differingLines(old, result.text).join("\n"))];
    if (result.isWhole) parts.push(element("p", { class: "not" }, ALL_NEW));
    const moved = record[keys.mapp];
    if (moved !== this.folder(record)) {
      parts.push(element("p", {}, `Filen ska också flyttas till mappen ${keys.rot}${moved}/.`));
    }
    return parts;
  }

  /** @param {Data} record where the file lies today, or will lie */
  folder(record) {
    const { data, start } = this.around;
    return String((start.id ? start.from : record)[data.fil.mapp]);
  }

  /** @param {string} id @param {Data} record @param {Result} result */
  drawWays(id, record, result) {
    const { data, start, clear } = this.around;
    const name = `${id}.yml`;
    const path = `${data.fil.rot}${this.folder(record)}/${name}`;
    const proposal = { path, name, text: result.text, old: start.old, title: String(record[data.fil.id]) };
    const tell = (/** @type {string} */ text) => {
      this.told.textContent = text;
    };
    this.ways.replaceChildren(
      element("p", {}, "Filen: ", element("code", {}, path)),
      waysOut(proposal, data.skicka, tell), this.told, remover("Jag har skickat: ta bort utkastet", clear));
  }

  /** The new file's name, and below it the ways as soon as the name will do. @param {Data} record
   * @param {Result} result */
  fileName(record, result) {
    const { data, name, setName } = this.around;
    const fault = element("div", { class: "fel-text", id: "filnamn-fel", hidden: true });
    const described = "filnamn-hjalp filnamn-fel";
    const look = { type: "text", id: "filnamn", autocomplete: "off", "aria-describedby": described };
    const input = element("input", look);
    input.value = name() || makeId(String(record[data.fil.id]), data.identitet.utan);
    input.addEventListener("input", () => {
      setName(idIn(input));
      this.judge(input, fault, record, result);
    });
    const box = element("div", { class: "fraga" },
      element("label", { for: "filnamn" }, "Filens namn"),
      element("p", { class: "not", id: "filnamn-hjalp" }, NAME_HELP), fault, input);
    this.judge(input, fault, record, result);
    return box;
  }

  /** @param {HTMLInputElement} input @param {HTMLElement} fault @param {Data} record @param {Result} result */
  async judge(input, fault, record, result) {
    const id = idIn(input);
    const known = await this.around.known.load();
    if (id !== idIn(input)) return; // the answer is for what stood there before
    const found = judgeId(id, known, this.around.data.identitet);
    this.markName(input, fault, found?.message ?? "");
    if (!found) this.drawWays(id, record, result);
    else {
      const there = known && found.existing ? [existingLine(known, found.existing)] : [];
      const stop = element("p", { class: "stopp" }, "När filen har ett namn som går bra kan du skicka här.");
      this.ways.replaceChildren(...there, stop);
      this.around.say(found.message);
    }
    if (!known) this.ways.prepend(element("p", { class: "not" }, UNSEEN));
  }

  /** @param {HTMLInputElement} input @param {HTMLElement} fault @param {string} message "" when the name will do */
  markName(input, fault, message) {
    const isWrong = message !== "";
    fault.hidden = !isWrong;
    this.good.hidden = isWrong;
    fault.replaceChildren(...(isWrong ? [element("span", { class: "dold" }, "Fel: "), message] : []));
    fault.parentElement?.classList.toggle("har-fel", isWrong);
    input.setAttribute("aria-invalid", String(isWrong));
  }
}

/** A name with its ending means the same as without. @param {HTMLInputElement} input */
const idIn = (input) => input.value.trim().replace(/\.ya?ml$/i, "");

/** The way to a record that may be the same as the new one.
 * @param {import("./known.js").Known} known @param {string} id */
export function existingLine(known, id) {
  const link = element("a", { href: `?post=${id}` }, calledBy(known, id));
  const rest = ". Är det samma verksamhet? Då kan du rätta den i stället.";
  return element("p", { class: "finns" }, "Det finns redan: ", link, rest);
}

/** @param {string} label @param {string} text @param {Record<string, string>} more */
function textBox(label, text, more = {}) {
  return element("pre", { tabindex: "0", "aria-label": label, ...more }, element("code", {}, text));
}
