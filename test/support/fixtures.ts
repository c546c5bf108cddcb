import { readFileSync } from "node:fs";

/** A case of a reference family: what went in, what another program gave, and how near is near enough. */
export interface ReferenceCase {
  readonly id?: string;
  readonly method: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tol?: { readonly abs: number; readonly rel: number };
}

/** The cases of `test/reference/<family>.json`. */
export function referenceCases(family: string): readonly ReferenceCase[] {
  const file = new URL(`../reference/${family}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as readonly ReferenceCase[];
}

/** A number of a case; infinities and NaN stand as texts. */
export function numberOf(values: Readonly<Record<string, unknown>>, name: string): number {
  const value = values[name];
  if (value === "Infinity") return Infinity;
  if (value === "NaN") return NaN;
  if (typeof value !== "number") throw new Error(`${name} is ${String(value)}, not a number`);
  return value;
}

/** Whether a value is within abs + rel·|expected| of the expected one. */
export function isNear(
  value: number,
  expected: number,
  { abs, rel }: { readonly abs: number; readonly rel: number },
): boolean {
  return value === expected || Math.abs(value - expected) <= abs + rel * Math.abs(expected);
}
