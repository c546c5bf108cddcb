import { requireText } from "../../core/index.js";
import type { AreaKind } from "../types.js";
import { municipalities } from "./municipalities.js";
import { comparableName } from "./spelling.js";

/** Most names are these, as they stand in the list, and need not be taken apart. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(municipalities.map(({ name }) => name));

const NAMED: ReadonlyMap<string, AreaKind> = new Map(
  Object.entries<AreaKind>({
    "hele-landet": "country",
    "hele-danmark": "country",
    "danmark": "country",
    "landet": "country",
    "landet-som-helhed": "country",
    "hovedstaden": "region",
    "sjælland": "region",
    "syddanmark": "region",
    "midtjylland": "region",
    "nordjylland": "region",
    "fyn": "employment-region",
    "sydjylland": "employment-region",
    "østjylland": "employment-region",
    "vestjylland": "employment-region",
    "alle": "other",
    "alle-kommuner": "other",
    "gennemsnit": "other",
    "i-alt": "other",
    "ikke-oplyst": "other",
    "udlandet": "other",
    "københavns-by": "other",
    "københavns-omegn": "other",
    "nordsjælland": "other",
    "østsjælland": "other",
    "vest-og-sydsjælland": "other",
    "vestsjælland": "other",
    "christiansø": "other",
    "411": "other",
    "0411": "other",
  }),
);

/**
 * What a name stands for that is an area, but no municipality: the country, a region, a region of employment (RAR), or
 * a place outside of all municipalities (Christiansø, `Uoplyst`), a part of the country (`Københavns omegn`) or all of a
 * table together (`I alt`). Tables have such rows among the municipalities'.
 *
 * @returns Nothing for a municipality, and for a name that isn't known.
 * @example
 * areaKind("Hele landet") // "country"
 * @example
 * areaKind("Bornholm") // undefined: a municipality; "RAR Bornholm" is an area
 */
export function areaKind(name: string): AreaKind | undefined {
  if (MUNICIPALITIES.has(name)) return undefined;
  requireText("areaKind.name", name, { expected: "the name of an area" });
  const plain = comparableName(name);
  const named = NAMED.get(plain.replace(/^region-/, ""));
  if (named !== undefined) return named;
  if (plain.startsWith("region-")) return "region";
  if (plain.startsWith("rar-") || plain.startsWith("beskæftigelsesregion-")) return "employment-region";
  if (plain.startsWith("uoplyst") || plain.startsWith("landsdel-")) return "other";
  return undefined;
}
