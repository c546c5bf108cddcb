import { competitionError, nearestWord } from "../../core/index.js";
import { comparable, municipalityKey, sameMunicipality } from "../names.js";
import { areaKind } from "../register/areas.js";
import type { MunicipalityRow } from "../types.js";
import { periodKey } from "./periods.js";
import type { TrendOptions } from "./types.js";

/** The rows by whom they are of. */
export interface TrendRows {
  readonly own: readonly MunicipalityRow[];
  readonly peers: readonly MunicipalityRow[];
  readonly country: readonly MunicipalityRow[];
}

/**
 * The municipality's rows, those of its cluster without it, and the country's.
 *
 * @throws CompetitionError `unknown-municipality`, `unknown-cluster`, `no-peers`, `duplicate-row`.
 */
export function rowsBySubject(
  rows: readonly MunicipalityRow[],
  { municipality, cluster }: Pick<TrendOptions, "municipality" | "cluster">,
  operation: string,
): TrendRows {
  const municipalities = rows.filter((row) => areaKind(row.municipality) === undefined);
  const own = municipalities.filter((row) => sameMunicipality(row.municipality, municipality));
  const others = municipalities.filter((row) => !sameMunicipality(row.municipality, municipality));
  const names = [...new Set(municipalities.map((row) => row.municipality))];
  if (own.length === 0) throw unknown("unknown-municipality", "municipality", municipality, names);
  const peers = peersOf(others, cluster);
  if (peers.length === 0) {
    throw competitionError({
      code: "no-peers",
      path: `${operation}.municipalities`,
      received: names,
      expected: `at least one municipality beside ${municipality}, which is never in its own reference`,
    });
  }
  const country = rows.filter((row) => areaKind(row.municipality) === "country");
  for (const each of [own, peers, country]) checkOnce(each);
  return { own, peers, country };

  function peersOf(
    candidates: readonly MunicipalityRow[],
    chosen: TrendOptions["cluster"],
  ): readonly MunicipalityRow[] {
    if (chosen === undefined) return candidates;
    if (typeof chosen !== "string") {
      const stranger = chosen.find((name) => !names.some((each) => sameMunicipality(each, name)));
      if (stranger !== undefined) throw unknown("unknown-municipality", "cluster", stranger, names);
      const keys = new Set(chosen.map(municipalityKey));
      return candidates.filter((row) => keys.has(municipalityKey(row.municipality)));
    }
    const isMember = (row: MunicipalityRow): boolean =>
      row.cluster !== undefined && comparable(row.cluster) === comparable(chosen);
    if (municipalities.some(isMember)) return candidates.filter(isMember);
    const known = [...new Set(municipalities.flatMap((row) => row.cluster ?? []))];
    throw unknown("unknown-cluster", "cluster", chosen, known);
  }

  function unknown(code: string, part: string, received: string, known: readonly string[]): Error {
    const near = nearestWord(received, known);
    return competitionError({
      code,
      path: `${operation}.${part}`,
      received,
      expected: known.length === 0 ? `rows with a ${part}` : `one of ${known.slice(0, 12).join(", ")}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }

  function checkOnce(all: readonly MunicipalityRow[]): void {
    const seen = new Set<string>();
    for (const row of all) {
      const key = `${municipalityKey(row.municipality)}\n${periodKey(row.period)}`;
      if (seen.has(key)) {
        throw competitionError({
          code: "duplicate-row",
          path: `${operation}.municipalities`,
          received: `${row.municipality}, ${row.period}`,
          expected: "one row per municipality and period",
        });
      }
      seen.add(key);
    }
  }
}
