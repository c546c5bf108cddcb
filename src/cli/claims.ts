import type { Command, Option } from "commander";
import {
  parseClaims,
  reconcileClaims,
  type Claim,
  type Reconciliation,
  type Statement,
} from "../settlement/index.js";
import type { ParsedTable } from "../tables/index.js";
import type { Evaluation } from "./evaluation.js";
import { readTable } from "./inputs.js";
import { checkArm } from "./knownArm.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import type { ColumnMaps } from "./options.js";
import { present } from "./present.js";
import type { Surroundings } from "./surroundings.js";

/** A supplier's claims, whose they are, and how near their dates have to be. */
export interface ClaimsGiven {
  readonly claims?: string;
  readonly arm?: string;
  readonly dateTolerance?: number;
  readonly columns?: ColumnMaps;
}

export function claimsOptions(): readonly Option[] {
  return [
    options.claims(),
    options.arm("whose claims these are (default: the only arm with payment terms)"),
    options.dateTolerance(),
  ];
}

/** Ends wrong use with the usage line: without claims nothing is held against anything. */
export function checkClaimsOptions({ claims, arm, dateTolerance }: ClaimsGiven, command: Command): void {
  if (claims === undefined && (arm ?? dateTolerance) !== undefined) {
    command.error("error: --arm and --date-tolerance need --claims");
  }
}

/** Reads the claims, where there are some, and says what was noticed. */
export async function readClaims(
  { claims: name, arm, columns }: ClaimsGiven,
  { protocol }: Evaluation,
  surroundings: Surroundings,
): Promise<ParsedTable<Claim> | undefined> {
  if (name === undefined) return undefined;
  if (arm !== undefined) checkArm(protocol, arm, "--arm");
  const claims = await readTable("claims", name, parseClaims, columns, surroundings);
  tellNotices(surroundings, claims.notices);
  return claims;
}

/** The claims held against the statement. */
export function reconcile(
  statement: Statement,
  claims: ParsedTable<Claim>,
  { arm, dateTolerance }: ClaimsGiven,
  { outcomes: { participants } }: Evaluation,
): Reconciliation {
  return reconcileClaims(statement, claims, { participants, ...present({ arm, dateTolerance }) });
}
