import type { BoundsMethod } from "./boundsMethods.js";
import { SOURCES } from "./sources.js";

const IMBENS_MANSKI =
  "Imbens & Manski (2004), Econometrica 72, 1845–1857, doi:10.1111/j.1468-0262.2004.00555.x";

/** Where the methods for unknown outcomes come from, as results cite it. */
export const BOUNDS_SOURCES: Readonly<Record<BoundsMethod, readonly string[]>> = {
  "worst-case": [
    "Horowitz & Manski (2000), Journal of the American Statistical Association 95, 77–84",
    IMBENS_MANSKI,
    ...SOURCES.newcombe,
  ],
  "lee": [
    "Lee (2009), Review of Economic Studies 76, 1071–1102, doi:10.1111/j.1467-937X.2009.00536.x",
    IMBENS_MANSKI,
  ],
  "tipping-point": [
    "Liublinska & Rubin (2014), Statistics in Medicine 33, 4170–4185, doi:10.1002/sim.6197",
    ...SOURCES.newcombe,
  ],
};
