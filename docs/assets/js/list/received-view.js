// A list that came by a link: nothing is saved or replaced before the reader has said so.
import { element } from "../core/element.js";
import { counted } from "../core/text.js";
import { MOST, ids, replace } from "./list.js";
import { button } from "./parts.js";

/** @typedef {import("./place.js").Place | import("./place.js").Missing} Found */

/** @param {string[]} sent ids @param {Found[]} found those of `sent`, in order
 * @param {(text: string, undo?: () => void) => void} done */
export function receivedView(sent, found, done) {
  const mine = ids();
  const places = counted(sent.length, "ställe", "ställen");
  return [
    element("p", { class: "ingress" }, `Du har fått en länk till en lista med ${places}.`),
    element("ul", {}, ...found.map((one) => element("li", {},
      "name" in one ? element("a", { href: one.address }, one.name) : `${one.id} (finns inte att visa)`))),
    element("p", {}, mine.length
      ? `Du har redan ${counted(mine.length, "ställe", "ställen")} i din lista. Hur vill du göra?`
      : "Vill du spara dem som din lista i den här webbläsaren?"),
    element("div", { class: "lista-gor" },
      ...(mine.length ? [
        button("Lägg till i min lista", () => take(mine, [...mine, ...sent], "De är tillagda.", done), "knapp"),
        button("Byt ut min lista", () => take(mine, sent, "Din lista är utbytt.", done)),
      ] : [button("Spara som min lista", () => take(mine, sent, "Listan är sparad.", done), "knapp")]),
      button("Nej, behåll som det är", () => done("Din lista är som förut."))),
  ];
}

/** @param {string[]} before @param {string[]} wanted @param {string} told
 * @param {(text: string, undo?: () => void) => void} done */
function take(before, wanted, told, done) {
  replace(wanted);
  const left = new Set(wanted).size - MOST;
  done(left > 0 ? `${told} ${counted(left, "ställe", "ställen")} fick inte plats. Listan rymmer ${MOST}.` : told,
    () => replace(before));
}
