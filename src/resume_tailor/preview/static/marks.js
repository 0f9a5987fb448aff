// What is drawn over a page, in the tool's own document: the page itself is left as it is.
// Marks lie in the page's coordinates on a layer that is shifted as the page scrolls.

import { isCalm, make } from "./dom.js";

const FLASH = 1000; // ms that a change stays marked
const MANY = 30; // more changes at once than these are a new page, not an edit

export class Marks {
  #frame = null;
  #hovered = null; // {id, text, severity}
  #opened = "";
  #dots = new Map(); // id -> severity
  #differences = new Map(); // id -> {kind, label}

  constructor(stage) {
    this.layer = make("div", { class: "marks-layer" });
    this.standing = make("div");
    this.hover = make("div", { class: "mark hover", hidden: true }, make("span", { class: "mark-label" }));
    this.layer.append(this.standing, this.hover);
    stage.append(make("div", { class: "marks", "aria-hidden": "true" }, this.layer));
    this.resized = new ResizeObserver(() => this.place());
  }

  /** Draws over another frame from now on. */
  follow(frame) {
    this.#frame = frame;
    this.#hovered = null;
    this.resized.disconnect();
    if (frame) {
      frame.contentWindow.addEventListener("scroll", () => this.#shift(), { passive: true });
      this.resized.observe(frame);
      this.resized.observe(frame.contentDocument.documentElement);
    }
    this.place();
  }

  showHovered(item) {
    if (this.#hovered?.id === item?.id) return;
    this.#hovered = item;
    this.#placeHovered();
  }

  showOpened(id) {
    this.#opened = id;
    this.place();
  }

  showDots(dots) {
    this.#dots = dots;
    this.place();
  }

  showDifferences(differences) {
    this.#differences = differences;
    this.place();
  }

  place() {
    this.#shift();
    this.standing.replaceChildren(...this.#frame ? this.#standingMarks() : []);
    this.#placeHovered();
  }

  /** Marks what a save has just changed, gently and for a moment. */
  flash(nodes) {
    const changed = new Set([...nodes].map(changedElement).filter(Boolean));
    if (!changed.size || changed.size > MANY) return;
    const marks = [...changed].map((element) => this.#box(element, "changed"));
    if (isCalm()) for (const mark of marks) mark.classList.add("calm");
    this.layer.append(...marks);
    setTimeout(() => { for (const mark of marks) mark.remove(); }, FLASH);
  }

  #shift() {
    const view = this.#frame?.contentWindow;
    if (view) this.layer.style.transform = `translate(${-view.scrollX}px, ${-view.scrollY}px)`;
  }

  #standingMarks() {
    const marks = [];
    for (const [id, { kind, label }] of this.#differences) this.#markItem(marks, id, kind, label);
    for (const [id, severity] of this.#dots) this.#markItem(marks, id, `dot ${severity}`);
    if (this.#opened) this.#markItem(marks, this.#opened, "opened");
    return marks;
  }

  #markItem(marks, id, kind, label = "") {
    const element = this.#find(id);
    if (element) marks.push(this.#box(element, kind, label));
  }

  #placeHovered() {
    const element = this.#hovered && this.#find(this.#hovered.id);
    this.hover.hidden = !element;
    if (!element) return;
    put(this.hover, element);
    const label = this.hover.firstChild;
    label.textContent = this.#hovered.text;
    const { top } = element.getBoundingClientRect();
    this.hover.classList.toggle("low", top < 26);
  }

  #box(element, kind, label = "") {
    const mark = make("div", { class: `mark ${kind}`, "data-label": label || null });
    put(mark, element);
    return mark;
  }

  #find(id) {
    return this.#frame?.contentDocument?.querySelector(`[data-id="${CSS.escape(id)}"]`) ?? null;
  }
}

/** A mark's place, in the page's coordinates. */
function put(mark, element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  mark.style.left = `${left + view.scrollX}px`;
  mark.style.top = `${top + view.scrollY}px`;
  mark.style.width = `${width}px`;
  mark.style.height = `${height}px`;
}

/** The item that a change belongs to; outside of items (a name, an address) the very element. */
function changedElement(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (!element?.closest("body")) return null;
  return element.closest("[data-id]") ?? (element.childElementCount ? null : element);
}
