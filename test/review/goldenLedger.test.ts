import { describe, expect, it } from "vitest";
import { CASE_NAMES, reviewedCase } from "../support/cases/index.js";

/** What a line of the ledger says of a referral. */
interface Line {
  readonly type: string;
  readonly citizen: string;
  readonly referredOn: string;
  readonly arm: string;
  readonly batch: string;
  readonly stratum: Readonly<Record<string, string>>;
  readonly designProbabilities: Readonly<Record<string, number>>;
  readonly closed?: object;
}

/** The referrals of a ledger, and of each citizen the first: counted anew, by nothing of the library. */
function recount(ledger: string): { readonly referrals: readonly Line[]; readonly people: readonly Line[] } {
  const referrals = ledger
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line)
    .filter(({ type }) => type === "allocation");
  const first = new Map<string, Line>();
  for (const line of referrals) if (!first.has(line.citizen)) first.set(line.citizen, line);
  return { referrals, people: [...first.values()] };
}

/** Both, or all, arms were possible. */
function isByChance({ designProbabilities }: Line): boolean {
  return Object.values(designProbabilities).every((probability) => probability > 0);
}

function sum(counts: Readonly<Record<string, number>> | readonly number[]): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

describe.each(CASE_NAMES)("the totals of the case %s meet the ledger", (name) => {
  it("in referrals, persons and arms", async () => {
    const { review, ledger } = await reviewedCase(name);
    const { referrals, people } = recount(ledger);
    const { flow, draw, beside } = review;
    expect([flow.referrals, flow.citizens, flow.referredAgain]).toEqual([
      referrals.length,
      people.length,
      referrals.length - people.length,
    ]);
    expect(draw.batches).toBe(new Set(referrals.map(({ batch }) => batch)).size);
    expect(draw.closed).toBe(referrals.filter(({ closed }) => closed !== undefined).length);
    expect(draw.head.size).toBe(ledger.trimEnd().split("\n").length);
    for (const { arm, allocated, participation } of flow.arms) {
      expect([allocated, sum(participation)]).toEqual([
        people.filter((line) => line.arm === arm).length,
        allocated,
      ]);
    }
    for (const { arm, count } of beside.sampleRatio?.arms ?? []) {
      expect(count).toBe(people.filter((line) => line.arm === arm && isByChance(line)).length);
    }
  });

  it("in those followed for long enough, criterion by criterion", async () => {
    const { review, ledger } = await reviewedCase(name);
    const { people } = recount(ledger);
    for (const { rates, matureThrough, contractual } of review.effects) {
      for (const { arm, counts } of rates) {
        const mine = people.filter((line) => line.arm === arm);
        const inTime = mine.filter(({ referredOn }) => referredOn <= matureThrough);
        const byChance = inTime.filter(isByChance);
        expect(counts.allocated).toBe(mine.length);
        expect(counts.pending).toBe(mine.length - inTime.length);
        expect([counts.mature, counts.excluded]).toEqual([byChance.length, inTime.length - byChance.length]);
        expect(counts.success + counts.failure + counts.unknown).toBe(counts.mature);
      }
      for (const { arm, success, failure, unknown, pending, complete } of contractual) {
        expect(success + failure + unknown).toBe(complete);
        expect(complete + pending).toBe(people.filter((line) => line.arm === arm).length);
      }
    }
  });

  it("in every table that shows the deciding criterion's citizens another way", async () => {
    const { review, ledger } = await reviewedCase(name);
    const { people } = recount(ledger);
    const { exits, beside, specification, effects, targets } = review;
    const [first] = effects;
    const { time, months, missing } = beside;
    for (const { arm, counts } of first?.rates ?? []) {
      const mine = people.filter((line) => line.arm === arm);
      const exit = exits.find((each) => each.arm === arm);
      expect([sum(exit?.successes ?? {}), sum(exit?.others ?? {})]).toEqual([counts.success, counts.failure]);
      const everyone = first?.sets.find(({ set }) => set === "allocated");
      expect(everyone?.rates.find((each) => each.arm === arm)?.counts).toEqual(counts);
      const chosen = specification.specifications[0]?.rates.find((each) => each.arm === arm);
      expect(chosen).toMatchObject({ events: counts.success, total: counts.success + counts.failure });
      const unknown = missing.find((each) => each.arm === arm);
      expect(unknown?.mature).toBe(counts.mature);
      expect(unknown && unknown.noHistory + unknown.moved + unknown.beforeCoverage + unknown.other).toBe(
        counts.unknown,
      );
      const curve = time?.arms.find((each) => each.arm === arm);
      expect([curve?.allocated, curve?.excluded]).toEqual([mine.length, counts.excluded]);
      for (const { month, arms } of months?.months ?? []) {
        const here = arms.find((each) => each.arm === arm);
        const referred = mine.filter((line) => line.referredOn.startsWith(month));
        expect([month, here?.referred]).toEqual([month, referred.length]);
      }
      for (const { rates } of targets?.targets ?? []) {
        const rate = rates.find((each) => each.arm === arm)?.counts;
        expect([rate?.allocated, rate?.excluded]).toEqual([mine.length, 0]);
      }
    }
  });

  it("in the groups of the draw", async () => {
    const { review, ledger } = await reviewedCase(name);
    const { people } = recount(ledger);
    const [first] = review.effects;
    for (const { arm, reference, subgroups, balance } of first?.comparisons ?? []) {
      const inTime = people.filter(
        (line) => isByChance(line) && line.referredOn <= (first?.matureThrough ?? ""),
      );
      const countOf = (of: string, column: string, level: string): number =>
        inTime.filter((line) => line.arm === of && line.stratum[column] === level).length;
      for (const { factor, groups } of subgroups) {
        for (const { group, comparator, reference: other } of groups) {
          expect([comparator.mature, other.mature]).toEqual([
            countOf(arm, factor, group),
            countOf(reference, factor, group),
          ]);
        }
      }
      for (const { column, category, counts } of balance) {
        if (category === undefined) continue;
        expect([counts.comparator.having, counts.reference.having]).toEqual([
          countOf(arm, column, category),
          countOf(reference, column, category),
        ]);
      }
    }
  });

  it("in the benchmark, as far as arms are measured in it", async () => {
    const { benchmark, effects } = (await reviewedCase(name)).review;
    for (const { arm, observed, total } of benchmark?.arms ?? []) {
      const counts = effects[0]?.rates.find((rate) => rate.arm === arm)?.counts;
      expect([observed, total]).toEqual([counts?.success, (counts?.success ?? 0) + (counts?.failure ?? 0)]);
    }
    const arms = benchmark?.arms ?? [];
    expect(benchmark?.whole?.total ?? 0).toBe(sum(arms.map(({ total }) => total)));
  });

  it("in money: each line follows a referral to its arm, and the lines add up", async () => {
    const { review, ledger } = await reviewedCase(name);
    const { referrals } = recount(ledger);
    const { statement, costs } = review;
    const keys = new Set(referrals.map(({ arm, citizen, referredOn }) => `${arm} ${citizen} ${referredOn}`));
    for (const { arm, citizen, referredOn } of statement?.items ?? []) {
      expect(keys).toContain(`${arm} ${citizen} ${referredOn}`);
    }
    for (const { arm, base, bonus, adjustments, total } of statement?.totals ?? []) {
      const lines = (statement?.items ?? []).filter((item) => item.arm === arm);
      expect(sum(lines.map(({ amount }) => amount))).toBe(total);
      expect(base + bonus + adjustments).toBe(total);
      const months = (statement?.months ?? []).filter((month) => month.arm === arm);
      expect(sum(months.map(({ amount }) => amount))).toBe(total);
    }
    for (const { arm, citizens, successes } of costs?.arms ?? []) {
      const counts = review.effects[0]?.rates.find((rate) => rate.arm === arm)?.counts;
      expect([citizens, successes]).toEqual([
        (counts?.success ?? 0) + (counts?.failure ?? 0),
        counts?.success,
      ]);
    }
  });

  it("and the published edition shows no other counts than the internal one", async () => {
    const { review, published } = await reviewedCase(name);
    const { disclosure, effects } = published();
    const cells = disclosure?.cells ?? {};
    const shown = review.effects.flatMap(({ criterion, rates }) =>
      rates.flatMap(({ arm, counts: { success, failure, unknown } }) =>
        Object.entries({ success, failure, unknown }).map(
          ([standing, count]) => [`${arm}/${criterion}/${standing}`, count] as const,
        ),
      ),
    );
    for (const [id, count] of shown) expect([count, "suppressed"]).toContain(cells[id]);
    expect(effects.map(({ criterion }) => criterion)).toEqual(
      review.effects.map(({ criterion }) => criterion),
    );
  });
});
