const DERSIMONIAN_LAIRD =
  "DerSimonian & Laird (1986), Controlled Clinical Trials 7, 177–188, doi:10.1016/0197-2456(86)90046-2";
const VIECHTBAUER_2005 =
  "Viechtbauer (2005), Journal of Educational and Behavioral Statistics 30, 261–293, doi:10.3102/10769986030003261";
const PAULE_MANDEL =
  "Paule & Mandel (1982), Journal of Research of the National Bureau of Standards 87, 377–385, doi:10.6028/jres.087.022";
const HARTUNG_KNAPP = "Hartung & Knapp (2001), Statistics in Medicine 20, 3875–3889, doi:10.1002/sim.1009";
const PREDICTION =
  "Higgins, Thompson & Spiegelhalter (2009), Journal of the Royal Statistical Society A 172, 137–159, doi:10.1111/j.1467-985X.2008.00552.x";
const Q_PROFILE = "Viechtbauer (2007), Statistics in Medicine 26, 37–52, doi:10.1002/sim.2514";
const I_SQUARED = "Higgins & Thompson (2002), Statistics in Medicine 21, 1539–1558, doi:10.1002/sim.1186";
const BINOMIAL_NORMAL =
  "Stijnen, Hamza & Özdemir (2010), Statistics in Medicine 29, 3046–3067, doi:10.1002/sim.4040";
const BOUNDARY =
  "Self & Liang (1987), Journal of the American Statistical Association 82, 605–610, doi:10.1080/01621459.1987.10478472";
const TRAPEZOIDAL = "Trefethen & Weideman (2014), SIAM Review 56, 385–458, doi:10.1137/130932132";

/** What every random-effects result cites besides the estimator of τ². */
export const RANDOM_EFFECTS_SOURCES: readonly string[] = [PREDICTION, Q_PROFILE, I_SQUARED];

/** Where the methods of taking estimates together come from, as results cite them. */
export const META_SOURCES: Readonly<
  Record<
    "reml" | "paule-mandel" | "dersimonian-laird" | "hartung-knapp" | "none" | "binomial-normal",
    readonly string[]
  >
> = {
  "reml": [VIECHTBAUER_2005],
  "paule-mandel": [PAULE_MANDEL],
  "dersimonian-laird": [DERSIMONIAN_LAIRD],
  "hartung-knapp": [HARTUNG_KNAPP],
  "none": [],
  "binomial-normal": [BINOMIAL_NORMAL, BOUNDARY, TRAPEZOIDAL],
};
