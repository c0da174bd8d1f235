/** Mounts one figure after another and says, in sentences, what does not hold; read by browser.py, never shipped to a learner. */
import "agnesi/figures";

const MANY = 120;

window.checkFigure = async (url, name) => {
  const figure = (await import(url))[name];
  const faults = [];
  if (!figure || typeof figure.draw !== "function") return ["it has no draw(stage)"];
  if (typeof figure.alt !== "string" || !figure.alt.trim()) faults.push("it has no alt: one or two sentences for whoever cannot see it");
  if (typeof figure.goal !== "function") faults.push("it has no goal: what is the learner to reach?");
  if (!Array.isArray(figure.claims) || figure.claims.length < 2) faults.push("it has fewer than two claims");
  const room = document.createElement("div");
  room.style.width = "640px";
  document.body.replaceChildren(room);
  let handle;
  try {
    handle = window.agnesiFigure.mount(figure, room);
  } catch (error) {
    return [...faults, `draw throws ${error}`];
  }
  try {
    if (figure.goal && handle.goal()) faults.push("its goal is reached at the start");
    faults.push(...handle.faults().map((fault) => `at the start: ${fault}`));
    for (const claim of figure.claims ?? []) faults.push(...claimFaults(handle, claim));
    for (const input of handle.names()) faults.push(...extremes(handle, input), ...fields(handle, input));
  } catch (error) {
    faults.push(`it throws ${error}`);
  } finally {
    handle.destroy();
  }
  return faults;
};

function claimFaults(handle, claim) {
  handle.reset();
  const given = JSON.stringify(claim.given ?? {});
  for (const [input, value] of Object.entries(claim.given ?? {})) {
    if (!handle.names().includes(input)) return [`a claim sets ${input}, which the figure does not have`];
    handle.set(input, value);
    if (!same(handle.get(input), value, 1e-9)) return [`a claim sets ${input} to ${JSON.stringify(value)}, and the figure moves it to ${JSON.stringify(handle.get(input))}`];
  }
  const shown = handle.readout();
  return Object.entries(claim.then ?? {})
    .filter(([label, value]) => !(label in shown) || !same(shown[label], value, claim.tolerance ?? 1e-6))
    .map(([label, value]) => `given ${given}, ${label} reads ${JSON.stringify(shown[label])}, and the claim says ${JSON.stringify(value)}`);
}

function same(a, b, tolerance) {
  if (Array.isArray(b)) return Array.isArray(a) && a.length === b.length && b.every((one, at) => same(a[at], one, tolerance));
  return typeof b === "number" ? typeof a === "number" && Math.abs(a - b) <= tolerance : a === b;
}

function extremes(handle, input) {
  handle.reset();
  for (const value of trials(handle.kind(input), handle.get(input))) {
    handle.set(input, value);
    const faults = handle.faults();
    if (faults.length) return [`with ${input} = ${JSON.stringify(value)}: ${faults[0]}`];
  }
  return [];
}

/** Values of an input: its corners, and a grid between them; lists one entry at a time where there are many. */
function trials(kind, start) {
  if (kind.kind === "choice") return kind.options;
  if (kind.kind === "order") return kind.options.map((_, at) => [...kind.options.slice(at), ...kind.options.slice(0, at)]);
  if (kind.kind === "number") return between(kind.min, kind.max, MANY);
  const low = (at) => (Array.isArray(kind.min) ? kind.min.flat()[at] : kind.min);
  const high = (at) => (Array.isArray(kind.max) ? kind.max.flat()[at] : kind.max);
  const flat = start.flat();
  const lists =
    flat.length === 2
      ? between(low(0), high(0), 11).flatMap((x) => between(low(1), high(1), 11).map((y) => [x, y]))
      : flat.flatMap((_, at) => between(low(at), high(at), 15).map((x) => flat.map((old, i) => (i === at ? x : old))));
  lists.push(flat.map(() => 0), flat.map((_, at) => low(at)), flat.map((_, at) => high(at)));
  if (kind.kind !== "matrix") return lists;
  const columns = start[0].length;
  return lists.map((list) => start.map((_, row) => list.slice(row * columns, (row + 1) * columns)));
}

function between(low, high, count) {
  const [from, to] = [Number.isFinite(low) ? low : -10, Number.isFinite(high) ? high : 10];
  const grid = Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
  return from < 0 && to > 0 ? [...grid, 0] : grid;
}

function fields(handle, input) {
  handle.reset();
  const box = handle.field(input);
  if (!box) return [`${input} has no field to type in`];
  const inputs = [...(box.matches("input, select") ? [box] : box.querySelectorAll("input, select, button"))];
  if (!inputs.length) return [`${input} has no field to type in`];
  if (inputs.some((one) => !labelled(one))) return [`a field of ${input} has no label`];
  const kind = handle.kind(input);
  if (kind.kind === "choice" || kind.kind === "order") return [];
  const before = JSON.stringify(handle.get(input));
  const number = inputs.find((one) => one.matches("input"));
  for (const value of trials(kind, handle.get(input)).flat(2)) {
    number.value = String(Math.round(value * 1000) / 1000);
    for (const event of ["input", "change"]) number.dispatchEvent(new Event(event, { bubbles: true }));
    if (JSON.stringify(handle.get(input)) !== before) return [];
  }
  return [`typing into the field of ${input} does not move it`];
}

function labelled(field) {
  const by = field.getAttribute("aria-labelledby");
  const words = field.getAttribute("aria-label") ?? (by ? document.getElementById(by.split(" ")[0])?.textContent : field.textContent);
  return Boolean(words?.trim() || field.labels?.[0]?.textContent?.trim());
}
