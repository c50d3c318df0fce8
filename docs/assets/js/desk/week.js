// Days and parts of days as a small table of boxes. A value's id is that of its day, or day and part.

import { element } from "../core/element.js";
import { withValues } from "./state.js";

/** As a narrow column has room for it; whole for those who only hear it. @type {Record<string, string>} */
const SHORT = { förmiddag: "fm", eftermiddag: "em" };
const [WHOLE, ANY] = ["Någon gång", "Det räcker med någon av tiderna"];

/** @param {import("./source.js").Facet} facet all choices must hold
 * @param {string} other the facet of which any is enough
 * @param {import("./panel.js").Change} change @returns {import("./panel.js").Field} */
export function weekField(facet, other, change) {
  const days = facet.varden.filter(({ id }) => !id.includes("-"));
  const parts = facet.varden.filter(({ id }) => id.startsWith(`${days[0].id}-`))
    .map(({ id, titel }) => ({ end: id.slice(days[0].id.length), title: titel.slice(days[0].titel.length + 1) }));
  const boxes = facet.varden.map(({ id, titel }) =>
    element("input", { type: "checkbox", value: id, "aria-label": titel }));
  const any = element("input", { type: "checkbox" });
  const tell = () => change((state) => {
    const ids = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const [to, from] = any.checked ? [other, facet.id] : [facet.id, other];
    return withValues(withValues(state, from, []), to, ids);
  });
  for (const box of [...boxes, any]) box.addEventListener("change", tell);

  const box = (/** @type {string} */ id) => boxes.find(({ value }) => value === id) ?? "";
  const head = ["", WHOLE, ...parts.map(({ title }) => title)].map((title) =>
    title ? element("th", { scope: "col", "aria-label": title }, SHORT[title] ?? title) : element("td", {}));
  const rows = days.map((day) => element("tr", {}, element("th", { scope: "row" }, day.titel),
    ...["", ...parts.map(({ end }) => end)].map((end) => element("td", {}, element("label", {}, box(day.id + end))))));
  const table = element("table", { class: "matcha-vecka" }, element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows));
  const part = element("div", {}, table, element("label", { class: "matcha-nagon" }, any, ` ${ANY}`));
  return { part, show: ({ chosen }) => {
    const ids = chosen.get(facet.id) ?? chosen.get(other);
    if (ids) any.checked = chosen.has(other);
    for (const one of boxes) one.checked = ids?.has(one.value) ?? false;
  } };
}
