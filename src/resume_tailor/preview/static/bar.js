// The bar: what is shown, and how to show something else.

import { byId, make, say } from "./dom.js";
import { lintCount } from "./lists.js";
import { morph } from "./morph.js";
import { PageCount } from "./pictures.js";
import { worst } from "./problems.js";
import { nameOf, toolLang, words } from "./words.js";

export class Bar {
  #own = { id: "" }; // the last view that could tell what the profile says

  /** pick(changes): changes are to be made to the address. */
  constructor(pick) {
    this.count = new PageCount(byId("count"));
    for (const [control, name] of [["company", "id"], ["lang", "lang"], ["template", "template"], ["beside", "beside"]]) {
      byId(control).addEventListener("change", ({ target }) => pick({ [name]: target.value }));
    }
  }

  tell(state, shown) {
    const [view] = state.views;
    const { companies, templates } = state;
    if (view.own_lang || this.#own.id !== view.id) this.#own = view;
    const { own_lang: ownLang, own_template: ownTemplate } = this.#own;
    // An address may name a company that is not, or no longer, there.
    const ids = [...new Set(["base", ...companies.map(({ id }) => id), shown.id])];
    options("company", idOptions(ids, companies), shown.id);
    options("lang", ownAnd(["ko", "en"], ownLang, (lang) => words[lang]), shown.lang);
    options("template", ownAnd(templates, ownTemplate, String), shown.template);
    options("beside", [["", words.nothing], ...idOptions(ids.filter((id) => id !== shown.id), companies)], shown.beside);
    const position = companies.find(({ id }) => id === shown.id)?.position;
    say(byId("position"), position ? position[toolLang] || position.ko || position.en || "" : "");
    this.count.show(view);
  }

  press(shown) {
    byId("why").setAttribute("aria-expanded", String(shown.panel));
    byId("pages").setAttribute("aria-pressed", String(shown.pages));
    byId("screen").setAttribute("aria-pressed", String(!shown.pages));
  }

  tellProblems(view, why) {
    const count = lintCount(view, why);
    const badge = byId("badge");
    badge.hidden = !count;
    badge.className = `badge ${worst([...view.problems, ...(why?.lint ?? [])])}`;
    say(badge, String(count));
    byId("why").setAttribute("aria-label", count ? `${words.why}, ${words.problemCount(count)}` : words.why);
  }

  tellConnection(there) {
    say(byId("lost"), there ? "" : words.lost);
  }
}

const idOptions = (ids, companies) => ids.map((id) => {
  const name = nameOf(id, companies);
  return [id, companies.find((one) => one.id === id)?.broken ? words.broken(name) : name];
});

const ownAnd = (values, own, name) => [["", words.own(own ? name(own) : words.ofProfile)], ...values.map((value) => [value, name(value)])];

/** An open list must not be built anew under the pointer: it is morphed, and only where something differs. */
function options(id, values, chosen) {
  const select = byId(id);
  const fresh = select.cloneNode(false);
  fresh.append(...values.map(([value, name]) => make("option", { value }, name)));
  morph(select, fresh);
  if (select.value !== chosen) select.value = chosen;
}
