const FISHER_DESIGN = "Fisher (1935), The Design of Experiments, chapter 2";

type RandomizationSource =
  | "randomization-exact"
  | "reference-set"
  | "potential-outcomes-exact"
  | "common-odds-ratio-exact"
  | "blocked-neyman";

/** Where the methods that rest on the draw alone come from, as results cite it. */
export const RANDOMIZATION_SOURCES: Readonly<Record<RandomizationSource, readonly string[]>> = {
  "randomization-exact": [
    FISHER_DESIGN,
    "Mehta, Patel & Gray (1985), Journal of the American Statistical Association 80, 969–973",
  ],
  "reference-set": [
    FISHER_DESIGN,
    "Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, 39, doi:10.2202/1544-6115.1585",
  ],
  "potential-outcomes-exact": [
    "Li & Ding (2016), Statistics in Medicine 35, 957–960, doi:10.1002/sim.6764",
    "Aronow, Chang & Lopatto (2023), Proceedings of the 24th ACM Conference on Economics and Computation",
  ],
  "common-odds-ratio-exact": [
    "Mehta, Patel & Gray (1985), Journal of the American Statistical Association 80, 969–973",
  ],
  "blocked-neyman": [
    "Neyman (1923), translated in Statistical Science 5, 465–472 (1990), doi:10.1214/ss/1177012031",
    "Pashley & Miratrix (2021), Journal of Educational and Behavioral Statistics 46, 271–296, doi:10.3102/1076998620946272",
  ],
};
