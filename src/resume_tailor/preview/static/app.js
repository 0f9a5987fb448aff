// What is shown, and who hears of what. The address is the truth: every choice goes through it.

import { pageKey, readAddress, shownIds, writeAddress } from "./address.js";
import { Bar } from "./bar.js";
import { Comparison } from "./compare.js";
import { announce, byId, isNarrow, placeText } from "./dom.js";
import { KeyHelp, keyboard } from "./keys.js";
import { Live } from "./live.js";
import { Panel } from "./panel.js";
import { Reader } from "./reader.js";
import { Sheet } from "./sheet.js";
import { SourceCard } from "./source.js";
import { fillWords, nameOf, words } from "./words.js";

const config = JSON.parse(byId("config").textContent);
fillWords(document);

let shown = readAddress(location);
let state = null;
let sheets = [];

const bar = new Bar(pick);
const comparison = new Comparison();
const help = new KeyHelp();
const source = new SourceCard(config, () => markOpened(""));
const panel = new Panel({ onPoint: point, onOpen: openItem, onPlace: openPlace, onClose: () => pick({ panel: false }) });
const live = new Live({ onState: take, onConnection: (there) => bar.tellConnection(there) });
const listenForKeys = keyboard({
  "]": () => walkCompanies(1), "[": () => walkCompanies(-1), "/": () => byId("company").focus(), "?": () => help.open(),
  w: () => pick({ panel: !shown.panel }), p: () => pick({ pages: !shown.pages }),
  c: () => pick({ beside: shown.beside ? "" : besideByDefault() }),
  l: () => walk("lang"), t: () => walk("template"), r: () => sheets.forEach((sheet) => sheet.reload()), Esc: close,
});
const reader = new Reader({ onOpen: openItem, onHover: hover, onPage: listenForKeys });

function pick(changes) {
  const hadFocus = byId("panel").contains(document.activeElement);
  shown = { ...shown, ...changes };
  if (shown.beside === shown.id) shown.beside = "";
  const address = writeAddress(shown);
  // Opening the panel is not a place to go back to.
  if ("panel" in changes) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  show(changes);
  if (changes.panel) panel.focus();
  if (changes.panel === false && hadFocus) byId("why").focus();
}

/** Brings everything in line with the address; what the server knows follows in its next message. */
function show(changes = shown) {
  live.listen(shownIds(shown), shown);
  layOut();
  if ("id" in changes) source.close();
  bar.press(shown);
  panel.toggle(shown.panel);
  document.body.classList.toggle("with-panel", shown.panel);
}

/** One sheet for each resume that is shown; those that were there stay. */
function layOut() {
  const ids = shownIds(shown);
  sheets = ids.map((id, index) => {
    const sheet = sheets[index] ?? new Sheet(id, { onPage: pageCame, onPlace: openPlace });
    if (sheet.id !== id) sheet.become(id);
    return sheet;
  });
  const elements = sheets.map(({ element }) => element);
  for (const old of [...byId("sheets").children]) if (!elements.includes(old)) old.remove();
  for (const element of elements) if (!element.isConnected) byId("sheets").append(element);
  document.body.classList.toggle("comparing", sheets.length > 1);
  comparison.hold(sheets);
}

/** The way of a message: pages first, since somebody waits for them; all else when they are under way. */
function take(message) {
  const views = sheets.map((sheet) => message.views.find(({ id }) => id === sheet.id));
  views.forEach((view, index) => view && sheets[index].follow(pageKey(shown, view.id), view.page));
  if (!views[0]) return;
  state = { ...message, views };
  bar.tell(state, shown);
  document.title = `${nameOf(shown.id, state.companies)} · resume`;
  sheets.forEach((sheet, index) => {
    if (!views[index]) return;
    sheet.tell(views[index], nameOf(sheet.id, state.companies), { key: pageKey(shown, sheet.id), pages: shown.pages });
    if (sheet.isCurrent) readWhy(sheet);
  });
  tellProblems();
}

/** Asked for only when the page is there: the server has one thing at a time to do for somebody who waits. */
async function readWhy(sheet) {
  if (!sheet.view) return;
  const key = `${pageKey(shown, sheet.id)}&v=${sheet.view.why}`;
  if (!sheet.view.why || sheet.whyKey === key) return;
  sheet.whyKey = key;
  const response = await fetch(`/-/why?${key}`).catch(() => null);
  const why = response?.ok ? await response.json() : null;
  if (sheet.whyKey !== key) return;
  if (!why) sheet.whyKey = "";
  else tellWhy(sheet, why);
}

function tellWhy(sheet, why) {
  sheet.why = why;
  sheet.marks.showDots(new Map(why.lint.filter(({ item }) => item).map(({ item, severity }) => [item, severity])));
  comparison.tell();
  if (sheet !== sheets[0]) return;
  tellProblems();
  source.renew(why.items, why.lint);
}

function tellProblems() {
  const [{ view, why }] = sheets;
  bar.tellProblems(view, why);
  panel.tell(view, why);
}

function pageCame(sheet, isNew) {
  if (isNew) {
    reader.read(sheet);
    comparison.link(sheet);
  }
  readWhy(sheet);
  announce(isNew ? words.shown(sheet.title.textContent) : words.updated);
}

const lintOf = (sheet, id) => sheet.why?.lint.filter(({ item }) => item === id) ?? [];
const markOpened = (id) => sheets.forEach((sheet) => sheet.marks.showOpened(id));

/** Opens an item's source, from a page or from the panel; a link that was clicked on goes along. */
async function openItem(id, opener, { sheet = sheets[0], link } = {}) {
  const item = sheet.why?.items[id];
  markOpened(id);
  await source.open({ id, item, place: item?.place, lint: lintOf(sheet, id), link }, opener);
  reader.bringIntoView(sheet, id, source.element.offsetHeight + 32);
}

function openPlace(place, opener) {
  markOpened(place.item ?? "");
  source.open({ title: place.rule, message: place.message, place: place.path ? place : null }, opener);
}

/** From the panel: the page shows the item meant. */
function point(id) {
  const [sheet] = sheets;
  hover(sheet, id);
  // On a phone the panel lies over the lower part of the page.
  if (id) reader.bringIntoView(sheet, id, isNarrow() ? panel.element.offsetHeight : 0);
}

function hover(sheet, id) {
  const item = sheet.why?.items[id];
  const parts = [id, item?.reason, item?.place && placeText(item.place)];
  sheet.marks.showHovered(id ? { id, text: parts.filter(Boolean).join(" · ") } : null);
}

function walkCompanies(step) {
  if (!state) return;
  const ids = ["base", ...state.companies.map(({ id }) => id)];
  pick({ id: ids[(ids.indexOf(shown.id) + step + ids.length) % ids.length] });
}

function walk(name) {
  const values = Array.from(byId(name).options, ({ value }) => value);
  pick({ [name]: values[(values.indexOf(shown[name]) + 1) % values.length] });
}

const besideByDefault = () => (shown.id === "base" ? state?.companies[0]?.id ?? "" : "base");

function close() {
  if (source.shown) source.close();
  else if (shown.panel) pick({ panel: false });
}

addEventListener("popstate", () => {
  shown = readAddress(location);
  show();
});
byId("why").addEventListener("click", () => pick({ panel: !shown.panel }));
byId("pages").addEventListener("click", () => shown.pages || pick({ pages: true }));
byId("screen").addEventListener("click", () => shown.pages && pick({ pages: false }));
byId("help").addEventListener("click", () => help.open());
listenForKeys(document);
show();
