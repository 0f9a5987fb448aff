// One key, one thing to do; the same in the tool and inside of a page.

import { byId, make } from "./dom.js";
import { words } from "./words.js";

// With a Korean input method on, a key says ㅈ, not w: then the place of the key on the keyboard counts.
const PLACES = { BracketLeft: "[", BracketRight: "]", Slash: "/" };

/** acts: key -> function. Gives the function to attach to a document. */
export function keyboard(acts) {
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = acts[keyOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (page) => page.addEventListener("keydown", onKey);
}

function keyOf({ key, code, shiftKey }) {
  if (key === "Escape") return "Esc";
  if (/^[!-~]$/.test(key)) return key.toLowerCase();
  if (code === "Slash" && shiftKey) return "?";
  return PLACES[code] ?? code.match(/^Key([A-Z])$/)?.[1].toLowerCase();
}

/** In a control letters mean something else; the help dialog takes its own Escape. */
const isTyping = (target) => Boolean(target.closest?.("input, select, textarea, [contenteditable], dialog"));

export class KeyHelp {
  constructor() {
    this.dialog = byId("keys");
    this.dialog.append(...parts());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog || event.target.closest("[data-act]")) this.dialog.close();
    });
  }

  open() {
    this.dialog.showModal();
  }
}

function parts() {
  const rows = Object.entries(words.keys).map(([key, use]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, use)));
  return [
    make("div", { class: "keys-head" }, make("h2", { id: "keys-title" }, words.keysTitle),
      make("button", { type: "button", class: "tool round", "data-act": "close", "aria-label": words.close, title: words.close }, "×")),
    make("dl", {}, rows),
    make("p", { class: "hint" }, words.keysHint),
  ];
}
