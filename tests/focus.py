"""Where the keyboard stands must be seen: on the element, or where a card or a shape draws it for its link."""

from __future__ import annotations

SHOWS_FOCUS = """() => {
  const node = document.activeElement;
  const box = node.getBoundingClientRect();
  const parts = [...node.querySelectorAll("*")].map((part) => getComputedStyle(part));
  const styles = [getComputedStyle(node), getComputedStyle(node, "::after"), ...parts];
  const isOutlined = styles.some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
  return box.bottom > 0 && box.top < innerHeight && (isOutlined || styles[0].boxShadow !== "none");
}"""
