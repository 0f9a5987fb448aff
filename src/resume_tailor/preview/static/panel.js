// The panel that says why: tabs of what was left off, what to mend, the keywords, and what is on the page.

import { byId, make } from "./dom.js";
import { tabs } from "./lists.js";
import { morph } from "./morph.js";
import { words } from "./words.js";

const NOTHING = { sections: [], items: {}, causes: [], lint: [], keywords: null }; // there has been no good page yet

export class Panel {
  #tab = "dropped";
  #opened = new Map(); // group -> whether the reader opened or closed it
  #view = null;
  #why = null;

  /** hooks: onPoint(id, whether to scroll there), onOpen(id, opener), onPlace(problem or place, opener), onClose(). */
  constructor(hooks) {
    this.hooks = hooks;
    this.element = byId("panel");
    this.list = make("div", { class: "tabs", role: "tablist", "aria-label": words.why });
    this.body = make("div", { class: "panel-body", role: "tabpanel", id: "tab-body", tabindex: "0" });
    const close = make("button", { type: "button", class: "tool round close", "aria-label": words.close, title: words.close }, "×");
    close.addEventListener("click", hooks.onClose);
    this.element.append(make("div", { class: "panel-head" }, make("h2", { class: "unseen" }, words.why), this.list, close), this.body);
    this.#listen();
  }

  get shown() {
    return !this.element.hidden;
  }

  toggle(shown) {
    this.element.hidden = !shown;
    if (shown) this.#draw();
  }

  /** Takes what is known now; the panel's scroll position and focus stay. */
  tell(view, why) {
    this.#view = view;
    this.#why = why ?? (view.page || view.why ? null : NOTHING);
    if (this.shown) this.#draw();
  }

  pick(name) {
    this.#tab = name;
    this.body.scrollTop = 0;
    this.#draw();
  }

  focus() {
    this.list.querySelector("[aria-selected=true]")?.focus();
  }

  #draw() {
    if (!this.#why || !this.#view) {
      this.body.replaceChildren(make("p", { class: "nothing" }, words.waiting));
      return;
    }
    const all = tabs(this.#view, this.#why, this.#opened);
    if (!all.has(this.#tab)) this.#tab = "dropped";
    morph(this.list, this.#tabList(all));
    morph(this.body, this.#tabBody(all.get(this.#tab).body()));
  }

  #tabList(all) {
    const attributes = Object.fromEntries(Array.from(this.list.attributes, ({ name, value }) => [name, value]));
    return make("div", attributes, [...all].map(([name, { count }]) => {
      const chosen = name === this.#tab;
      return make("button", { type: "button", role: "tab", id: `tab-${name}`, "data-id": name, "aria-selected": String(chosen), "aria-controls": "tab-body", tabindex: chosen ? 0 : -1 },
        words[name], make("span", { class: "tally" }, String(count)));
    }));
  }

  #tabBody(children) {
    return make("div", { class: "panel-body", role: "tabpanel", id: "tab-body", tabindex: "0", "aria-labelledby": `tab-${this.#tab}` }, children);
  }

  #listen() {
    this.list.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) this.pick(tab.dataset.id);
    });
    this.list.addEventListener("keydown", (event) => this.#walkTabs(event));
    this.body.addEventListener("click", ({ target }) => this.#press(target.closest("button, summary")));
    this.body.addEventListener("focusin", (event) => this.#point(event.target));
    this.body.addEventListener("mouseover", (event) => this.#point(event.target));
    this.body.addEventListener("mouseleave", () => this.hooks.onPoint(""));
    this.body.addEventListener("focusout", () => this.hooks.onPoint(""));
  }

  #walkTabs(event) {
    const names = Array.from(this.list.children, (tab) => tab.dataset.id);
    const at = names.indexOf(this.#tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + names.length, Home: 0, End: names.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.pick(names[next % names.length]);
    this.focus();
  }

  #point(target) {
    const { show, about } = target.closest("[data-show], [data-about]")?.dataset ?? {};
    const id = show ?? about;
    if (id) this.hooks.onPoint(id);
  }

  /** A group that the reader opened or closed stays so; it is about to turn. */
  #noteFold({ dataset, open }) {
    this.#opened.set(dataset.group, !open);
  }

  #press(button) {
    if (!button) return;
    if (button.localName === "summary") this.#noteFold(button.parentElement);
    const { show, lint, problem, cause } = button.dataset;
    if (show) this.hooks.onOpen(show, button);
    else if (lint) this.hooks.onPlace(this.#why.lint[lint], button);
    else if (problem) this.hooks.onPlace(this.#view.problems[problem], button);
    else if (cause) this.hooks.onPlace({ ...this.#why.causes[cause].place, rule: this.#why.causes[cause].reason }, button);
  }
}
