import type { Option } from "commander";
import type { Notice, Source } from "../core/index.js";
import { parseRatings } from "../effects/index.js";
import type { ReviewParts } from "../review/index.js";
import { compareReported, parseClaims, reconcileClaims, settleAccounts } from "../settlement/index.js";
import type { Evaluation } from "./evaluation.js";
import { readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import type { ColumnMaps } from "./options.js";
import type { Surroundings } from "./surroundings.js";

/** Files of what a review tells beside the comparison. */
export interface BesideFiles {
  readonly ratings?: string;
  readonly claims?: string;
  readonly columns?: ColumnMaps;
}

export function besideOptions(): readonly Option[] {
  return [options.ratings(), options.claims()];
}

/** Those parts of a review, with the files that they were read from. */
export interface BesideRead {
  readonly parts: Pick<ReviewParts, "ratings" | "claims" | "reported" | "statement" | "command">;
  readonly sources: readonly Source[];
  readonly notices: readonly Notice[];
}

/** Reads satisfaction and complaints, and a supplier's claims, which are held against the protocol's terms. */
export async function readBeside(
  { ratings: ratingsFile, claims: claimsFile, columns }: BesideFiles,
  { protocol, outcomes }: Evaluation,
  surroundings: Surroundings,
): Promise<BesideRead> {
  const read = [];
  const ratings =
    ratingsFile === undefined
      ? undefined
      : await readTable("ratings", ratingsFile, parseRatings, columns, surroundings);
  if (ratings !== undefined) read.push(ratings);
  const statement = protocol.payment === undefined ? undefined : settleAccounts(outcomes, protocol.payment);
  if (claimsFile !== undefined && statement === undefined) {
    surroundings.err(`note: the protocol has no payment terms; no amounts of ${claimsFile} are used\n`);
  }
  const claims =
    claimsFile === undefined
      ? undefined
      : await readTable("claims", claimsFile, parseClaims, columns, surroundings);
  if (claims !== undefined) read.push(claims);
  for (const { notices } of read) tellNotices(surroundings, notices);
  const { participants } = outcomes;
  return {
    parts: {
      ratings,
      statement,
      claims:
        claims === undefined || statement === undefined
          ? undefined
          : reconcileClaims(statement, claims, { participants }),
      reported: claims === undefined ? undefined : compareReported(outcomes, claims, statement),
      command: surroundings.given,
    },
    sources: read.map(({ source }) => source),
    notices: read.flatMap(({ notices }) => notices),
  };
}
