// The PDF: how many pages it has against the limit, and its pages as pictures.

import { make, say } from "./dom.js";
import { words } from "./words.js";

export class PageCount {
  #last = { id: "", pages: null };

  constructor(element) {
    this.element = element;
    this.element.append(make("span", { class: "count-number" }), make("span", { class: "count-wait", "aria-hidden": "true" }, words.counting));
  }

  /** While there is no count, because the files cannot be drawn, the last one stays. */
  show({ id, pages: counted, settled }) {
    const pages = counted ?? (this.#last.id === id ? this.#last.pages : null);
    this.#last = { id, pages };
    const [number, wait] = this.element.children;
    say(number, pages ? words.pages(pages.count, pages.limit) : "");
    wait.hidden = settled && Boolean(counted);
    this.element.classList.toggle("over", Boolean(pages?.over));
    this.element.title = settled ? this.#remark(pages) : words.settling;
  }

  #remark(pages) {
    return pages?.over ? words.overPages(pages.count, pages.limit) : "";
  }
}

export class Pictures {
  #key = "";

  constructor() {
    this.list = make("ol", { class: "pictures-list" });
    this.wait = make("p", { class: "pictures-wait" }, words.drawingPages);
    this.link = make("a", { class: "tool", target: "_blank", rel: "noopener" }, words.openPdf);
    const foot = make("p", { class: "pictures-foot" }, this.link);
    this.element = make("div", { class: "pictures", hidden: true, tabindex: "0", role: "region", "aria-label": words.pdfPages }, this.wait, this.list, foot);
  }

  /** Old pictures stay until there are new ones: nothing blinks while the pages are fitted. */
  show(view, key, shown) {
    this.element.hidden = !shown;
    if (!shown) return;
    if (key !== this.#key) this.list.replaceChildren();
    this.#key = key;
    this.link.href = `/-/pdf?${key}`;
    if (view.pages?.pictures.length) this.#draw(view.pages);
    this.wait.hidden = this.list.childElementCount > 0;
    this.element.classList.toggle("stale", !view.settled || !view.fresh);
  }

  #draw({ pictures, width, height }) {
    while (this.list.childElementCount > pictures.length) this.list.lastChild.remove();
    pictures.forEach((hash, index) => {
      const place = this.list.children[index] ?? this.list.appendChild(make("li", {}, make("img", { decoding: "async" })));
      const image = place.firstChild;
      const address = `/-/picture/${hash}`;
      if (image.getAttribute("src") !== address) image.src = address;
      image.alt = words.page(index + 1, pictures.length);
      image.width = Math.round(width * 96 / 72);
      image.height = Math.round(height * 96 / 72);
    });
  }
}
