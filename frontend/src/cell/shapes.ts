/** What a traceback means, in one sentence, where it is about shapes or another thing that beginners meet daily. */

/** A sentence for the learner, or "" where Python's own last line says it as well. */
export function explained(traceback: string): string {
  const last = traceback.trimEnd().split("\n").at(-1) ?? "";
  for (const [pattern, say] of rules) {
    const match = pattern.exec(last);
    if (match) return say(...match.slice(1));
  }
  return "";
}

const rules: [RegExp, (...parts: string[]) => string][] = [
  [/shapes? (\([\d, ]*\)) and (\([\d, ]*\)) not aligned/, (a, b) => inner(a!, b!)],
  [/matmul: .*core dimension.*size (\d+) is different from (\d+)/, (b, a) => `The inner sizes differ: ${a} on the left, ${b} on the right; a product needs them equal.`],
  [/operands could not be broadcast together with shapes (\([\d, ]*\)) (\([\d, ]*\))/, (a, b) => entrywise(a!, b!)],
  [/all the input array dimensions.*must match exactly.*along dimension (\d+).*size (\d+).*size (\d+)/, (axis, a, b) => `Along axis ${axis} one array has ${a} entries and the other ${b}; to be joined they must agree there.`],
  [/cannot reshape array of size (\d+) into shape (\([\d, -]*\))/, (size, shape) => `${size} numbers do not fill the shape ${shape}${filled(shape!)}.`],
  [/index (-?\d+) is out of bounds for axis (\d+) with size (\d+)/, (at, axis, size) => `Axis ${axis} has ${size} entries, numbered 0 to ${Number(size) - 1}; there is no number ${at}.`],
  [/too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed/, (has, asked) => `The array has ${has} ${has === "1" ? "axis" : "axes"}, and ${asked} indices were given.`],
  [/name '(\w+)' is not defined/, (name) => `Nothing is called ${name} yet. Was the cell that makes it run, and is it spelled so?`],
  [/Singular matrix/, () => "The matrix has no inverse: its columns all lie on fewer lines than there are columns."],
  [/unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'/, (sign, a, b) => `${sign} does not know what to do with a ${a} and a ${b}.`],
];

const sizes = (shape: string): number[] => [...shape.matchAll(/\d+/g)].map(([digits]) => Number(digits));
const written = (shape: string): string => `(${sizes(shape).join(", ")}${sizes(shape).length === 1 ? "," : ""})`;

/** `(3,) and (2,3)`: which two sizes should have been equal. */
function inner(a: string, b: string): string {
  const [left, right] = [sizes(a), sizes(b)];
  const [last, first] = [left.at(-1), right.length > 1 ? right.at(-2) : right.at(-1)];
  return `${written(a)} and ${written(b)}: the inner sizes ${last} and ${first} differ; a product needs them equal.`;
}

/** Which axis, counted from the right, cannot be matched entry by entry. */
function entrywise(a: string, b: string): string {
  const [left, right] = [sizes(a).reverse(), sizes(b).reverse()];
  const axis = left.findIndex((size, i) => right[i] !== undefined && size !== right[i] && size !== 1 && right[i] !== 1);
  const place = ["last", "last but one", "third from the end"][axis] ?? "same";
  return `${written(a)} and ${written(b)}: entry by entry, the ${place} sizes ${left[axis]} and ${right[axis]} must be equal, or one of them 1.`;
}

function filled(shape: string): string {
  const all = sizes(shape);
  return shape.includes("-") ? "" : `, which takes ${all.reduce((product, size) => product * size, 1)}`;
}
