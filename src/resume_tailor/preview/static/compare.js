// Two resumes side by side: what tells them apart is marked on both, counted in a line, and they scroll together.

import { byId, isNarrow, make } from "./dom.js";
import { differences, withoutInner } from "./differences.js";
import { morph } from "./morph.js";
import { words } from "./words.js";

const ARROWS = { up: "↑", down: "↓" };

export class Comparison {
  #leader = null; // the sheet that the reader scrolls
  #side = 0; // on a narrow screen: the one that is seen

  constructor() {
    this.line = byId("versus");
    this.line.addEventListener("click", (event) => this.#switch(event));
    this.sheets = [];
  }

  /** Says which sheets there are; with one there is nothing to compare. */
  hold(sheets) {
    this.sheets = sheets;
    this.#side = Math.min(this.#side, sheets.length - 1);
    this.line.hidden = sheets.length < 2;
    if (this.line.hidden) sheets[0].marks.showDifferences(new Map());
    this.#showSide();
  }

  tell() {
    const [left, right] = this.sheets;
    if (!left?.why || !right?.why) return;
    const texts = left.view.lang === right.view.lang;
    const here = this.#mark(left, right, texts);
    const there = this.#mark(right, left, texts);
    morph(this.line, this.#words(here, there, texts));
  }

  #mark(sheet, other, texts) {
    const found = withoutInner(differences(sheet.why, other.why, { texts }), sheet.why);
    const marks = [...found].map(([id, kind]) => [id, { kind: `differs ${kind}`, label: ARROWS[kind] ?? "" }]);
    sheet.marks.showDifferences(new Map(marks));
    return found;
  }

  #words(here, there, texts) {
    const [left, right] = this.sheets.map((sheet) => sheet.title.textContent);
    const tally = (found, ...kinds) => [...found.values()].filter((kind) => kinds.includes(kind)).length;
    const counts = [
      ["here", words.onlyIn(left), tally(here, "here")], ["here", words.onlyIn(right), tally(there, "here")],
      ["changed", words.changed, tally(here, "changed")], ["moved", words.moved, tally(here, "up", "down")],
    ].filter(([, , count]) => count);
    const sides = this.sheets.map((sheet, index) => make("button", { type: "button", class: "side", "data-side": index, "aria-pressed": String(index === this.#side) }, sheet.title.textContent));
    return make("div", { class: "versus", id: "versus", hidden: this.line.hidden },
      make("div", { class: "sides" }, sides),
      make("ul", { class: "legend" }, counts.map(([kind, name, count]) => make("li", { class: kind }, name, make("span", { class: "tally" }, String(count))))),
      !counts.length && make("p", {}, words.sameAll), !texts && make("p", { class: "quiet" }, words.otherLanguage));
  }

  #switch(event) {
    const side = event.target.closest("[data-side]")?.dataset.side;
    if (side === undefined) return;
    this.#side = Number(side);
    this.#showSide();
    this.tell();
  }

  #showSide() {
    this.sheets.forEach((sheet, index) => sheet.element.classList.toggle("behind", index !== this.#side));
  }

  /** Lets a sheet's scrolling lead the other's: the one under the pointer or with the focus is the reader's. */
  link(sheet) {
    const { contentWindow } = sheet.frame;
    const lead = () => { this.#leader = sheet; };
    for (const name of ["pointermove", "wheel", "touchstart", "keydown"]) contentWindow.addEventListener(name, lead, { passive: true });
    contentWindow.addEventListener("scroll", () => this.#pull(sheet), { passive: true });
  }

  #pull(sheet) {
    const other = this.sheets.find((one) => one !== sheet);
    if (sheet !== this.#leader || !other?.document || isNarrow() || !this.sheets.includes(sheet)) return;
    const { contentWindow } = other.frame;
    contentWindow.scrollTo(contentWindow.scrollX, along(anchors(sheet, other), sheet.frame.contentWindow.scrollY));
  }
}

/** Where both pages are at the same thing: their ends, and the items they share in the same order. */
function anchors(from, to) {
  const points = [[0, 0]];
  for (const item of from.document.querySelectorAll("article[data-id]")) {
    const twin = to.item(item.dataset.id);
    const point = twin && [topOf(item), topOf(twin)];
    if (point && point[0] > points.at(-1)[0] && point[1] > points.at(-1)[1]) points.push(point);
  }
  const end = [lowest(from), lowest(to)];
  return [...points.filter(([a, b]) => a < end[0] && b < end[1]), end];
}

const topOf = (element) => element.getBoundingClientRect().top + element.ownerDocument.defaultView.scrollY;
const lowest = ({ document: page }) => Math.max(1, page.documentElement.scrollHeight - page.documentElement.clientHeight);

/** The place between the two nearest points. */
function along(points, at) {
  const next = Math.max(1, points.findIndex(([from]) => from >= at));
  const [[fromA, toA], [fromB, toB]] = [points[next - 1], points[next]];
  return toA + (at - fromA) / (fromB - fromA || 1) * (toB - toA);
}
