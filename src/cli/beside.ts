import type { Option } from "commander";
import type { Notice, Source } from "../core/index.js";
import { parseRatings } from "../effects/index.js";
import type { ReviewParts } from "../review/index.js";
import { compareReported, settleAccounts } from "../settlement/index.js";
import { claimsOptions, readClaims, reconcile, type ClaimsGiven } from "./claims.js";
import type { Evaluation } from "./evaluation.js";
import { readPayment, readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import type { Surroundings } from "./surroundings.js";
import { tellUnusedSaving } from "./unusedSaving.js";

/** What a review tells beside the comparison, as it was given. */
export interface BesideGiven extends ClaimsGiven {
  readonly ratings?: string;
  readonly payment?: string;
  readonly savedPerMonth?: number;
}

export function besideOptions(): readonly Option[] {
  return [options.ratings(), options.payment(), options.savedPerMonth(), ...claimsOptions()];
}

/** Those parts of a review, with the files that they were read from. */
export interface BesideRead {
  readonly parts: Pick<
    ReviewParts,
    "ratings" | "payment" | "statement" | "savedPerMonth" | "claims" | "reported"
  >;
  readonly sources: readonly Source[];
  readonly notices: readonly Notice[];
}

/** Reads satisfaction and complaints, payment terms, and a supplier's claims, which are held against them. */
export async function readBeside(
  given: BesideGiven,
  evaluation: Evaluation,
  surroundings: Surroundings,
): Promise<BesideRead> {
  const { protocol, outcomes } = evaluation;
  const ratings = await readRatings(given, surroundings);
  const { payment, sources } = await readPayment(given.payment, protocol, surroundings);
  const statement = payment === undefined ? undefined : settleAccounts(outcomes, payment);
  if (given.savedPerMonth !== undefined) tellUnusedSaving(statement, surroundings);
  const claims = await readClaims(given, evaluation, surroundings);
  if (claims !== undefined && statement === undefined) {
    surroundings.err(`note: there are no payment terms; no amounts of ${given.claims} are used\n`);
  }
  const read = [ratings ?? [], claims ?? []].flat();
  return {
    parts: {
      ratings,
      payment,
      statement,
      savedPerMonth: given.savedPerMonth,
      claims: claims && statement && reconcile(statement, claims, given, evaluation),
      reported: claims && compareReported(outcomes, claims, statement),
    },
    sources: [...sources, ...read.map(({ source }) => source)],
    notices: read.flatMap(({ notices }) => notices),
  };
}

async function readRatings(
  { ratings: name, columns }: BesideGiven,
  surroundings: Surroundings,
): Promise<ReturnType<typeof parseRatings> | undefined> {
  if (name === undefined) return undefined;
  const ratings = await readTable("ratings", name, parseRatings, columns, surroundings);
  tellNotices(surroundings, ratings.notices);
  return ratings;
}
