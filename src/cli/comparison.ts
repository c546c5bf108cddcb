import type { Option } from "commander";
import { parseReferrals } from "../allocation/index.js";
import { competitionError, type Source } from "../core/index.js";
import type { CompareOptions } from "../effects/index.js";
import { readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import { present } from "./present.js";
import type { Surroundings } from "./surroundings.js";

/** The options of every command that compares the arms. */
export interface ComparisonOptions {
  readonly referrals?: string;
  readonly subgroup?: readonly string[];
  readonly replays?: number;
  readonly seed?: string;
  readonly columns?: options.ColumnMaps;
}

export function comparisonOptions(): readonly Option[] {
  return [options.baseline(), options.subgroup(), options.replays(), options.seed()];
}

/** How the arms are to be compared, and the file that it was read from. */
export interface Comparison {
  readonly comparison: Omit<CompareOptions, "criterion">;
  readonly sources: readonly Source[];
}

/** Reads what was known before the draw, if it is given. */
export async function readComparison(
  { referrals, subgroup: subgroups, replays, seed, columns }: ComparisonOptions,
  surroundings: Surroundings,
): Promise<Comparison> {
  if (seed !== undefined && replays === undefined) throw idleSeed(seed);
  const replay = replays === undefined ? undefined : { times: replays, seed: seed ?? "replay" };
  if (referrals === undefined) return { comparison: present({ subgroups, replay }), sources: [] };
  const baseline = await readTable("referrals", referrals, parseReferrals, columns, surroundings);
  tellNotices(surroundings, baseline.notices);
  return { comparison: present({ baseline, subgroups, replay }), sources: [baseline.source] };
}

function idleSeed(seed: string): Error {
  return competitionError({
    code: "impossible-option",
    path: "--seed",
    received: seed,
    expected: "--replays beside it, which start from it",
  });
}
