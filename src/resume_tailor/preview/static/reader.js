// The reader inside of a page: pointing at items, clicking on them, following links. Listeners are the tool's; nothing
// in the page runs.

import { isCalm } from "./dom.js";

const LINKS = ["http:", "https:", "mailto:", "tel:"];

export class Reader {
  /** hooks: onOpen(id, opener, {sheet, link}), onHover(sheet, id or ""), onPage(document). */
  constructor(hooks) {
    this.hooks = hooks;
  }

  read(sheet) {
    const page = sheet.document;
    this.hooks.onPage(page);
    page.addEventListener("mouseover", ({ target }) => this.hooks.onHover(sheet, itemOf(target)));
    page.documentElement.addEventListener("mouseleave", () => this.hooks.onHover(sheet, ""));
    page.addEventListener("click", (event) => this.#click(sheet, event));
    page.addEventListener("auxclick", (event) => this.#click(sheet, event));
  }

  #click(sheet, event) {
    const link = linkOf(event.target);
    if (link || event.target.closest("a, area")) event.preventDefault();
    const inNewTab = event.ctrlKey || event.metaKey || event.button === 1;
    if (inNewTab && link) window.open(link, "_blank", "noopener,noreferrer");
    if (inNewTab || event.button !== 0 || !sheet.document.getSelection().isCollapsed) return;
    const id = itemOf(event.target);
    if (id || link) this.hooks.onOpen(id, sheet.frame, { sheet, link });
  }

  /** Scrolls only when the item is out of sight, or under what covers the page's lower part. */
  bringIntoView(sheet, id, covered = 0) {
    const item = sheet.item(id);
    if (!item) return;
    const { top, bottom } = item.getBoundingClientRect();
    const room = sheet.frame.clientHeight - covered;
    if (top >= 0 && (bottom <= room || top < room / 4)) return;
    const up = Math.max(32, (room - (bottom - top)) / 2);
    sheet.frame.contentWindow.scrollBy({ top: top - up, behavior: isCalm() ? "auto" : "smooth" });
  }
}

const itemOf = (target) => target.closest?.("[data-id]")?.dataset.id ?? "";

function linkOf(target) {
  const link = target.closest?.("a[href]");
  return link && LINKS.includes(link.protocol) ? link.href : "";
}
