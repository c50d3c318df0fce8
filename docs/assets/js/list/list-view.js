// The list itself: each place with what is known of it, to be chosen for a comparison or a sheet, or taken away.
import { trustElement } from "../core/card.js";
import { element } from "../core/element.js";
import { counted } from "../core/text.js";
import { asHash } from "./ids.js";
import { ids, isBlocked, remove, replace } from "./list.js";
import { askedOf, button, copyButton, lineElement, linkButton, wholeAddress } from "./parts.js";
import { copyText, copyWords } from "../core/copy.js";
import { listText } from "./text.js";

/** @typedef {import("./parts.js").Room} Room */
/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./place.js").Missing} Missing */

export const MOST_COMPARED = 5;
export const MOST_ON_SHEET = 3;
const BLOCKED =
  "Din webbläsare sparar ingenting från den här sidan. Listan finns i sidans adress så länge. Kopiera länken " +
  "om du vill ha kvar den.";
const GONE = "Den här verksamheten finns inte längre i katalogen. Ordet är det som stod i sidans adress.";
const NOT_NOW = "Uppgifterna gick inte att hämta just nu. Ladda om sidan för ett nytt försök.";

/** @param {Room} room @param {(Place | Missing)[]} found in the order of the list @param {Set<string>} chosen */
export function listView(room, found, chosen) {
  if (!found.length) return emptyView(room);
  const places = found.filter((one) => "name" in one);
  const doing = element("div", { class: "lista-gor", role: "group", "aria-label": "Med de valda" });
  const show = () => doing.replaceChildren(...chosenActions(places.map(({ id }) => id).filter((id) => chosen.has(id))));
  show();
  return [
    isBlocked() ? element("p", { class: "lista-varning" }, BLOCKED) : null,
    element("p", { class: "ingress" }, `Du har sparat ${counted(found.length, "ställe", "ställen")}.`),
    doing,
    element("ol", { class: "lista-stallen" }, ...found.map((one) =>
      ("name" in one ? placeItem(one, room, chosen, show) : missingItem(one, room)))),
    wholeList(room, places),
  ];
}

/** @param {Room} room */
function emptyView({ root }) {
  return [
    isBlocked() ? element("p", { class: "lista-varning" }, BLOCKED) : null,
    element("p", { class: "ingress" }, "Listan är tom."),
    element("p", {}, "Tryck på Spara vid ett ställe, så hamnar det här. Sedan kan du jämföra ställen, skicka " +
      "listan till någon eller skriva ut ett blad."),
    element("p", { class: "lista-gor" }, linkButton("Sök ett ställe", `${root}sok/`),
      linkButton("Fyra lugna frågor", `${root}hitta-ratt/`, "knapp knapp-tyst")),
  ];
}

/** @param {string[]} wanted ids */
function chosenActions(wanted) {
  const number = wanted.length;
  const compared = number >= 2 && number <= MOST_COMPARED;
  const printed = number >= 1 && number <= MOST_ON_SHEET;
  const told = compared && printed ? "" : !number ? "Välj ställen att jämföra eller skriva ut."
    : number === 1 ? "Välj två till fem ställen för att jämföra."
      : number <= MOST_COMPARED ? "Bladet rymmer tre ställen." : "Du kan jämföra upp till fem ställen.";
  return [
    compared ? linkButton(`Jämför de valda (${number})`, asHash("jamfor", wanted)) : null,
    printed ? linkButton(`Blad att ta med (${number})`, asHash("blad", wanted)) : null,
    told ? element("p", { class: "not" }, told) : null,
  ].filter((one) => one !== null);
}

/** @param {Place} place @param {Room} room @param {Set<string>} chosen @param {() => void} onChoose */
function placeItem(place, room, chosen, onChoose) {
  const box = element("input", {
    type: "checkbox",
    change: () => {
      if (box.checked) chosen.add(place.id);
      else chosen.delete(place.id);
      onChoose();
    },
  });
  box.checked = chosen.has(place.id);
  return element("li", { class: "kort" },
    element("h2", {}, element("a", { href: place.address }, place.name)),
    element("p", {}, place.lead),
    ...place.notices.map((text) => element("p", { class: "just-nu" }, text)),
    place.stop.length ? element("ul", { class: "stopp lista-rader" }, ...place.stop.map(lineElement))
      : element("p", { class: "lista-forst" }, place.first),
    place.trust.label ? trustElement(place.trust, place.trust.text) : null,
    element("div", { class: "lista-gor" },
      element("label", { class: "lista-valj" }, box, " Välj", element("span", { class: "dold" }, ` ${place.name}`)),
      removeButton(place.id, place.name, room)));
}

/** @param {Missing} missing @param {Room} room */
function missingItem({ id, address, isGone }, room) {
  return element("li", { class: "kort" },
    element("h2", {}, isGone ? id : element("a", { href: address }, id)),
    element("p", {}, isGone ? GONE : NOT_NOW),
    element("div", { class: "lista-gor" }, removeButton(id, id, room)));
}

/** @param {string} id @param {string} name @param {Room} room */
function removeButton(id, name, { tell }) {
  const made = button("Ta bort", () => {
    const before = ids();
    remove(id);
    tell(`${name} är borttagen ur listan.`, () => replace(before));
  });
  made.append(element("span", { class: "dold" }, ` ${name}`));
  return made;
}

/** @param {Room} room @param {Place[]} places */
function wholeList(room, places) {
  const { tell, data } = room;
  return element("section", { "aria-labelledby": "hela-listan" },
    element("h2", { id: "hela-listan" }, "Hela listan"),
    element("p", {}, "Vill du ge listan till någon? Länken har ställena i sig. Den säger inget om dig."),
    element("div", { class: "lista-gor" },
      linkButton("Gör en veckoplan", `vecka/${isBlocked() ? asHash("lista", ids()) : ""}`, "knapp knapp-tyst"),
      button("Kopiera länk till listan", async () => {
        const link = location.href.split("#", 1)[0] + asHash("lista", ids());
        const isCopied = await copyText(link);
        tell(isCopied ? "Länken är kopierad." : `${copyWords(false)} ${link}`);
      }),
      copyButton(() => listText(places, (place) => wholeAddress(place, data), (place) => askedOf(room, place)), tell),
      button("Töm listan", () => {
        const before = ids();
        replace([]);
        tell("Listan är tömd.", () => replace(before));
      })));
}
