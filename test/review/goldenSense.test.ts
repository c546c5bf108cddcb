import { describe, expect, it } from "vitest";
import { ABSENT, type Block, type Language, type Table } from "../../src/display/index.js";
import { CASE_NAMES, reviewedCase } from "../support/cases/index.js";
import { numbersIn } from "../support/cases/printed.js";

/** What stands under a heading. */
function under(blocks: readonly Block[], id: string): readonly Block[] {
  const start = blocks.findIndex((block) => block.block === "heading" && block.id === id);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex(({ block }) => block === "heading");
  return start < 0 ? [] : rest.slice(0, end < 0 ? rest.length : end);
}

/** The conclusions of a section: the paragraphs that are set apart. */
function conclusionsUnder(blocks: readonly Block[], id: string): readonly string[] {
  return under(blocks, id).flatMap((block) =>
    block.block === "paragraph" && block.style === "lead" ? [block.text] : [],
  );
}

function tablesUnder(blocks: readonly Block[], id: string): readonly Table[] {
  return under(blocks, id).flatMap((block) => (block.block === "table" ? [block] : []));
}

function valuesIn(text: string, language: Language): readonly number[] {
  return numbersIn(text, language).map(({ value }) => value);
}

/** What a reader concludes from an interval that is printed, by the rule of the protocol alone. */
function readFrom([lower = NaN, upper = NaN]: readonly number[], margin: number | null): string {
  if (lower > 0) return "better";
  if (upper < 0) return "worse";
  return margin !== null && lower > -100 * margin ? "not-worse" : "inconclusive";
}

/** The word for a verdict in the table of other readings. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  da: {
    "better": "højere",
    "worse": "lavere",
    "not-worse": "ikke dårligere",
    "inconclusive": "uafgjort",
    "too-early": "for tidligt",
  },
  en: {
    "better": "higher",
    "worse": "lower",
    "not-worse": "not worse",
    "inconclusive": "undecided",
    "too-early": "too early",
  },
};

/** What is said of costs, by what is said of successes. */
const COSTS: Readonly<Record<string, RegExp>> = {
  "better": /^more-/,
  "worse": /^fewer-/,
  "not-worse": /^(?:alike-|nothing-shown)/,
  "inconclusive": /^(?:alike-|nothing-shown)/,
  "too-early": /^too-early/,
};

const LANGUAGES = ["da", "en"] as const;

describe.each(CASE_NAMES.flatMap((name) => LANGUAGES.map((language) => [name, language] as const)))(
  "the case %s (%s) says the same wherever it says it",
  (name, language) => {
    it("in the verdict, on page one, beside the results and in the summary", async () => {
      const { review } = await reviewedCase(name);
      const blocks = review.toBlocks({ language });
      const verdicts = conclusionsUnder(blocks, `criterion-${review.effects[0]?.criterion}`);
      const brief = conclusionsUnder(blocks, "brief").join(" ");
      expect(verdicts).toHaveLength(review.effects[0]?.verdicts.length ?? 0);
      expect(verdicts.filter((verdict) => !brief.includes(verdict))).toEqual([]);
      expect(verdicts.filter((verdict) => !review.summary({ language }).includes(verdict))).toEqual([]);
    });

    it("in verdicts and the intervals that are printed beside them", async () => {
      const { review } = await reviewedCase(name);
      const blocks = review.toBlocks({ language });
      const said = review.effects.flatMap(({ verdicts }) => verdicts.map(({ code }) => code));
      const read = review.effects.flatMap(({ criterion, verdicts, margin }) => {
        const differences = tablesUnder(blocks, `criterion-${criterion}`)
          .flatMap(({ rows }) => rows)
          .filter(({ length }) => length === 5);
        return verdicts.map(({ arm, reference }) => {
          const names = [arm, reference].map((id) => review.arms.find((each) => each.id === id)?.name ?? id);
          const row = differences.find(([pair = ""]) => names.every((each) => pair.includes(each)));
          return row === undefined ? "too-early" : readFrom(valuesIn(row[3] ?? "", language), margin);
        });
      });
      expect(read).toEqual(said);
    });

    it("in verdicts and p-values: below what the level leaves just where the interval excludes zero", async () => {
      const { effects } = (await reviewedCase(name)).review;
      const tested = effects
        .flatMap(({ comparisons }) => comparisons)
        .flatMap(({ difference: { test, interval } }) => (test === undefined ? [] : [{ test, interval }]));
      const excludesZero = tested.map(({ interval: { lower, upper } }) => lower > 0 || upper < 0);
      expect(tested.map(({ test, interval }) => (test.pValue ?? 1) < 1 - interval.level)).toEqual(
        excludesZero,
      );
    });

    it("in rates and the citizens of a hundred", async () => {
      const { review } = await reviewedCase(name);
      const [rates] = review.effects;
      const brief = conclusionsUnder(review.toBlocks({ language }), "brief").join(" ");
      const told = [...brief.matchAll(/(?:Af|Of) 100 (.*?)\.(?: |$)/g)].map(([, arms = ""]) => arms);
      const wrong = told.flatMap((arms) =>
        (rates?.rates ?? []).filter(
          (rate) =>
            arms.includes(rate.name) &&
            !valuesIn(arms, language).some(
              (count) => count === Math.round(100 * (rate.rate.estimate ?? NaN)),
            ),
        ),
      );
      expect(wrong).toEqual([]);
    });

    it("in the curve's end and what the rate can be at all", async () => {
      const { effects, beside } = (await reviewedCase(name)).review;
      const beyond = (effects[0]?.rates ?? []).filter(({ arm, bounds, counts }) => {
        const rows = beside.time?.curve?.rows.filter(
          ({ group, cause }) => group === arm && cause === "success",
        );
        const end = rows?.at(-1)?.estimate;
        return (
          end !== undefined &&
          counts.pending === 0 &&
          (end < (bounds.lower ?? 0) || end > (bounds.upper ?? 1))
        );
      });
      expect(beyond).toEqual([]);
    });

    it("in the criterion as it was read, and in the other readings", async () => {
      const { review } = await reviewedCase(name);
      const blocks = review.toBlocks({ language });
      const { sameConclusion, tried } = review.specification;
      const conclusions = tablesUnder(blocks, "readings").map(({ rows }) =>
        rows.flatMap((row) => (row.at(-1) === ABSENT ? [] : [row.at(-1)])),
      );
      const said = (review.effects[0]?.verdicts ?? []).map(({ code }) => WORDS[language][code]);
      expect(conclusions.map(([first]) => first)).toEqual(said.slice(0, conclusions.length));
      const differ = conclusions.filter((words) => new Set(words).size > 1);
      expect(sameConclusion < tried || differ.length === 0).toBe(true);
      const [conclusion = ""] = conclusionsUnder(blocks, "readings");
      const told = [pointsOf(blocks), ...conclusionsUnder(blocks, "brief")].join(" ");
      expect(sameConclusion === tried || told.includes(conclusion)).toBe(true);
    });

    it("in the benchmark's place, on page one and by the interval beside it", async () => {
      const { review } = await reviewedCase(name);
      const blocks = review.toBlocks({ language });
      const places = conclusionsUnder(blocks, "cluster");
      const measured = (review.benchmark?.positions ?? [])
        .filter(({ code }) => code !== "too-few")
        .map(({ code, arm }) => ({ code, unit: review.benchmark?.arms.find((each) => each.arm === arm) }));
      const read = measured.map(({ unit }) => {
        const { lower = NaN, upper = NaN } = unit?.ratio?.interval ?? {};
        return lower > 1 ? "above-cluster" : upper < 1 ? "below-cluster" : "within-cluster";
      });
      expect(read).toEqual(measured.map(({ code }) => code));
      const told = measured.map(
        ({ unit }) => places.find((place) => place.includes(unit?.name ?? "")) ?? "-",
      );
      // Page one tells what kind of figures these are of the first unit alone.
      const parts = told.flatMap((place) => [
        place.split(": ")[0] ?? "",
        ...(place.match(/\d[.,]\d\d/gu) ?? []),
      ]);
      expect(parts.filter((part) => !pointsOf(blocks).includes(part))).toEqual([]);
    });

    it("in costs and successes", async () => {
      const { effects, costs } = (await reviewedCase(name)).review;
      const said = (costs?.comparisons ?? []).map(({ arm, standing }) => ({ arm, standing }));
      const contradicting = said.filter(({ arm, standing }) => {
        const code = effects[0]?.verdicts.find((verdict) => verdict.arm === arm)?.code ?? "";
        return COSTS[code]?.test(standing) !== true;
      });
      expect(contradicting).toEqual([]);
    });

    it("in deviations, which are none just where page one says so", async () => {
      const { review } = await reviewedCase(name);
      const says = /(?:Afvigelser fra protokollen|Deviations from the protocol)\n(?:Ingen|None)\.?(?:\n|$)/;
      expect(says.test(pointsOf(review.toBlocks({ language })))).toBe(review.deviations.length === 0);
    });

    it("in the edition to be published, which concludes the same or nothing", async () => {
      const { review, published } = await reviewedCase(name);
      const said = review.effects.flatMap(({ verdicts }) => verdicts.map(({ code }) => code));
      const codes = published().effects.flatMap(({ verdicts }) => verdicts.map(({ code }) => code));
      expect(codes.map((code, index) => (code === "suppressed" ? said[index] : code))).toEqual(said);
    });
  },
);

/** What the table on page one says. */
function pointsOf(blocks: readonly Block[]): string {
  return tablesUnder(blocks, "brief")
    .flatMap(({ rows }) => rows.flat())
    .join("\n");
}
