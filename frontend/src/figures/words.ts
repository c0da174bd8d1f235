/** How figures write and speak values: true minus signs, few digits, brackets, and small letters below the line. */

export type Value = number | string | readonly number[] | readonly (readonly number[])[] | readonly string[];

/** A value as it stands in a readout: `−0.5`, `(3, −1)`, `[1, 0; 0, 1]`. */
export function shown(value: Value, digits = 3): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return shownNumber(value, digits);
  if (value.length === 0) return "none";
  if (Array.isArray(value[0])) return `[${(value as number[][]).map((row) => row.map((x) => shown(x, digits)).join(", ")).join("; ")}]`;
  if (typeof value[0] === "string") return value.join(", ");
  return `(${(value as number[]).map((x) => shown(x, digits)).join(", ")})`;
}

function shownNumber(value: number, digits: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const large = Math.abs(value) >= 1e6;
  const small = value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits;
  const text = large || small ? power(value) : String(Number(value.toFixed(digits)) || 0);
  return text.replace("-", "−");
}

function power(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split("e");
  return `${Number(mantissa)} · 10${raised(String(Number(exponent)))}`;
}

const raised = (text: string): string => [...text].map((letter) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(letter)] ?? "⁻").join("");

/** A label as written by an author, `x_1`, as it is drawn, `x₁`. */
export function labelled(text: string): string {
  return text.replace(/_\{?([0-9]+)\}?/g, (_, digits: string) => [...digits].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join(""));
}

/** A value as a screen reader should say it. */
export function spoken(label: string, value: Value): string {
  const name = label.replaceAll(" · ", " dot ").replaceAll(" × ", " cross ");
  return `${name}: ${shown(value).replaceAll("−", "minus ").replaceAll("·", "times")}`;
}

/** Nine decimals are kept: what a hand can set and an eye can check, without the noise of binary fractions. */
export function rounded<Kind extends Value>(value: Kind): Kind {
  if (typeof value === "number") return (Number.isFinite(value) ? Number(value.toFixed(9)) || 0 : value) as Kind;
  if (Array.isArray(value)) return value.map((part: Value) => rounded(part)) as unknown as Kind;
  return value;
}
