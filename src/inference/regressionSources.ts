const LIN = "Lin (2013), Annals of Applied Statistics 7, 295–318, doi:10.1214/12-AOAS583";
const NEYMAN =
  "Splawa-Neyman, Dabrowska & Speed (1990), Statistical Science 5, 465–472, doi:10.1214/ss/1177012031";
const PASHLEY_MIRATRIX =
  "Pashley & Miratrix (2021), Journal of Educational and Behavioral Statistics 46, 271–296, doi:10.3102/1076998620946272";
const HAJEK = "Hájek (1971), Comment on a paper by D. Basu, Foundations of Statistical Inference, 236";
const ANGRIST_IMBENS_RUBIN =
  "Angrist, Imbens & Rubin (1996), Journal of the American Statistical Association 91, 444–455, doi:10.1080/01621459.1996.10476902";
const ANDERSON_RUBIN =
  "Anderson & Rubin (1949), Annals of Mathematical Statistics 20, 46–63, doi:10.1214/aoms/1177730090";
const FREEDMAN = "Freedman (2008), Statistical Science 23, 237–249, doi:10.1214/08-STS262";
const MACKINNON_WHITE =
  "MacKinnon & White (1985), Journal of Econometrics 29, 305–325, doi:10.1016/0304-4076(85)90158-7";
const PUSTEJOVSKY_TIPTON =
  "Pustejovsky & Tipton (2018), Journal of Business & Economic Statistics 36, 672–683, doi:10.1080/07350015.2016.1247004";
const ALBERT_ANDERSON = "Albert & Anderson (1984), Biometrika 71, 1–10, doi:10.1093/biomet/71.1.1";

/** Where the regressions and the comparisons by them come from, as results cite it. */
export const REGRESSION_SOURCES: Readonly<
  Record<
    | "least-squares"
    | "logistic-regression"
    | "lin"
    | "difference-in-means"
    | "small-blocks"
    | "g-computation"
    | "hajek"
    | "two-stage-least-squares"
    | "anderson-rubin",
    readonly string[]
  >
> = {
  "least-squares": [],
  "logistic-regression": [ALBERT_ANDERSON],
  "lin": [LIN],
  "difference-in-means": [NEYMAN],
  "small-blocks": [PASHLEY_MIRATRIX],
  "g-computation": [FREEDMAN],
  "hajek": [HAJEK],
  "two-stage-least-squares": [ANGRIST_IMBENS_RUBIN],
  "anderson-rubin": [ANDERSON_RUBIN],
};

/** Where the covariance estimators come from. */
export const COVARIANCE_SOURCES: Readonly<
  Record<"hc2" | "hc0" | "hc3" | "cr0" | "cr2" | "model" | "unconditional", readonly string[]>
> = {
  hc2: [MACKINNON_WHITE],
  hc0: ["White (1980), Econometrica 48, 817–838, doi:10.2307/1912934"],
  hc3: [MACKINNON_WHITE],
  cr0: ["Liang & Zeger (1986), Biometrika 73, 13–22, doi:10.1093/biomet/73.1.13"],
  cr2: [PUSTEJOVSKY_TIPTON],
  model: [],
  unconditional: [
    "Ye, Bannick, Yi & Shao (2023), Statistical Theory and Related Fields 7, 159–163, doi:10.1080/24754269.2023.2205802",
  ],
};
