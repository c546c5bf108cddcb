/** Where the methods for samples come from, as results cite them. */
export const SAMPLE_SOURCES: Readonly<
  Record<
    | "standardized-difference"
    | "bonett"
    | "hedges-olkin"
    | "hedges-correction"
    | "delta"
    | "sample-ratio-chi-squared"
    | "sample-ratio-exact"
    | "welch"
    | "hodges-lehmann"
    | "brunner-munzel-adjusted",
    readonly string[]
  >
> = {
  "standardized-difference": ["Austin (2009), Statistics in Medicine 28, 3083–3107, doi:10.1002/sim.3697"],
  "bonett": ["Bonett (2008), Psychological Methods 13, 99–109, doi:10.1037/1082-989X.13.2.99"],
  "hedges-olkin": ["Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, chapter 5, 75–106"],
  "hedges-correction": [
    "Hedges (1981), Journal of Educational Statistics 6, 107–128, doi:10.3102/10769986006002107",
  ],
  "delta": [],
  "sample-ratio-chi-squared": ["Pearson (1900), Philosophical Magazine, series 5, 50, 157–175"],
  "sample-ratio-exact": ["Tate & Hyer (1973), Journal of the American Statistical Association 68, 836–841"],
  "welch": ["Welch (1947), Biometrika 34, 28–35, doi:10.1093/biomet/34.1-2.28"],
  "hodges-lehmann": [
    "Hodges & Lehmann (1963), Annals of Mathematical Statistics 34, 598–611, doi:10.1214/aoms/1177704172",
    "Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60, doi:10.1214/aoms/1177730491",
  ],
  "brunner-munzel-adjusted": [
    "Brunner & Munzel (2000), Biometrical Journal 42, 17–25, doi:10.1002/(SICI)1521-4036(200001)42:1<17::AID-BIMJ17>3.0.CO;2-U",
    "Agresti & Caffo (2000), The American Statistician 54, 280–288, doi:10.1080/00031305.2000.10474560",
  ],
};
