import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareWithin } from "../../../src/allocation/designs/complete-limited.js";
import type { Group, Limits } from "../../../src/allocation/designs/procedure.js";
import { keyedStream, type RandomStream } from "../../../src/core/index.js";

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const streamsOf =
  (key: string) =>
  (stratum?: string): RandomStream =>
    keyedStream(key, stratum ?? "the whole batch");

const citizens = (...units: readonly number[]): readonly Group[] =>
  units.map((count, g) => ({ stratum: `stratum ${g}`, members: 1, units: count }));

const countsOf = (drawn: readonly (readonly string[])[], arms: readonly string[]): number[][] =>
  drawn.map((row) => arms.map((arm) => row.filter((each) => each === arm).length));

describe("shareWithin", () => {
  const arms = ["own", "supplier"];

  it("has no share where there is no room for all", () => {
    const limits = { own: { room: 2, owed: 0 }, supplier: { room: 3, owed: 0 } };
    expect(shareWithin(citizens(3, 3), arms, [1, 1], limits)).toBeUndefined();
    expect(shareWithin(citizens(3, 2), arms, [1, 1], limits)).toBeDefined();
  });

  it("tells the probabilities that everyone has", () => {
    const share = shareWithin(citizens(6, 4), arms, [1, 1], { own: { room: 3, owed: 0 } });
    expect(share?.odds.designProbabilities).toEqual({ own: 0.3, supplier: 0.7 });
    expect(share?.odds.drawProbabilities).toEqual(share?.odds.designProbabilities);
  });

  it("takes no arm's name for a limit that an object has by nature", () => {
    const share = shareWithin(citizens(2), ["constructor", "own"], [1, 1], {});
    expect(share?.odds.designProbabilities).toEqual({ constructor: 0.5, own: 0.5 });
  });

  it("draws by the stream of the whole batch and those of the strata, a stratum's groups one after the other", () => {
    const groups = [
      { stratum: "x", members: 1, units: 3 },
      { stratum: "x", members: 2, units: 3 },
    ];
    const asked: (string | undefined)[] = [];
    const drawn = shareWithin(groups, arms, [1, 1], {})?.draw((stratum) => {
      asked.push(stratum);
      return streamsOf("key")(stratum);
    });
    expect(new Set(asked)).toEqual(new Set([undefined, "x"]));
    // Were the stream begun anew, both groups of three would always stand in the same order or its mirror.
    const orders = Array.from({ length: 40 }, (_, index) =>
      (shareWithin(groups, arms, [1, 1], {})?.draw(streamsOf(`${index}`)) ?? []).map((row) =>
        row.indexOf(rare(row)),
      ),
    );
    expect(new Set(orders.map(([a, b]) => `${a}${b}`)).size).toBe(9);
    expect(drawn?.map((row) => row.length)).toEqual([3, 3]);
  });

  it("gives each unit each arm with exactly its probability over many keys", () => {
    // Strata of 3 and 2 citizens and 3 couples of the first; own has room for 4: Σ m⌈N_m·p⌉ ≤ 4 at p = 1/3
    // (⌈5/3⌉ + 2·1), so p = (1/3, 2/3). Bands of 4.5 binomial deviations; the keys are fixed.
    const groups = [...citizens(3, 2), { stratum: "stratum 0", members: 2, units: 3 }];
    const share = shareWithin(groups, arms, [1, 1], { own: { room: 4, owed: 0 } });
    expect(share?.odds.designProbabilities).toEqual({ own: 1 / 3, supplier: 2 / 3 });
    const times = 4000;
    const owns = groups.map(({ units }) => Array<number>(units).fill(0));
    for (let index = 0; index < times; index++) {
      const drawn = share?.draw(streamsOf(`key ${index}`)) ?? [];
      for (const [g, row] of drawn.entries()) {
        for (const [unit, arm] of row.entries()) {
          const line = owns[g];
          if (line !== undefined && arm === "own") line[unit] = (line[unit] ?? 0) + 1;
        }
      }
    }
    const band = 4.5 * Math.sqrt((times * 2) / 9);
    for (const count of owns.flat()) expect(Math.abs(count - times / 3)).toBeLessThan(band);
  });

  it("knows which counts it can give", () => {
    const share = shareWithin(citizens(3, 1), arms, [1, 1], {}); // expected 1½ : 1½ and ½ : ½, together 2 : 2
    const possible = (...counts: readonly (readonly number[])[]): boolean => share?.possible(counts) ?? false;
    expect(possible([2, 1], [0, 1])).toBe(true);
    expect(possible([1, 2], [1, 0])).toBe(true);
    expect(possible([2, 1], [1, 0])).toBe(false); // each could be, together they are 3 : 1
    expect(possible([3, 0], [0, 1])).toBe(false);
    expect(possible([2, 1], [0, 0])).toBe(false); // someone is missing
    expect(possible([2, 1])).toBe(false);
  });

  const limit = fc.record({ room: fc.oneof(fc.constant(Infinity), fc.nat(60)), owed: fc.nat(15) });
  const group = fc.record({
    stratum: fc.constantFrom("x", "y", "z"),
    members: fc.constantFrom(1, 1, 2, 3),
    units: fc.integer({ min: 1, max: 12 }),
  });
  const batch = fc.record({
    groups: fc.uniqueArray(group, {
      selector: ({ stratum, members }) => `${stratum} ${members}`,
      minLength: 1,
      maxLength: 6,
    }),
    arms: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 5 }), limit }), {
      minLength: 2,
      maxLength: 4,
    }),
    key: fc.string({ minLength: 1 }),
  });

  it("never exceeds a room, draws everyone, and gives what it holds possible", () => {
    let shared = 0;
    fc.assert(
      fc.property(batch, ({ groups, arms: declared, key }) => {
        const names = declared.map((_, k) => `arm ${k}`);
        const limits: Limits = Object.fromEntries(
          declared.map(({ limit: { room, owed } }, k) => [`arm ${k}`, { room, owed: Math.min(room, owed) }]),
        );
        const share = shareWithin(
          groups,
          names,
          declared.map(({ weight }) => weight),
          limits,
        );
        if (share === undefined) return;
        shared++;
        const drawn = share.draw(streamsOf(key));
        const counts = countsOf(drawn, names);
        expect(counts.map(sumOf)).toEqual(groups.map(({ units }) => units));
        expect(share.possible(counts)).toBe(true);
        for (const [k, name] of names.entries()) {
          const taken = sumOf(groups.map(({ members }, g) => members * (counts[g]?.[k] ?? 0)));
          expect(taken).toBeLessThanOrEqual(limits[name]?.room ?? 0);
        }
        expect(share.draw(streamsOf(key))).toEqual(drawn);
      }),
      { numRuns: 400 },
    );
    expect(shared).toBeGreaterThan(100);
  });

  it("gives every arm at least what it is owed, where rooms and the number of citizens allow it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 2, maxLength: 4 }),
        fc.nat(30),
        fc.string(),
        (owed, more, key) => {
          const names = owed.map((_, k) => `arm ${k}`);
          const limits = Object.fromEntries(
            owed.map((each, k) => [`arm ${k}`, { room: Infinity, owed: each }]),
          );
          const groups = citizens(Math.ceil(sumOf(owed) / 2), Math.floor(sumOf(owed) / 2) + more);
          const drawn = shareWithin(groups, names, names.map(() => 1), limits)?.draw(streamsOf(`key ${key}`)); // prettier-ignore
          for (const [k, name] of names.entries()) {
            const got = (drawn ?? []).flat().filter((arm) => arm === name).length;
            expect(got).toBeGreaterThanOrEqual(owed[k] ?? 0);
          }
        },
      ),
    );
  });
});

/** Of three arms the one that stands alone. */
function rare(row: readonly string[]): string {
  return row.find((arm) => row.filter((each) => each === arm).length === 1) ?? "";
}
