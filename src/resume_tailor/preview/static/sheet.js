// One pane: the page in its frame. It is loaded once and then morphed, so that it stays where the reader is.

import { isNarrow, make, say } from "./dom.js";
import { lendFonts } from "./fonts.js";
import { Marks } from "./marks.js";
import { morph } from "./morph.js";
import { PageCount, Pictures } from "./pictures.js";
import { ProblemCard } from "./problems.js";
import { words } from "./words.js";

const WIDE = 736; // px a page needs to be laid out as on a desk
const SMALLEST = 0.75; // below that share of it letters would be too small to read

export class Sheet {
  frame = null; // the one that is seen
  #coming = null; // the one being loaded, above it
  #morphing = false;
  #loaded = ""; // the key of the page in the frame, or on its way
  #wanted = { key: "", page: "" };

  /** hooks: onPage(sheet, whether it was loaded anew), onPlace(problem, opener). */
  constructor(id, hooks) {
    this.id = id;
    this.hooks = hooks;
    this.title = make("h2");
    this.count = new PageCount(make("p", { class: "count" }));
    this.scene = make("div", { class: "scene" }, make("div", { class: "blank" }));
    this.stage = make("div", { class: "stage" }, this.scene);
    this.marks = new Marks(this.scene);
    new ResizeObserver(() => this.#fit()).observe(this.stage);
    this.card = new ProblemCard(hooks.onPlace);
    this.pictures = new Pictures();
    this.stage.append(this.pictures.element, this.card.element);
    const head = make("header", { class: "sheet-head" }, this.title, this.count.element);
    this.element = make("section", { class: "sheet", "data-id": id, "data-page": "" }, head, this.stage);
  }

  get document() {
    return this.frame?.contentDocument ?? null;
  }

  /** The pane is another resume's from now on; what is seen stays until that one's page is there. */
  become(id) {
    Object.assign(this, { id, view: null, why: null, whyKey: "" });
    this.element.dataset.id = id;
    this.marks.showDots(new Map());
    this.marks.showDifferences(new Map());
  }

  get isCurrent() {
    return this.#wanted.page === this.element.dataset.page;
  }

  item(id) {
    return this.document?.querySelector(`[data-id="${CSS.escape(id)}"]`) ?? null;
  }

  /** The hot path from a message to changed text: nothing here may come before it. */
  follow(key, page) {
    this.#wanted = { key, page };
    if (!page) this.#clear();
    else if (key !== this.#loaded) this.#load();
    else if (!this.#coming) this.#update();
  }

  tell(view, name, { key, pages }) {
    this.view = view;
    say(this.title, name);
    for (const frame of this.scene.querySelectorAll("iframe")) frame.title = words.frame(name);
    this.element.dataset.fresh = view.fresh;
    this.element.dataset.settled = view.settled;
    this.element.setAttribute("aria-label", name);
    this.count.show(view);
    this.card.show(view);
    this.pictures.show(view, key, pages);
    this.stage.classList.toggle("pictured", pages);
  }

  reload() {
    const { scrollX, scrollY } = this.frame?.contentWindow ?? {};
    this.#loaded = "";
    this.follow(this.#wanted.key, this.#wanted.page);
    this.#coming?.addEventListener("load", () => this.frame?.contentWindow.scrollTo(scrollX, scrollY));
  }

  /** Side by side, a page a little too narrow for its wide layout is drawn smaller rather than as on a phone. */
  #fit() {
    const share = this.stage.clientWidth / WIDE;
    const small = !isNarrow() && share < 1 && share > SMALLEST;
    const { style } = this.scene;
    style.transform = small ? `scale(${share})` : "";
    style.width = style.height = small ? `${100 / share}%` : "";
  }

  #clear() {
    this.#loaded = "";
    this.#coming?.remove();
    this.frame?.remove();
    this.frame = this.#coming = null;
    this.element.dataset.page = "";
    this.marks.follow(null);
  }

  /** A new frame each time, shown when it is ready: no white flash, and no entry in the tab's history. */
  #load() {
    const { key, page } = this.#wanted;
    this.#loaded = key;
    this.#coming?.remove();
    const frame = make("iframe", { class: "coming", sandbox: "allow-same-origin allow-scripts", src: pageAddress(key, page) });
    frame.title = words.frame(this.title.textContent);
    frame.addEventListener("load", () => this.#arrive(frame, page));
    this.#coming = frame;
    this.scene.prepend(frame);
  }

  #arrive(frame, page) {
    if (frame !== this.#coming) return;
    this.#coming = null;
    if (!frame.contentDocument?.body) {
      frame.remove();
      this.#loaded = "";
      return;
    }
    this.frame?.remove();
    this.frame = frame;
    frame.classList.remove("coming");
    this.#finish(page, true);
  }

  async #update() {
    const { key, page } = this.#wanted;
    if (this.#morphing || page === this.element.dataset.page) return;
    this.#morphing = true;
    const done = await this.#fetchAndMorph(key, page).catch(() => false);
    this.#morphing = false;
    if (done) this.#finish(page, false);
    else if (key !== this.#wanted.key || page !== this.#wanted.page) this.follow(this.#wanted.key, this.#wanted.page);
  }

  async #fetchAndMorph(key, page) {
    const { frame } = this;
    const response = await fetch(pageAddress(key, page));
    const html = await response.text();
    if (!response.ok || !this.document || frame !== this.frame || key !== this.#loaded) return false;
    // The frame's own parser: one of the tool's would apply the tool's stricter policy to the page's styles.
    const fresh = new frame.contentWindow.DOMParser().parseFromString(html, "text/html");
    const giveBack = await lendFonts(this.document, fresh);
    if (frame !== this.frame) return false;
    const touched = new Set();
    morph(this.document.documentElement, fresh.documentElement, (node) => touched.add(node));
    giveBack?.();
    this.marks.flash(touched);
    return true;
  }

  #finish(page, isNew) {
    this.element.dataset.page = page;
    if (isNew) this.marks.follow(this.frame);
    else this.marks.place();
    this.hooks.onPage(this, isNew);
    if (page !== this.#wanted.page) this.follow(this.#wanted.key, this.#wanted.page);
  }
}

const pageAddress = (key, page) => `/-/page?${key}&v=${page}`;
