// Small helpers for building the tool's own markup.

export const byId = (id) => document.getElementById(id);

/** An element with attributes and children; false and null attributes and children are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ""));
  return element;
}

/** Writes only when it differs, so that nothing is announced, selected or laid out twice. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Reads text out once more even when it is what was said last. */
export function announce(text) {
  const status = byId("status");
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = text; });
}

export const isNarrow = () => matchMedia("(max-width: 900px)").matches;
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const placeText = (place) => (place.line ? `${place.path}:${place.line}` : place.path);
