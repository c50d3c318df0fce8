// The last step: what changes, told in words, who says so, and the ways to send it.
import { today } from "../core/day.js";
import { element } from "../core/element.js";
import { crc32, writeBlock } from "../record/block.js";
import { judgeId, makeId } from "../record/identity.js";
import { areEqual } from "../record/likeness.js";
import { patchRecord } from "../record/patch.js";
import { makePeopleCheck } from "../record/people.js";
import { readRecord } from "../record/read.js";
import { tellChange } from "../record/telling.js";
import { writeRecord } from "../record/write.js";
import { forgeWay } from "./forge.js";
import { calledBy } from "./known.js";
import { remover } from "./parts.js";
import { waysOut } from "./send.js";
import { newRowsBox, rowsBox, seenBox } from "./told.js";
import { Assent } from "./who.js";

/** @typedef {import("../record/types.js").Data} Data */
/** @typedef {{text: string, isWhole: boolean}} Result */
/** What the last step needs. `name` is the new file's, "" when nobody has chosen it.
 * @typedef {{data: import("./form.js").FormData, start: import("./start.js").Start,
 *   known: import("./known.js").KnownRecords, name: () => string, setName: (name: string) => void, clear: () => void,
 *   say: (text: string) => void}} Surroundings */

const UNSEEN = "Det gick inte att se efter om namnet är upptaget. Någon gör det när förslaget har kommit in.";
const NAME_HELP = "Så slutar adressen till verksamhetens sida.";
const MOVES = "Verksamheten flyttas till en annan stadsdel. Sidans adress är densamma.";
const TOLD = "Det här ändras";
const ALL_NEW = "Allt skrivs om på nytt. Anteckningar som bara redaktionen ser följer inte med.";

/** The last step's content; `draw` fills it anew. */
export class LastStep {
  /** @param {Surroundings} around */
  constructor(around) {
    this.around = around;
    this.box = element("div");
    this.ways = element("div");
    const good = "Vi hittade inga fel. Fler kontroller görs när förslaget har kommit in.";
    this.good = element("p", { class: "bra" }, good);
    const { persondata, regler } = around.data;
    const people = makePeopleCheck(persondata, regler.persondata);
    this.assent = new Assent(people, persondata.ensamfalt);
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
    const parts = old === null ? [this.fileName(record, result)] : this.moved(record, result);
    this.ways.replaceChildren();
    this.box.replaceChildren(this.good, ...this.told(record), ...parts, this.ways);
    if (id) this.drawWays(id, record, result);
  }

  /** @param {Data} record @returns {Result} */
  written(record) {
    const { data, start: { old } } = this.around;
    if (old === null) return { text: writeRecord(record, data.regel, data.form), isWhole: false };
    return patchRecord(old, record, data.regel, data.form);
  }

  /** The record as it was; null for a new one. @returns {Data | null} */
  before() {
    const { data, start: { old } } = this.around;
    return old === null ? null : readRecord(old, data.form).data;
  }

  /** The change in words. @param {Data} record @returns {HTMLElement[]} */
  told(record) {
    const { data, known } = this.around;
    const before = this.before();
    const nameOf = (/** @type {string} */ id) => known.nameOf(id);
    const told = tellChange(before, record, { data, today: today(), nameOf });
    const rows = before ? rowsBox(told, data.sagt.andring.saknas) : newRowsBox(told);
    const box = element("section", { "aria-label": TOLD, "data-andrat": "" }, element("h3", {}, TOLD), rows);
    return before ? [box, ...seenBox(told.seen)] : [box]; // of a new page all is new to its reader
  }

  /** @param {Data} record @param {Result} result */
  moved(record, result) {
    const { fil: keys } = this.around.data;
    const folder = record[keys.mapp];
    return [
      result.isWhole ? element("p", { class: "not" }, ALL_NEW) : null,
      folder === this.folder(record) ? null
        : element("p", { class: "not" }, MOVES),
    ].filter((part) => part !== null);
  }

  /** @param {Data} record where the file lies today, or will lie */
  folder(record) {
    const { data, start } = this.around;
    return String((start.id ? start.from : record)[data.fil.mapp]);
  }

  /** @param {string} id @param {Data} record @param {Result} result */
  drawWays(id, record, result) {
    const { data, start, clear } = this.around;
    const path = `${data.fil.rot}${this.folder(record)}/${id}.yml`;
    const proposal = { path, name: `${id}.yml`, text: result.text, old: start.old };
    const out = element("div");
    const forge = (/** @type {() => void} */ sent) => forgeWay(proposal, data.skicka, sent);
    const draw = () => {
      const hindered = this.assent.fault();
      out.replaceChildren(hindered
        ? element("p", { class: "stopp" }, hindered) : waysOut(this.message(id, record), data.skicka, forge));
    };
    this.assent.changed = draw;
    draw();
    const parts = start.old === null ? [] : [this.assent.box];
    this.ways.replaceChildren(...parts, out, remover("Jag har skickat: ta bort utkastet", clear));
  }

  /** What is given away. @param {string} id @param {Data} record @returns {import("./send.js").Message} */
  message(id, record) {
    const { data, start } = this.around;
    const before = this.before();
    const names = Object.keys({ ...before, ...record }).filter((name) => !areEqual(before?.[name], record[name]));
    const falt = Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
    const { dag, av } = this.assent;
    const own = start.old === null
      ? { arende: /** @type {const} */ ("ny") }
      : { arende: /** @type {const} */ ("andra"), grund: groundOf(start.old), dag, av };
    const subject = `${start.old === null ? "Ny verksamhet" : "Rätta"}: ${record[data.fil.id]}`;
    return { subject, words: "", block: writeBlock({ id, ...own, falt }), name: `${id}-${own.arende}.txt` };
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
      element("label", { for: "filnamn" }, "Sidans adress"),
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
      const stop = element("p", { class: "stopp" }, "När adressen går bra kan du skicka här.");
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

/** The hash of a record's file as it is published, whatever ends its lines. @param {string} text */
const groundOf = (text) => crc32(text.replace(/\r\n/g, "\n"));
