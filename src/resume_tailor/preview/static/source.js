// The lines of YAML an item is written in, and how to get there.

import { byId, make, placeText, say } from "./dom.js";
import { wordingOf } from "./lists.js";
import { codeLines } from "./problems.js";
import { words } from "./words.js";

export class SourceCard {
  #opener = null;
  #turn = 0;
  #shown = null; // {id, place, link}

  /** config: the server's; onClose() is called after closing. */
  constructor(config, onClose) {
    this.config = config;
    this.onClose = onClose;
    this.element = byId("source");
    this.element.addEventListener("click", (event) => this.#press(event.target.closest("[data-act]")));
  }

  get shown() {
    return !this.element.hidden;
  }

  /** about: {id, item, lint, place, title, message, link}; all but `place` may be missing. */
  async open(about, opener) {
    const turn = this.#turn += 1;
    this.#opener = opener ?? this.#opener;
    this.#shown = about;
    const lines = await this.#lines(about.place);
    if (turn !== this.#turn) return;
    const takesFocus = opener || this.element.contains(document.activeElement);
    this.element.replaceChildren(...this.#parts(about, lines));
    this.element.hidden = false;
    this.element.querySelector(".marked")?.scrollIntoView({ block: "center" });
    if (takesFocus) this.element.focus({ preventScroll: true });
  }

  /** Shows again what is open, now that the files have changed. */
  renew(whyItems, lint) {
    if (!this.shown || !this.#shown.id) return;
    const item = whyItems[this.#shown.id];
    if (item) this.open({ ...this.#shown, item, place: item.place, lint: lint.filter((problem) => problem.item === item.id) });
  }

  close() {
    if (!this.shown) return;
    this.#turn += 1;
    const inside = this.element.contains(document.activeElement);
    this.element.hidden = true;
    if (inside && this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
    this.#opener = null;
    this.onClose();
  }

  async #lines(place) {
    if (!place?.path) return null;
    const query = new URLSearchParams({ path: place.path, line: place.line });
    try {
      const response = await fetch(`/-/source?${query}`);
      return response.ok ? await response.json() : null;
    } catch {
      return null; // the server is away; the bar says so
    }
  }

  #parts(about, source) {
    const numbered = source?.lines.map((text, index) => ({ number: source.first + index, text }));
    return [
      make("div", { class: "source-head" },
        make("h2", { id: "source-title" }, about.id || about.title || about.link),
        make("button", { type: "button", class: "tool round", "data-act": "close", "aria-label": words.close, title: words.close }, "×")),
      reasonOf(about),
      numbered && codeLines(numbered, source.line),
      !numbered && about.place && make("p", { class: "nothing" }, words.noSource),
      this.#foot(about),
      (about.lint ?? []).length > 0 && make("ul", { class: "source-lint" }, about.lint.map(lintLine)),
    ].filter(Boolean);
  }

  #foot({ place, link }) {
    return make("div", { class: "source-foot" },
      place && make("span", { class: "path" }, placeText(place)),
      place && make("button", { type: "button", class: "tool", "data-act": "copy" }, words.copy),
      place && this.#editor(place),
      link && make("a", { class: "tool link", href: link, target: "_blank", rel: "noopener noreferrer", title: link }, words.openLink, " ↗"));
  }

  #editor(place) {
    const { editor } = this.config;
    if (!editor) return null;
    const name = words.openIn(editor.name);
    if (!editor.link) return make("button", { type: "button", class: "tool", "data-act": "edit" }, name);
    const href = editor.link.replace("{path}", encodeURI(place.path)).replace("{line}", place.line || 1).replace("{column}", place.column || 1);
    return make("a", { class: "tool", href }, name);
  }

  #press(button) {
    const act = button?.dataset.act;
    if (act === "close") this.close();
    else if (act === "copy") this.#copy(button);
    else if (act === "edit") this.#edit(button);
    else if (act === "decided") this.open({ ...this.#shown, place: this.#shown.item.decided });
  }

  async #copy(button) {
    try {
      await navigator.clipboard.writeText(placeText(this.#shown.place));
      tellBriefly(button, words.copied);
    } catch { // no clipboard for this page: the reader's own copying does it
      getSelection().selectAllChildren(this.element.querySelector(".path"));
    }
  }

  async #edit(button) {
    const { path, line, column } = this.#shown.place;
    const headers = { "X-Resume-Token": this.config.token, "Content-Type": "application/json" };
    const body = JSON.stringify({ path, line, column });
    const response = await fetch("/-/open", { method: "POST", headers, body }).catch(() => null);
    tellBriefly(button, response?.ok ? words.opened : words.notOpened);
  }
}

function reasonOf({ item, message }) {
  if (!item) return message ? make("p", { class: "reason" }, message) : null;
  const notes = [item.pinned && words.pinned, wordingOf(item)].filter(Boolean);
  return make("p", { class: "reason" },
    make("span", { class: item.kept ? "because" : "because dropped" }, item.kept ? words.keptBecause : words.droppedBecause), " ",
    item.reason, notes.map((note) => [" · ", note]),
    item.decided && [" ", make("button", { type: "button", class: "place", "data-act": "decided", title: words.decidedAt }, placeText(item.decided))]);
}

function lintLine(problem) {
  return make("li", {}, make("span", { class: `severity ${problem.severity}` }, words.severity[problem.severity]), problem.message,
    problem.hint && make("span", { class: "hint" }, problem.hint));
}

function tellBriefly(button, text) {
  const before = button.dataset.said ?? button.textContent;
  button.dataset.said = before;
  say(button, text);
  setTimeout(() => say(button, before), 1500);
}
