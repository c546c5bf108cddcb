import { expect, expectTypeOf, it } from "vitest";
import type {
  ArmBenchmark,
  ArmPosition,
  Benchmark,
  BenchmarkData,
  BenchmarkPosition,
} from "../../src/benchmark/index.js";
import { BENCHMARK_WORDS } from "../../src/benchmark/arms/words.js";
import {
  verdictSentence,
  type Effect,
  type EffectData,
  type PublishableEffect,
  type PublishableVerdict,
  type Verdict,
  type VerdictCode,
} from "../../src/effects/index.js";
import { VERDICT_NAMES } from "../../src/effects/words.js";
import { composeReview, type ReviewParts } from "../../src/review/index.js";
import { effectPicture } from "../../src/review/pictures.js";

declare const benchmark: Benchmark;
declare const effect: Effect;
declare const position: ArmPosition;
declare const parts: Omit<ReviewParts, "effects">;

/**
 * What `npm test` has the compiler check: none of these lines would compile without the remark over it, and the remark
 * would not without its error. They are never run.
 */
export function causalSentences(): readonly unknown[] {
  return [
    // @ts-expect-error a position among municipalities is no verdict between arms
    verdictSentence(effect, position, "en"),
    // @ts-expect-error nor with the reference arm that a verdict names
    verdictSentence(effect, { ...position, reference: "municipal" }, "en"),
    // @ts-expect-error a benchmark is no effect
    verdictSentence(benchmark, effect.verdicts[0] as Verdict, "en"),
    // @ts-expect-error so that a review takes none in an effect's place
    composeReview({ ...parts, effects: [benchmark] }),
    // @ts-expect-error and draws no difference of it
    effectPicture(benchmark, "en"),
    // @ts-expect-error a verdict's sentence isn't found by a position
    VERDICT_NAMES.en[position.code],
    // @ts-expect-error nor a position's by a verdict
    BENCHMARK_WORDS.en.positions[(effect.verdicts[0] as Verdict).code],
  ];
}

it("has types that no verdict between arms fits, nor the other way round", () => {
  expectTypeOf<BenchmarkPosition & VerdictCode>().toEqualTypeOf<never>();
  expectTypeOf<ArmPosition>().not.toExtend<Verdict>();
  expectTypeOf<ArmPosition>().not.toExtend<PublishableVerdict>();
  expectTypeOf<Verdict>().not.toExtend<ArmPosition>();
  expectTypeOf<BenchmarkData>().not.toExtend<EffectData>();
  expectTypeOf<BenchmarkData>().not.toExtend<PublishableEffect>();
  expectTypeOf<EffectData>().not.toExtend<BenchmarkData>();
  expectTypeOf<ArmBenchmark>().not.toExtend<EffectData["comparisons"][number]>();
  expectTypeOf<BenchmarkData>().not.toHaveProperty("verdicts");
  // What a type says of the lists holds for the words that are printed by them, but for what is hidden in both.
  const verdicts = new Set(Object.keys(VERDICT_NAMES.en));
  const shared = Object.keys(BENCHMARK_WORDS.en.positions).filter((code) => verdicts.has(code));
  expect(shared.filter((code) => code !== "suppressed")).toEqual([]);
});
