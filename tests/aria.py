"""Roles and attributes on a page as it is now, after its scripts have run: what ARIA in HTML forbids and axe lets pass.

Rules: ARIA in HTML (https://www.w3.org/TR/html-aria/) and WAI-ARIA 1.2 (https://www.w3.org/TR/wai-aria-1.2/), both read
2026-11.
"""

from __future__ import annotations

from playwright.sync_api import Page

# Each rule gives the faults of one element. `role` is the one written, else what the element means by itself.
_RULES = r"""() => {
  const NAMELESS = new Set(["caption", "code", "deletion", "emphasis", "generic", "insertion", "none", "paragraph",
    "presentation", "strong", "subscript", "superscript", "time"]);
  const OWN = { a: "link", article: "article", aside: "complementary", b: "generic", button: "button", code: "code",
    dd: "definition", del: "deletion", details: "group", div: "generic", dl: "", dt: "term", em: "emphasis",
    fieldset: "group", footer: "contentinfo", form: "form", h1: "heading", h2: "heading", h3: "heading", h4: "heading",
    header: "banner", i: "generic", ins: "insertion", li: "listitem", main: "main", nav: "navigation", ol: "list",
    p: "paragraph", pre: "generic", section: "region", select: "combobox", small: "generic", span: "generic",
    strong: "strong", sub: "subscript", sup: "superscript", textarea: "textbox", time: "time", u: "generic",
    ul: "list" };
  const INPUT = { button: "button", checkbox: "checkbox", email: "textbox", number: "spinbutton", radio: "radio",
    range: "slider", search: "searchbox", submit: "button", tel: "textbox", text: "textbox", url: "textbox" };
  // Which roles an element may be given; one that is not named here may have none.
  const MAY = { a: ["button", "checkbox", "menuitem", "option", "radio", "switch", "tab", "treeitem"], article: ["feed",
    "none", "presentation", "document", "application", "main", "region"], aside: ["feed", "none", "note",
    "presentation", "region", "search", "doc-footnote"], button: ["checkbox", "combobox", "gridcell", "link",
    "menuitem", "option", "radio", "separator", "slider", "switch", "tab", "treeitem"], fieldset: ["none",
    "presentation", "radiogroup"], form: ["form", "none", "presentation", "search"], li: ["option", "menuitem", "none",
    "presentation", "radio", "separator", "tab", "treeitem"], nav: ["menu", "menubar", "none", "presentation",
    "tablist"], ol: ["group", "listbox", "menu", "none", "presentation", "radiogroup", "tablist", "toolbar", "tree"],
    section: ["alert", "alertdialog", "application", "complementary", "dialog", "document", "feed", "group", "log",
    "main", "marquee", "navigation", "none", "note", "presentation", "region", "search", "status", "tabpanel"],
    svg: ["img", "none", "presentation", "graphics-document"] };
  MAY.ul = MAY.ol;
  const ANY = new Set(["address", "b", "blockquote", "code", "del", "div", "em", "i", "ins", "p", "pre", "small",
    "span", "strong", "sub", "sup", "table", "td", "time", "u"]);
  const STATES = { "aria-expanded": ["button", "checkbox", "combobox", "gridcell", "link", "listbox", "menuitem", "row",
    "switch", "tab", "treeitem"], "aria-selected": ["gridcell", "option", "row", "tab", "treeitem"], "aria-checked":
    ["checkbox", "menuitemcheckbox", "menuitemradio", "option", "radio", "switch", "treeitem"], "aria-pressed":
    ["button"], "aria-level": ["heading", "row", "treeitem"], "aria-activedescendant": ["combobox", "grid", "group",
    "listbox", "menu", "menubar", "radiogroup", "searchbox", "spinbutton", "tablist", "textbox", "toolbar", "tree"],
    "aria-autocomplete": ["combobox", "searchbox", "textbox"], "aria-required": ["checkbox", "combobox", "gridcell",
    "listbox", "radiogroup", "spinbutton", "textbox", "searchbox", "tree"], "aria-modal": ["alertdialog", "dialog"] };
  const NEEDS = { combobox: ["aria-expanded"], checkbox: ["aria-checked"], option: [], heading: ["aria-level"],
    slider: ["aria-valuenow"], switch: ["aria-checked"], radio: ["aria-checked"] };
  const INSIDE = { option: ["listbox", "group"], tab: ["tablist"], menuitem: ["menu", "menubar", "group"],
    listitem: ["list"], treeitem: ["tree", "group"], row: ["table", "grid", "rowgroup"] };
  const CONTROL = "a[href], button, input:not([type=hidden]), select, textarea, summary";

  const tag = (node) => node.localName;
  const own = (node) => {
    if (tag(node) === "input") return (node.list ? "combobox" : INPUT[node.type]) ?? "";
    if (tag(node) === "a" && !node.href) return "generic";
    return OWN[tag(node)] ?? "";
  };
  const role = (node) => node.getAttribute("role") ?? own(node);
  const isShown = (node) => node.checkVisibility({ visibilityProperty: true });
  const named = (node) => node.hasAttribute("aria-label") || node.hasAttribute("aria-labelledby");

  const rules = {
    *"role not allowed here"(node) {
      const given = node.getAttribute("role");
      if (given === null || ANY.has(tag(node))) return;
      const isText = tag(node) === "input" && ["text", "tel", "url", "email"].includes(node.type) && !node.list;
      const typed = node.type === "text" ? ["combobox", "searchbox", "spinbutton"] : [];
      const may = isText ? typed : (MAY[tag(node)] ?? []);
      if (!may.includes(given)) yield given;
    },
    *"a name on what may have none"(node) {
      if (named(node) && NAMELESS.has(role(node))) yield role(node) || tag(node);
    },
    *"an empty name"(node) {
      if (node.hasAttribute("aria-label") && !node.getAttribute("aria-label").trim()) yield "aria-label";
      const ids = (node.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
      const says = (id) => document.getElementById(id)?.textContent.trim();
      if (ids.length && isShown(node) && !ids.some(says)) yield "aria-labelledby";
    },
    *"points at nothing"(node) {
      for (const name of ["aria-labelledby", "aria-describedby", "aria-controls", "aria-activedescendant",
        "aria-owns", "aria-errormessage", "for", "list"]) {
        for (const id of (node.getAttribute(name) ?? "").split(/\s+/).filter(Boolean)) {
          if (!document.getElementById(id)) yield `${name}=${id}`;
        }
      }
    },
    *"a state that the role has not"(node) {
      for (const [name, roles] of Object.entries(STATES)) {
        if (node.hasAttribute(name) && !roles.includes(role(node))) yield `${name} on ${role(node) || tag(node)}`;
      }
    },
    *"a role without its state"(node) {
      const given = node.getAttribute("role");
      for (const name of NEEDS[given] ?? []) {
        if (!node.hasAttribute(name) && given !== own(node)) yield `${given} without ${name}`;
      }
    },
    *"a role outside its owner"(node) {
      const owners = INSIDE[role(node)];
      if (owners && isShown(node) && node.parentElement && !owners.includes(role(node.parentElement))) yield role(node);
    },
    *"an id twice"(node) {
      if (node.id && document.querySelectorAll(`[id="${CSS.escape(node.id)}"]`).length > 1) yield node.id;
    },
    *"a control inside a control"(node) {
      if (node.matches(CONTROL) && node.parentElement?.closest("a[href], button")) yield tag(node);
    },
    *"a stop before all others"(node) {
      if (node.tabIndex > 0) yield `tabindex ${node.tabIndex}`;
    },
    *"hidden from some, within reach of all"(node) {
      const isHidden = node.getAttribute("aria-hidden") === "true";
      if (isHidden && (node.matches(CONTROL) || node.querySelector(CONTROL))) yield "aria-hidden";
    },
    *"an empty heading or link"(node) {
      const isOne = node.matches("h1, h2, h3, h4, h5, h6, a[href], button, summary, [role=option], dt, legend, label");
      if (isOne && isShown(node) && !node.textContent.trim() && !named(node)) yield tag(node);
    },
    *"a label without a control"(node) {
      if (tag(node) === "label" && !node.control) yield node.textContent.trim();
    },
  };
  const found = [];
  for (const node of document.body.querySelectorAll("*")) {
    if (node.closest("svg") && tag(node) !== "svg") continue;
    for (const [name, rule] of Object.entries(rules)) {
      for (const told of rule(node)) found.push(`${name}: ${told} (${node.outerHTML.slice(0, 90)})`);
    }
  }
  return [...new Set(found)];
}"""


def aria_faults(page: Page) -> list[str]:
    """Each fault in a line: the rule, what breaks it, the element."""
    found: list[str] = page.evaluate(_RULES)
    return found
