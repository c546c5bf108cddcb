const KAPLAN_MEIER =
  "Kaplan & Meier (1958), Journal of the American Statistical Association 53, 457–481, doi:10.1080/01621459.1958.10501452";
const GREENWOOD = "Greenwood (1926), Reports on Public Health and Medical Subjects 33, 1–26";
const BORGAN_LIESTOL = "Borgan & Liestøl (1990), Scandinavian Journal of Statistics 17, 35–41";
const AALEN_JOHANSEN = "Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141–150";
const CHOUDHURY = "Choudhury (2002), Statistics in Medicine 21, 1129–1144";
const GAYNOR = "Gaynor et al. (1993), Journal of the American Statistical Association 88, 400–409";

/** Where the methods for time to an event come from, as results cite it. */
export const SURVIVAL_SOURCES: Readonly<
  Record<
    | "kaplan-meier"
    | "log-rank"
    | "restricted-mean"
    | "infinitesimal-jackknife"
    | "aalen"
    | "delta"
    | "efron"
    | "breslow"
    | "robust",
    readonly string[]
  >
> = {
  "kaplan-meier": [KAPLAN_MEIER, GREENWOOD, BORGAN_LIESTOL],
  "log-rank": [
    "Mantel (1966), Cancer Chemotherapy Reports 50, 163–170",
    "Peto & Peto (1972), Journal of the Royal Statistical Society, Series A 135, 185–207",
  ],
  "restricted-mean": [
    KAPLAN_MEIER,
    "Uno et al. (2014), Journal of Clinical Oncology 32, 2380–2385, doi:10.1200/JCO.2014.55.2208",
  ],
  "infinitesimal-jackknife": [AALEN_JOHANSEN, GAYNOR, CHOUDHURY],
  "aalen": [AALEN_JOHANSEN, "Aalen (1978), Annals of Statistics 6, 534–545", CHOUDHURY],
  "delta": [AALEN_JOHANSEN, GAYNOR, CHOUDHURY],
  "efron": [
    "Cox (1972), Journal of the Royal Statistical Society, Series B 34, 187–220",
    "Efron (1977), Journal of the American Statistical Association 72, 557–565",
  ],
  "breslow": [
    "Cox (1972), Journal of the Royal Statistical Society, Series B 34, 187–220",
    "Breslow (1974), Biometrics 30, 89–99",
  ],
  "robust": ["Lin & Wei (1989), Journal of the American Statistical Association 84, 1074–1078"],
};
