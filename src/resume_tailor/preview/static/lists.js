// What the panel's tabs hold. Every button says by data-show what it is about; the panel acts on them.

import { make, placeText } from "./dom.js";
import { words } from "./words.js";

const SHORT = 10; // groups up to this long are open at first

/** name -> {count, body} of each tab there is something to say in. `view` has the files' problems, `why` the rest. */
export function tabs(view, why, opened) {
  return new Map([
    ["dropped", { count: droppedCount(why), body: () => droppedList(why, opened) }],
    ["lint", { count: lintCount(view, why), body: () => lintList(view, why) }],
    ...(why.keywords ? [["keywords", { count: wordCount(why.keywords), body: () => keywordList(why) }]] : []),
    ["kept", { count: keptCount(why), body: () => keptList(why) }],
  ]);
}

const droppedCount = (why) => Object.values(why.items).filter((item) => !item.kept).length;
const keptCount = (why) => Object.values(why.items).filter((item) => item.kept).length;
const wordCount = (keywords) => `${keywords.in.length}/${keywords.in.length + keywords.out.length + keywords.missing.length}`;
export const lintCount = (view, why) => view.problems.length + (why?.lint.length ?? 0);

const nothing = (text) => make("p", { class: "nothing" }, text);

function droppedList(why, opened) {
  if (!why.causes.length) return nothing(words.noneDropped);
  return why.causes.map((cause, index) => {
    const name = `cause ${cause.reason}`;
    const open = opened.get(name) ?? cause.items.length <= SHORT;
    const head = make("summary", {}, make("span", { class: "cause" }, cause.reason), make("span", { class: "tally" }, String(cause.items.length)));
    const place = cause.place && placeButton(cause.place, { "data-cause": index });
    const items = cause.items.map(({ id, detail, bullets }) => make("li", {}, itemButton(why, id, detail, bullets)));
    return make("details", { class: "group", "data-id": name, "data-group": name, open }, head, place, make("ul", {}, items));
  });
}

function keptList(why) {
  const sections = why.sections.filter((section) => section.kept.length);
  if (!sections.length) return nothing(words.noneKept);
  return sections.map(({ name, title, kept }) => make("section", { class: "group", "data-id": name },
    make("h3", {}, title, make("span", { class: "tally" }, String(kept.length))),
    make("ul", {}, kept.map((id) => make("li", { class: why.items[id].kind }, itemButton(why, id, why.items[id].reason))))));
}

function itemButton(why, id, detail, bullets = 0) {
  const item = why.items[id];
  const notes = [item?.pinned && words.pinned, wordingOf(item)].filter(Boolean);
  return make("button", { type: "button", class: "item", "data-id": id, "data-show": id },
    make("span", { class: "text" }, item?.text || id),
    make("span", { class: "meta" }, make("span", { class: "id" }, id), notes.map((note) => make("span", { class: "note" }, note)), bullets > 0 && make("span", { class: "note" }, words.bullets(bullets))),
    detail && make("span", { class: "detail" }, detail));
}

export function wordingOf(item) {
  if (!item?.wording) return "";
  return item.wording === "reworded" ? words.reworded : words.wording(item.wording);
}

const placeButton = (place, attributes) => make("button", { type: "button", class: "place", ...attributes }, placeText(place));

/** Problems of the files first, then what lint says: of the page as a whole, and item by item in the page's order. */
function lintList(view, why) {
  const files = view.problems.map((problem, index) => ({ problem, show: { "data-problem": index } }));
  const found = why.lint.map((problem, index) => ({ problem, show: { "data-lint": index } }));
  if (!files.length && !found.length) return nothing(words.noLint);
  const order = ["", ...why.sections.flatMap((section) => [...section.kept, ...section.dropped])];
  const owners = [...new Set(found.map(({ problem }) => problem.item))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [
    files.length > 0 && lintGroup("files", words.files, files),
    owners.map((owner) => lintGroup(`lint ${owner}`, owner ? why.items[owner]?.text || owner : words.wholePage, found.filter(({ problem }) => problem.item === owner), owner)),
  ];
}

function lintGroup(key, title, problems, id = "") {
  return make("section", { class: "group", "data-id": key },
    make("h3", { class: "about" }, make("span", { class: "subject" }, title), id && make("span", { class: "id" }, id)),
    make("ul", {}, problems.map(({ problem, show }) => make("li", {}, lintButton(problem, show)))));
}

function lintButton(problem, show) {
  return make("button", { type: "button", class: "item", "data-about": problem.item || null, ...show },
    make("span", { class: "text" }, make("span", { class: `severity ${problem.severity}` }, words.severity[problem.severity]), problem.message),
    problem.hint && make("span", { class: "detail" }, problem.hint),
    make("span", { class: "meta" }, make("span", { class: "id" }, placeText(problem)), make("span", { class: "rule" }, problem.rule)));
}

function keywordList(why) {
  const { keywords } = why;
  return [
    wordGroup(why, "in", words.wordsIn, keywords.in),
    wordGroup(why, "out", words.wordsOut, keywords.out),
    wordGroup(why, "missing", words.wordsMissing, keywords.missing.map((word) => ({ word, items: [] }))),
  ];
}

function wordGroup(why, kind, title, found) {
  return found.length > 0 && make("section", { class: `group words-${kind}`, "data-id": kind },
    make("h3", {}, title, make("span", { class: "tally" }, String(found.length))),
    make("dl", {}, found.map(({ word, items }) => make("div", { class: "word", "data-id": word },
      make("dt", {}, word),
      items.map((id) => make("dd", {}, make("button", { type: "button", class: "chip", "data-id": id, "data-show": id, title: why.items[id]?.text }, id)))))));
}

