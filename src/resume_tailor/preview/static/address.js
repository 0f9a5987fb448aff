// The tool's address holds what is shown: /socar?lang=en&with=base&pages=1&panel=1 <-> a plain object.

export function readAddress(location) {
  const query = new URLSearchParams(location.search);
  return {
    id: decodeURIComponent(location.pathname.slice(1)) || "base",
    lang: query.get("lang") ?? "",
    template: query.get("template") ?? "",
    beside: query.get("with") ?? "",
    pages: query.get("pages") === "1",
    panel: query.get("panel") === "1",
  };
}

export function writeAddress({ id, lang, template, beside, pages, panel }) {
  const query = new URLSearchParams();
  if (lang) query.set("lang", lang);
  if (template) query.set("template", template);
  if (beside) query.set("with", beside);
  if (pages) query.set("pages", "1");
  if (panel) query.set("panel", "1");
  const path = id === "base" ? "/" : `/${encodeURIComponent(id)}`;
  return query.toString() ? `${path}?${query}` : path;
}

/** The ids to be shown: one, or two when a resume lies beside it. */
export const shownIds = ({ id, beside }) => (beside && beside !== id ? [id, beside] : [id]);

/** What names one page to the server. */
export function pageKey({ lang, template }, id) {
  return new URLSearchParams({ id, lang, template }).toString();
}
