import type {
  Drawn,
  Envelopes,
  Procedure,
  SingleProcedure,
} from "../../../src/allocation/designs/procedure.js";
import { procedureOf } from "../../../src/allocation/designs/table.js";
import type { Design, Probabilities } from "../../../src/allocation/index.js";
import type { Levels } from "../../../src/allocation/types.js";
import { keyedStream } from "../../../src/core/index.js";

/** How a design draws that takes one citizen at a time. */
export function singleProcedure(design: Design, arms: readonly string[] = ["own", "a"]): SingleProcedure {
  const procedure: Procedure = procedureOf({ design, strata: [], referredAgain: "keep-arm" }, arms);
  if (procedure.draws !== "single") throw new Error(`${design.kind} draws batches`);
  return procedure;
}

/** Weights of the first arms. */
export function weighted(...weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(weights.map((weight, k) => [ARMS[k] ?? "", weight]));
}

export const ARMS: readonly string[] = ["own", "a", "b", "c", "d", "e"];

/** Levels of the nth citizen (from 0). */
export type Queue = (n: number) => Levels;

const nobody: Queue = () => ({});

/** Every sequence that n draws can give, joined by a space, with its probability: by the turns themselves. */
export function byTurns(
  procedure: SingleProcedure,
  n: number,
  queue: Queue = nobody,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const go = (turn: SingleProcedure["first"], history: readonly string[], probability: number): void => {
    if (history.length === n) {
      found.set(history.join(" "), probability);
      return;
    }
    const levels = queue(history.length);
    for (const [arm, chance] of Object.entries(turn.drawProbabilities(levels))) {
      if (chance > 0) go(turn.after({ arm }, levels), [...history, arm], probability * chance);
    }
  };
  go(procedure.first, [], 1);
  return found;
}

/** The same by a rule that tells each arm's probability from the arms before: written anew in the test. */
export function byRule(
  rule: (history: readonly string[]) => Probabilities,
  n: number,
): ReadonlyMap<string, number> {
  let found = new Map<string, number>([["", 1]]);
  for (let drawn = 0; drawn < n; drawn++) {
    const longer = new Map<string, number>();
    for (const [text, probability] of found) {
      const history = text === "" ? [] : text.split(" ");
      for (const [arm, chance] of Object.entries(rule(history))) {
        if (chance > 0) longer.set([...history, arm].join(" "), probability * chance);
      }
    }
    found = longer;
  }
  return found;
}

/** Probability that the nth draw (from 0) gives an arm. */
export function marginal(sequences: ReadonlyMap<string, number>, n: number, arm: string): number {
  let sum = 0;
  for (const [text, probability] of sequences) if (text.split(" ")[n] === arm) sum += probability;
  return sum;
}

export function totalOf(sequences: ReadonlyMap<string, number>): number {
  return [...sequences.values()].reduce((sum, probability) => sum + probability, 0);
}

/** How often a word stands in a history. */
export function countIn(history: readonly string[], arm: string): number {
  return history.filter((each) => each === arm).length;
}

/** Envelopes as the ledger makes them, for one stratum under one key. */
export function envelopesUnder(key: string): (drawn: number) => Envelopes {
  const opened: Envelopes["opened"] = {};
  return (drawn) => ({
    drawn,
    stream: () => keyedStream(key, `draw ${drawn}`),
    block: (number) => keyedStream(key, `block ${number}`),
    opened,
  });
}

/** n draws under a key, one after the other. */
export function drawnUnder(
  key: string,
  procedure: SingleProcedure,
  n: number,
  queue: Queue = nobody,
): readonly Drawn[] {
  const envelopes = envelopesUnder(key);
  let turn = procedure.first;
  return Array.from({ length: n }, (_, drawn) => {
    const levels = queue(drawn);
    const given = turn.draw(envelopes(drawn), levels);
    turn = turn.after(given, levels);
    return given;
  });
}

/**
 * Σ (observed − expected)²/expected of the sequences that `times` keys draw. Sequences that can't be
 * drawn are an error.
 */
export function chiSquaredOfSequences(
  procedure: SingleProcedure,
  n: number,
  times: number,
  queue: Queue = nobody,
): number {
  const expected = byTurns(procedure, n, queue);
  const counts = new Map<string, number>();
  for (let index = 0; index < times; index++) {
    const text = drawnUnder(`key ${index}`, procedure, n, queue)
      .map(({ arm }) => arm)
      .join(" ");
    if (!expected.has(text)) throw new Error(`drawn though impossible: ${text}`);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let sum = 0;
  for (const [text, probability] of expected) {
    sum += ((counts.get(text) ?? 0) - times * probability) ** 2 / (times * probability);
  }
  return sum;
}
