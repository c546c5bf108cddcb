const NEWCOMBE_SINGLE =
  "Newcombe (1998), Statistics in Medicine 17, 857–872, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E";
const NEWCOMBE_DIFFERENCE =
  "Newcombe (1998), Statistics in Medicine 17, 873–890, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I";
const WILSON =
  "Wilson (1927), Journal of the American Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953";
const BROWN_CAI_DASGUPTA =
  "Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133, doi:10.1214/ss/1009213286";
const MIETTINEN_NURMINEN =
  "Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226, doi:10.1002/sim.4780040211";
const GREENLAND_ROBINS = "Greenland & Robins (1985), Biometrics 41, 55–68";
const MANTEL_HAENSZEL =
  "Mantel & Haenszel (1959), Journal of the National Cancer Institute 22, 719–748, doi:10.1093/jnci/22.4.719";
const FISHER = "Fisher (1935), Journal of the Royal Statistical Society 98, 39–82";
const LANCASTER =
  "Lancaster (1961), Journal of the American Statistical Association 56, 223–234, doi:10.1080/01621459.1961.10482105";
const PEARSON = "Pearson (1900), Philosophical Magazine, series 5, 50, 157–175";

/** What results cite: a method, and where two go by one name, which of them. */
export type SourceName =
  | "wilson"
  | "wilson-cc"
  | "clopper-pearson"
  | "mid-p"
  | "jeffreys"
  | "agresti-coull"
  | "arcsine"
  | "wald"
  | "newcombe"
  | "newcombe-cc"
  | "miettinen-nurminen"
  | "mee"
  | "agresti-caffo"
  | "wald-difference"
  | "koopman"
  | "katz"
  | "woolf"
  | "conditional-exact"
  | "mid-p-odds-ratio"
  | "sato"
  | "greenland-robins"
  | "robins-breslow-greenland"
  | "fisher"
  | "fisher-mid-p"
  | "chi-squared"
  | "chi-squared-yates"
  | "pooled-z"
  | "g-test";

/** Where the methods come from, as results cite it. */
export const SOURCES: Readonly<Record<SourceName, readonly string[]>> = {
  "wilson": [WILSON],
  "wilson-cc": [NEWCOMBE_SINGLE],
  "clopper-pearson": ["Clopper & Pearson (1934), Biometrika 26, 404–413, doi:10.1093/biomet/26.4.404"],
  "mid-p": ["Berry & Armitage (1995), The Statistician 44, 417–423", NEWCOMBE_SINGLE],
  "jeffreys": [BROWN_CAI_DASGUPTA],
  "agresti-coull": [
    "Agresti & Coull (1998), The American Statistician 52, 119–126, doi:10.1080/00031305.1998.10480550",
  ],
  "arcsine": [BROWN_CAI_DASGUPTA],
  "wald": [NEWCOMBE_SINGLE],
  "newcombe": [NEWCOMBE_DIFFERENCE],
  "newcombe-cc": [NEWCOMBE_DIFFERENCE],
  "miettinen-nurminen": [MIETTINEN_NURMINEN],
  "mee": ["Mee (1984), Biometrics 40, 1175–1176"],
  "agresti-caffo": [
    "Agresti & Caffo (2000), The American Statistician 54, 280–288, doi:10.1080/00031305.2000.10474560",
  ],
  "wald-difference": [NEWCOMBE_DIFFERENCE],
  "koopman": ["Koopman (1984), Biometrics 40, 513–517"],
  "katz": ["Katz, Baptista, Azen & Pike (1978), Biometrics 34, 469–474"],
  "woolf": ["Woolf (1955), Annals of Human Genetics 19, 251–253, doi:10.1111/j.1469-1809.1955.tb01348.x"],
  "conditional-exact": [FISHER, "Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135–148"],
  "mid-p-odds-ratio": [FISHER, LANCASTER],
  "sato": [MANTEL_HAENSZEL, GREENLAND_ROBINS, "Sato, Greenland & Robins (1989), Biometrics 45, 1323–1324"],
  "greenland-robins": [MANTEL_HAENSZEL, GREENLAND_ROBINS],
  "robins-breslow-greenland": [MANTEL_HAENSZEL, "Robins, Breslow & Greenland (1986), Biometrics 42, 311–323"],
  "fisher": [FISHER],
  "fisher-mid-p": [FISHER, LANCASTER],
  "chi-squared": [PEARSON],
  "chi-squared-yates": [
    PEARSON,
    "Yates (1934), Supplement to the Journal of the Royal Statistical Society 1, 217–235",
  ],
  "pooled-z": [PEARSON],
  "g-test": ["Wilks (1938), Annals of Mathematical Statistics 9, 60–62, doi:10.1214/aoms/1177732360"],
};
