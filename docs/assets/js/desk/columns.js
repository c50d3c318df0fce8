// Which columns the table has: a fold with a box for each.

import { element } from "../core/element.js";

/** @param {import("./page.js").Desk} desk @param {(columns: string[]) => void} onChoose */
export function columnChooser(desk, onChoose) {
  const { columns } = desk.source;
  const boxes = columns.map(({ id }) => element("input", { type: "checkbox", value: id }));
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  for (const box of boxes) box.addEventListener("change", () => onChoose(chosen()));
  const items = columns.map(({ titel }, at) => element("li", {}, element("label", {}, boxes[at], " ", titel)));
  const part = element("details", { class: "matcha-kolumner" }, element("summary", {}, "Kolumner"),
    element("ul", { class: "matcha-val" }, ...items));
  return { part, show: (/** @type {import("./state.js").State} */ state) => {
    const ids = desk.columnsOf(state).map(({ id }) => id);
    for (const box of boxes) box.checked = ids.includes(box.value);
  } };
}
