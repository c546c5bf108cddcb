import { competitionError, nearestWord } from "../../core/index.js";
import { rowsOf } from "../../tables/index.js";
import { chooseOne, kindsIn, rowsWith, type Kind } from "../alike.js";
import { checkPeerRows } from "../checkRows.js";
import { areaKind } from "../register/areas.js";
import type { Chosen } from "./options.js";
import type { PeerRow } from "./types.js";

/** Which of the rows are looked at. */
export interface Scope {
  readonly group: string | null;
  readonly period: string | null;
  readonly otherPeriods: readonly string[];
  readonly covariates: readonly string[];
  readonly rowsOf: (period: string | null) => readonly PeerRow[];
}

/** The rows' group and period, asked for or the only ones, and the conditions; areas' rows are none. */
export function scopeOf(chosen: Chosen): Scope {
  const rowsGiven = rowsOf(chosen.rows);
  checkPeerRows(operation, rowsGiven);
  const all = rowsGiven.filter((row) => areaKind(row.municipality) === undefined);
  const isCluster = chosen.by === "cluster";
  const kind = isCluster ? BENEFIT : GROUP;
  const asked = isCluster ? chosen.benefit : chosen.by === "expected-share" ? chosen.group : undefined;
  // Conditions are the municipality's, whatever the group of a row.
  const hasGroups = isCluster || chosen.by === "expected-share";
  const group = hasGroups ? chooseOne(all, kind, asked) : null;
  const rows = hasGroups ? rowsWith(all, kind, group) : all;

  const time = isCluster ? YEAR : PERIOD;
  const period = chooseOne(rows, time, isCluster ? chosen.year : chosen.period);
  const rowsIn = (one: string | null): readonly PeerRow[] => rowsWith(rows, time, one);
  const byConditions = chosen.by === "covariates" || chosen.by === "tree";
  return {
    group,
    period,
    otherPeriods: kindsIn(rows, time).filter((each) => each !== (period ?? "")),
    covariates: byConditions ? covariatesOf(rowsIn(period), chosen.covariates) : [],
    rowsOf: rowsIn,
  };
}

const operation = "findPeers";
const BENEFIT: Kind<PeerRow> = { operation, option: "benefit", of: ({ benefit }) => benefit };
const GROUP: Kind<PeerRow> = { operation, option: "group", of: ({ group }) => group };
const YEAR: Kind<PeerRow> = { operation, option: "year", of: ({ year, period }) => year ?? period };
const PERIOD: Kind<PeerRow> = { operation, option: "period", of: ({ period, year }) => period ?? year };

/** The conditions that are named, or all that rows have, in the order of their characters. */
function covariatesOf(rows: readonly PeerRow[], named: readonly string[] | undefined): readonly string[] {
  const found = new Set<string>();
  for (const row of rows) for (const name in row.covariates) found.add(name);
  const known = [...found].toSorted();
  if (known.length === 0)
    throw competitionError({
      code: "unknown-covariate",
      path: "findPeers.covariates",
      expected: "rows with framework conditions (covariates)",
      hint: "Give a table of framework conditions, one column each, such as parseConditions reads.",
    });
  const unknown = named?.find((name) => !known.includes(name));
  if (unknown === undefined) return named ?? known;
  const near = nearestWord(unknown, known);
  throw competitionError({
    code: "unknown-covariate",
    path: "findPeers.covariates",
    received: unknown,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
