// Makes a living tree equal to another one while touching as little as possible, so that scroll position, focus and
// text selection stay where they are. Children are matched by data-id, then by kind and order.

/** Morphs `old` into `fresh` (of any document; its nodes may be taken). `touched(node)` hears of each change seen. */
export function morph(old, fresh, touched = () => {}) {
  syncAttributes(old, fresh, touched);
  if (old.localName === "style") syncWhole(old, fresh);
  else syncChildren(old, fresh, touched);
}

function syncAttributes(old, fresh, touched) {
  if (sameAttributes(old, fresh)) return;
  const names = Array.from(fresh.attributes, ({ name }) => name);
  for (const { name } of [...old.attributes]) if (!names.includes(name)) old.removeAttribute(name);
  // One that comes before others would be written behind them: then all are written again, in the fresh order.
  const inOrder = Array.from(old.attributes).every(({ name }, index) => names[index] === name);
  for (const { name, value } of fresh.attributes) {
    if (!inOrder) old.removeAttribute(name);
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  touched(old);
}

function sameAttributes({ attributes: old }, { attributes: fresh }) {
  if (old.length !== fresh.length) return false;
  for (let at = 0; at < old.length; at += 1) {
    if (old[at].name !== fresh[at].name || old[at].value !== fresh[at].value) return false;
  }
  return true;
}

function syncWhole(old, fresh) {
  if (old.textContent !== fresh.textContent) old.textContent = fresh.textContent;
}

function syncChildren(old, fresh, touched) {
  const wanted = [...fresh.childNodes];
  const match = matcher(old);
  const twins = wanted.map(match);
  const ended = match.rest();
  // Ended ones go first: everything after them would seem to have moved.
  for (const child of ended) child.remove();
  if (ended.some((child) => !isBlank(child))) touched(old);
  let spot = old.firstChild;
  wanted.forEach((child, index) => {
    const twin = twins[index];
    if (twin && twin === spot) spot = spot.nextSibling;
    else old.insertBefore(twin ?? child, spot);
    if (twin) syncNode(twin, child, touched);
    else if (!isBlank(child)) touched(child);
  });
}

function syncNode(old, fresh, touched) {
  if (old.nodeType === Node.ELEMENT_NODE) morph(old, fresh, touched);
  else if (old.data !== fresh.data) {
    replaceDifference(old, fresh.data);
    if (!isBlank(fresh)) touched(old);
  }
}

/** Gives for each new child the old one that becomes it; each old one once, unkeyed ones of a kind in their order. */
function matcher(parent) {
  const left = new Map();
  for (const child of parent.childNodes) {
    const name = nameOf(child);
    if (left.has(name)) left.get(name).push(child);
    else left.set(name, [child]);
  }
  const match = (child) => left.get(nameOf(child))?.shift();
  match.rest = () => [...left.values()].flat();
  return match;
}

function nameOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
  const id = node.getAttribute("data-id");
  return id === null ? node.nodeName : `${node.nodeName} ${id}`;
}

const isBlank = (node) => node.nodeType !== Node.ELEMENT_NODE && !node.data.trim();

/** Replaces only what differs between the common beginning and end: a selection outside of it survives. */
function replaceDifference(node, text) {
  const old = node.data;
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  node.replaceData(start, old.length - start - end, text.slice(start, text.length - end));
}
