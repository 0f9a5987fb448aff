// What tells two resumes apart, from both pages' whys: only here, worded otherwise, moved within its list.

/** id -> "here" | "changed" | "up" | "down" for the items kept in `here`, seen from it. */
export function differences(here, there, { texts }) {
  const found = new Map();
  for (const { kept } of here.sections) {
    for (const id of kept) {
      if (!there.items[id]?.kept) found.set(id, "here");
      else if (texts && here.items[id].text !== there.items[id].text) found.set(id, "changed");
    }
  }
  for (const [id, way] of movedItems(here, there)) if (!found.has(id)) found.set(id, way);
  return found;
}

/** A bullet of an entry that is only here says nothing of its own. */
export function withoutInner(found, why) {
  return new Map([...found].filter(([id, kind]) => {
    const { home } = why.items[id];
    return kind !== "here" || home === id || found.get(home) !== "here";
  }));
}

function movedItems(here, there) {
  const places = listPlaces(there);
  const moved = new Map();
  for (const ids of lists(here).values()) {
    const common = ids.filter((id) => places.has(id));
    const order = common.map((id) => places.get(id));
    const still = new Set(longestRise(order).map((index) => common[index]));
    const sorted = [...common].sort((a, b) => places.get(a) - places.get(b));
    common.forEach((id, index) => { if (!still.has(id)) moved.set(id, index < sorted.indexOf(id) ? "up" : "down"); });
  }
  return moved;
}

/** Entries of a section, and bullets of an entry, each in the page's order. */
function lists(why) {
  const found = new Map();
  for (const { name, kept } of why.sections) {
    for (const id of kept) {
      const item = why.items[id];
      const list = item.kind === "entry" ? `section ${name}` : item.home;
      if (!found.has(list)) found.set(list, []);
      found.get(list).push(id);
    }
  }
  return found;
}

const listPlaces = (why) => new Map([...lists(why).values()].flatMap((ids) => ids.map((id, index) => [id, index])));

/** Indexes of a longest rising run of numbers, gaps allowed: those stayed, and only the rest moved. */
function longestRise(numbers) {
  const lengths = [];
  const before = [];
  numbers.forEach((number, index) => {
    lengths[index] = 1;
    before[index] = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (numbers[earlier] < number && lengths[earlier] >= lengths[index]) {
        lengths[index] = lengths[earlier] + 1;
        before[index] = earlier;
      }
    }
  });
  const rise = [];
  for (let index = lengths.indexOf(Math.max(0, ...lengths)); index >= 0; index = before[index]) rise.unshift(index);
  return rise;
}
