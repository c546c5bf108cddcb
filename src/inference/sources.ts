import { deepFreeze } from "../core/index.js";

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
const WOOLF = "Woolf (1955), Annals of Human Genetics 19, 251–253, doi:10.1111/j.1469-1809.1955.tb01348.x";
const COCHRAN = "Cochran (1954), Biometrics 10, 101–129";
const BRESLOW_DAY =
  "Breslow & Day (1980), Statistical Methods in Cancer Research 1, IARC Scientific Publications 32, section 4.4, 136–146";
const FISHER = "Fisher (1935), Journal of the Royal Statistical Society 98, 39–82";
const LANCASTER =
  "Lancaster (1961), Journal of the American Statistical Association 56, 223–234, doi:10.1080/01621459.1961.10482105";
const BERNSTEIN = "Garloff (1993), Interval Computations 2, 154–168";
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
  | "newcombe-stratified"
  | "inverse-variance"
  | "cochran-mantel-haenszel"
  | "tarone"
  | "breslow-day"
  | "cochran-q"
  | "number-needed-to-treat"
  | "fisher"
  | "fisher-mid-p"
  | "boschloo"
  | "barnard"
  | "chi-squared"
  | "chi-squared-yates"
  | "pooled-z"
  | "g-test";

/** Where the methods come from, as results cite it. */
export const SOURCES: Readonly<Record<SourceName, readonly string[]>> = deepFreeze({
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
  "woolf": [WOOLF],
  "conditional-exact": [FISHER, "Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135–148"],
  "mid-p-odds-ratio": [FISHER, LANCASTER],
  "sato": [MANTEL_HAENSZEL, GREENLAND_ROBINS, "Sato, Greenland & Robins (1989), Biometrics 45, 1323–1324"],
  "greenland-robins": [MANTEL_HAENSZEL, GREENLAND_ROBINS],
  "robins-breslow-greenland": [MANTEL_HAENSZEL, "Robins, Breslow & Greenland (1986), Biometrics 42, 311–323"],
  "newcombe-stratified": [
    "Yan & Su (2010), Statistics in Biopharmaceutical Research 2, 329–335",
    NEWCOMBE_DIFFERENCE,
  ],
  "inverse-variance": [WOOLF, COCHRAN],
  "cochran-mantel-haenszel": [
    MANTEL_HAENSZEL,
    "Cochran (1954), Biometrics 10, 417–451",
    "Mantel & Fleiss (1980), American Journal of Epidemiology 112, 129–134",
  ],
  "tarone": ["Tarone (1985), Biometrika 72, 91–95, doi:10.1093/biomet/72.1.91", BRESLOW_DAY],
  "breslow-day": [BRESLOW_DAY],
  "cochran-q": [COCHRAN, WOOLF],
  "number-needed-to-treat": ["Altman (1998), BMJ 317, 1309–1312, doi:10.1136/bmj.317.7168.1309"],
  "fisher": [FISHER],
  "fisher-mid-p": [FISHER, LANCASTER],
  "boschloo": [
    "Boschloo (1970), Statistica Neerlandica 24, 1–9, doi:10.1111/j.1467-9574.1970.tb00104.x",
    BERNSTEIN,
  ],
  "barnard": [
    "Barnard (1947), Biometrika 34, 123–138, doi:10.1093/biomet/34.1-2.123",
    "Suissa & Shuster (1985), Journal of the Royal Statistical Society A 148, 317–327, doi:10.2307/2981892",
    BERNSTEIN,
  ],
  "chi-squared": [PEARSON],
  "chi-squared-yates": [
    PEARSON,
    "Yates (1934), Supplement to the Journal of the Royal Statistical Society 1, 217–235",
  ],
  "pooled-z": [PEARSON],
  "g-test": ["Wilks (1938), Annals of Mathematical Statistics 9, 60–62, doi:10.1214/aoms/1177732360"],
});
