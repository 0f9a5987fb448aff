// What is wrong with the files, over the last good page; and how a problem is written, for the panel too.

import { announce, make, placeText } from "./dom.js";
import { morph } from "./morph.js";
import { words } from "./words.js";

export const errorsOf = (view) => view.problems.filter((problem) => problem.severity === "error");
export const warningsOf = (view) => view.problems.filter((problem) => problem.severity !== "error");

const RANK = { info: 1, warning: 2, error: 3 };
export const worst = (problems) => problems.reduce((most, { severity }) => (RANK[severity] > (RANK[most] ?? 0) ? severity : most), "");

/** Docked at the top of a pane while the files cannot be drawn; folded it is one line. */
export class ProblemCard {
  #folded = false;

  constructor(onPlace) {
    this.onPlace = onPlace;
    this.view = null;
    // The live region stays in the document: one that comes along with its text is often not read out.
    this.element = make("div", { class: "problems", role: "alert" });
    this.element.addEventListener("click", (event) => this.#press(event));
  }

  show(view) {
    if (view.fresh && this.view?.fresh === false) announce(words.mended);
    this.view = view;
    const shown = view.fresh ? [] : [this.#card(errorsOf(view))];
    if (view.fresh) this.#folded = false;
    morph(this.element, make("div", { class: "problems", role: "alert" }, shown));
  }

  #card(errors) {
    const title = (this.view.page ? words.cannotDraw : words.neverDrawn)(errors.length);
    const fold = make("button", { type: "button", class: "fold", "aria-expanded": String(!this.#folded) }, this.#folded ? words.unfold : words.fold);
    const list = make("ol", { tabindex: "0", hidden: this.#folded }, errors.map((problem, index) => make("li", {}, problemParts(problem, index))));
    return make("div", { class: "problems-card" }, make("h3", {}, title), fold, list);
  }

  #press(event) {
    if (event.target.closest(".fold")) {
      this.#folded = !this.#folded;
      this.show(this.view);
      return;
    }
    const button = event.target.closest("[data-problem]");
    if (button) this.onPlace(errorsOf(this.view)[button.dataset.problem], button);
  }
}

/** A problem's message, place, source and hint; the place is a button carrying the problem's number. */
function problemParts(problem, index) {
  return [
    make("p", { class: "message" }, make("span", { class: `severity ${problem.severity}` }, words.severity[problem.severity]), problem.message),
    problem.path && make("button", { type: "button", class: "place", "data-problem": index }, fullPlace(problem)),
    problem.source.length > 0 && codeLines(problem.source, problem.line, problem.column),
    problem.hint && make("p", { class: "hint" }, problem.hint),
  ];
}

const fullPlace = (problem) => placeText(problem) + (problem.line && problem.column ? `:${problem.column}` : "");

/** Lines of a file with one of them marked, and a caret under its column. */
export function codeLines(lines, marked, column = 0) {
  return make("pre", { class: "code", tabindex: "0" }, make("code", {}, lines.map(({ number, text }) => [
    make("span", { class: number === marked ? "code-line marked" : "code-line", "data-number": number }, `${text}\n`),
    number === marked && column > 0 && make("span", { class: "code-line caret" }, `${caretIndent(text, column)}^\n`),
  ])));
}

/** As wide as what stands before the column: Korean letters are two columns wide in a fixed-width font. */
function caretIndent(text, column) {
  return text.slice(0, column - 1).replace(/[^\t]/gu, (letter) => (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? "\u3000" : " "));
}
