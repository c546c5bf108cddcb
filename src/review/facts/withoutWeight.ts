import { SUPPRESSED, type Showable } from "../../core/index.js";
import type { PublishableEffect } from "../../effects/index.js";
import type { Audience } from "../types.js";

/** Known outcomes that carry no weight in a deciding difference, of those that it could rest on. */
export interface WithoutWeight {
  readonly citizens: number;
  readonly known: number;
  /** Of the notice that tells of them, among the effect's. */
  readonly index: number;
}

const CODE = "blocks-without-both-arms";

/** How many they are, where a notice says so in numbers. */
export function withoutWeight(
  { notices }: PublishableEffect,
  { arm }: { readonly arm: string },
): WithoutWeight | undefined {
  const index = notices.findIndex((each) => each.code === CODE && each["arm"] === arm);
  const [citizens, known] = [notices[index]?.["citizens"], notices[index]?.["of"]];
  return typeof citizens === "number" && typeof known === "number" ? { citizens, known, index } : undefined;
}

/** Of more than a tenth of the known outcomes that the deciding difference leaves out a reader of page one must know. */
const FEW_WITHOUT_WEIGHT = 0.1;

/** The same, where they aren't few. */
export function manyWithoutWeight(
  effect: PublishableEffect,
  pair: { readonly arm: string },
): WithoutWeight | undefined {
  const found = withoutWeight(effect, pair);
  return found !== undefined && found.citizens > FEW_WITHOUT_WEIGHT * found.known ? found : undefined;
}

/**
 * How many known outcomes a difference within blocks rests on, where it leaves some out; undefined where it rests on all. A
 * published edition tells of the deciding criterion alone whether any are left out: of the others nobody can know it.
 */
export function restOfKnown(
  effect: PublishableEffect,
  pair: { readonly arm: string },
  audience: Audience,
): Showable | undefined {
  const found = withoutWeight(effect, pair);
  if (found !== undefined) return found.known - found.citizens;
  const isTold = effect.notices.some((each) => each.code === CODE && each["arm"] === pair.arm);
  return isTold || (audience === "published" && !effect.primary) ? SUPPRESSED : undefined;
}
