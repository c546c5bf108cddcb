const BRESLOW_DAY =
  "Breslow & Day (1987), Statistical Methods in Cancer Research 2, IARC Scientific Publications 82, section 2.3, 65–72";
const SPIEGELHALTER = "Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, doi:10.1002/sim.1970";

/** Where the methods for units side by side come from, as results cite them. */
export const UNIT_SOURCES: Readonly<
  Record<
    | "byar"
    | "exact-count"
    | "mid-p-count"
    | "dobson"
    | "fay-feuer"
    | "overdispersion"
    | "beta-binomial-likelihood"
    | "beta-binomial-moments"
    | "empirical-bayes"
    | "posterior-ranks"
    | "individuals-chart",
    readonly string[]
  >
> = {
  "byar": [BRESLOW_DAY],
  "exact-count": ["Garwood (1936), Biometrika 28, 437–442, doi:10.1093/biomet/28.3-4.437", BRESLOW_DAY],
  "mid-p-count": [
    "Garwood (1936), Biometrika 28, 437–442, doi:10.1093/biomet/28.3-4.437",
    "Berry & Armitage (1995), The Statistician 44, 417–423",
  ],
  "dobson": [
    "Dobson, Kuulasmaa, Eberle & Scherer (1991), Statistics in Medicine 10, 457–462, doi:10.1002/sim.4780100317",
    BRESLOW_DAY,
  ],
  "fay-feuer": [
    "Fay & Feuer (1997), Statistics in Medicine 16, 791–801, doi:10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#",
  ],
  "overdispersion": [
    SPIEGELHALTER,
    "Spiegelhalter, Sherlaw-Johnson, Bardsley, Blunt, Wood & Grigg (2012), Journal of the Royal Statistical Society A 175, 1–47, doi:10.1111/j.1467-985X.2011.01010.x",
  ],
  "beta-binomial-likelihood": [
    "Griffiths (1973), Biometrics 29, 637–648, doi:10.2307/2529131",
    "Prentice (1986), Journal of the American Statistical Association 81, 321–327, doi:10.1080/01621459.1986.10478275",
  ],
  "beta-binomial-moments": [
    "Kleinman (1973), Journal of the American Statistical Association 68, 46–54, doi:10.1080/01621459.1973.10481332",
  ],
  "empirical-bayes": [
    "Kleinman (1973), Journal of the American Statistical Association 68, 46–54, doi:10.1080/01621459.1973.10481332",
    "Morris (1983), Journal of the American Statistical Association 78, 47–55, doi:10.1080/01621459.1983.10477920",
    "Kass & Steffey (1989), Journal of the American Statistical Association 84, 717–726",
    "Christiansen & Morris (1997), Journal of the American Statistical Association 92, 618–632",
  ],
  "posterior-ranks": [
    "Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385–443, doi:10.2307/2983325",
    "Laird & Louis (1989), Journal of Educational Statistics 14, 29–46, doi:10.3102/10769986014001029",
  ],
  "individuals-chart": [
    "Wheeler (1993), Understanding Variation, SPC Press",
    "Wheeler & Chambers (1992), Understanding Statistical Process Control, second edition, SPC Press",
  ],
};
