import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as numerics from "../../src/numerics/index.js";
import type { Tail } from "../../src/numerics/index.js";

interface Case {
  readonly id: string;
  readonly method: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: { readonly value: number | string };
  readonly tol: { readonly abs: number; readonly rel: number };
}

function casesOf(file: string): readonly Case[] {
  return JSON.parse(
    readFileSync(new URL(`../reference/${file}`, import.meta.url), "utf8"),
  ) as readonly Case[];
}

/** Reads a case's input by name, and notices inputs that no one read. */
function inputOf(given: Case): {
  number(name: string): number;
  tail(): Tail;
  log(): boolean;
  unread(): string[];
} {
  const unread = new Set(Object.keys(given.input));
  const read = (name: string): unknown => {
    unread.delete(name);
    return given.input[name];
  };
  return {
    number: (name) => Number(read(name)),
    tail: () => {
      const tail = read("tail");
      if (tail !== "lower" && tail !== "upper") throw new Error(`${given.id}: tail ${String(tail)}`);
      return tail;
    },
    log: () => read("log") === true,
    unread: () => [...unread],
  };
}

type Evaluation = (input: ReturnType<typeof inputOf>) => number;

const evaluations: Readonly<Record<string, Evaluation>> = {
  dnorm: (i) => numerics.normalDensity(i.number("x")),
  pnorm: (i) => (i.log() ? numerics.normalLogCdf : numerics.normalCdf)(i.number("x"), i.tail()),
  qnorm: (i) => numerics.normalQuantile(i.number("p"), i.tail()),
  pt: (i) => numerics.studentTCdf(i.number("x"), i.number("df"), i.tail()),
  qt: (i) => numerics.studentTQuantile(i.number("p"), i.number("df"), i.tail()),
  pchisq: (i) => numerics.chiSquaredCdf(i.number("x"), i.number("df"), i.tail()),
  qchisq: (i) => numerics.chiSquaredQuantile(i.number("p"), i.number("df"), i.tail()),
  pf: (i) => numerics.fCdf(i.number("x"), i.number("df1"), i.number("df2"), i.tail()),
  pgamma: (i) => numerics.gammaCdf(i.number("x"), i.number("shape"), i.number("scale"), i.tail()),
  qgamma: (i) => numerics.gammaQuantile(i.number("p"), i.number("shape"), i.number("scale"), i.tail()),
  pbeta: (i) =>
    (i.log() ? numerics.betaLogCdf : numerics.betaCdf)(i.number("x"), i.number("a"), i.number("b"), i.tail()),
  qbeta: (i) => numerics.betaQuantile(i.number("p"), i.number("a"), i.number("b"), i.tail()),
  dbinom: (i) => numerics.binomialProbability(i.number("x"), i.number("n"), i.number("p")),
  pbinom: (i) => numerics.binomialCdf(i.number("x"), i.number("n"), i.number("p"), i.tail()),
  qbinom: (i) => numerics.binomialQuantile(i.number("p"), i.number("n"), i.number("prob"), i.tail()),
  dpois: (i) => numerics.poissonProbability(i.number("x"), i.number("lambda")),
  ppois: (i) => numerics.poissonCdf(i.number("x"), i.number("lambda"), i.tail()),
  qpois: (i) => numerics.poissonQuantile(i.number("p"), i.number("lambda"), i.tail()),
  dhyper: (i) =>
    numerics.hypergeometricProbability(i.number("x"), i.number("m"), i.number("n"), i.number("k")),
  phyper: (i) =>
    numerics.hypergeometricCdf(i.number("x"), i.number("m"), i.number("n"), i.number("k"), i.tail()),
  lgamma: (i) => numerics.logGamma(i.number("x")),
  digamma: (i) => numerics.digamma(i.number("x")),
  trigamma: (i) => numerics.trigamma(i.number("x")),
  lbeta: (i) => numerics.logBeta(i.number("a"), i.number("b")),
  lchoose: (i) => numerics.logChoose(i.number("n"), i.number("k")),
  erf: (i) => numerics.erf(i.number("x")),
  erfc: (i) => numerics.erfc(i.number("x")),
};

/** The files and how many cases each must hold, so that none goes missing unseen. */
describe.each([
  ["distributions.json", 1154],
  ["distributions-extended.json", 541],
] as const)("the reference values of %s", (file, count) => {
  const cases = casesOf(file);

  it("are all there, each with an evaluation", () => {
    expect(cases).toHaveLength(count);
    expect(cases.filter((each) => evaluations[each.method] === undefined)).toEqual([]);
  });

  it.each(cases.map((each) => [each.id, each] as const))("%s", (_, given) => {
    const input = inputOf(given);
    const got = evaluations[given.method]?.(input) ?? Number.NaN;
    expect(input.unread()).toEqual([]);
    const expected = Number(given.expected.value);
    const error = got === expected ? 0 : Math.abs(got - expected);
    expect(error).toBeLessThanOrEqual(given.tol.abs + given.tol.rel * Math.abs(expected));
  });
});
