import type { Language } from "./blocks.js";

type Wording = Readonly<Record<Language, string>>;

/** Names of measures, as results and figures write them. */
export const MEASURE_NAMES: Readonly<Record<string, Wording>> = {
  "proportion": { en: "Proportion", da: "Andel" },
  "risk-difference": { en: "Risk difference", da: "Forskel i succesrate" },
  "risk-ratio": { en: "Risk ratio", da: "Forhold mellem succesrater" },
  "odds-ratio": { en: "Odds ratio", da: "Oddsratio" },
  "number-needed-to-treat": { en: "Number needed to treat", da: "Number needed to treat (NNT)" },
  "mean-difference": { en: "Difference in means", da: "Forskel i gennemsnit" },
  "complier-effect": {
    en: "Effect on those who take part because of the draw",
    da: "Effekt for dem, der deltager på grund af lodtrækningen",
  },
  "complier-risk-difference": {
    en: "Risk difference among those who take part because of the draw",
    da: "Forskel i succesrate for dem, der deltager på grund af lodtrækningen",
  },
  "standardized-difference": { en: "Standardized difference", da: "Standardiseret forskel" },
  "location-shift": { en: "Shift (median of all differences)", da: "Forskydning (median af alle forskelle)" },
  "win-probability": {
    en: "Probability that the comparator has the higher value (ties half)",
    da: "Sandsynlighed for, at den sammenlignede har den højeste værdi (ligestilling halvt)",
  },
  "survival": { en: "Share without the event", da: "Andel uden hændelsen" },
  "cumulative-incidence": { en: "Cumulative incidence", da: "Kumuleret incidens" },
  "restricted-mean-difference": {
    en: "Difference in restricted mean time",
    da: "Forskel i begrænset middeltid",
  },
  "hazard-ratio": { en: "Hazard ratio", da: "Hazardratio" },
  "quotient": { en: "Ratio", da: "Forhold" },
  "cost-per-effect": {
    en: "Cost per additional unit of effect",
    da: "Omkostning pr. yderligere enhed effekt",
  },
  "random-effects-mean": { en: "Mean of the true values", da: "Gennemsnit af de sande værdier" },
  "typical-rate": { en: "Typical rate", da: "Typisk rate" },
  "net-monetary-benefit": { en: "Net monetary benefit", da: "Nettogevinst i penge" },
  "standardized-rate": { en: "Standardized rate", da: "Standardiseret rate" },
  "standardized-ratio": { en: "Observed over expected", da: "Observeret i forhold til forventet" },
  "mean-rate": { en: "Mean of the rates", da: "Raternes gennemsnit" },
};

/** Names of methods of estimates and tests. */
export const METHOD_NAMES: Readonly<Record<string, Wording>> = {
  "wilson": { en: "Wilson", da: "Wilson" },
  "wilson-cc": { en: "Wilson with continuity correction", da: "Wilson med kontinuitetskorrektion" },
  "clopper-pearson": { en: "Clopper–Pearson (exact)", da: "Clopper–Pearson (eksakt)" },
  "mid-p": { en: "mid-p", da: "mid-p" },
  "jeffreys": { en: "Jeffreys", da: "Jeffreys" },
  "agresti-coull": { en: "Agresti–Coull", da: "Agresti–Coull" },
  "arcsine": { en: "arcsine", da: "arcussinus" },
  "wald": { en: "Wald", da: "Wald" },
  "newcombe": { en: "Newcombe", da: "Newcombe" },
  "newcombe-cc": { en: "Newcombe with continuity correction", da: "Newcombe med kontinuitetskorrektion" },
  "miettinen-nurminen": { en: "Miettinen–Nurminen", da: "Miettinen–Nurminen" },
  "mee": { en: "Mee", da: "Mee" },
  "agresti-caffo": { en: "Agresti–Caffo", da: "Agresti–Caffo" },
  "koopman": { en: "Koopman", da: "Koopman" },
  "katz": { en: "Katz", da: "Katz" },
  "woolf": { en: "Woolf", da: "Woolf" },
  "conditional-exact": { en: "conditional exact", da: "betinget eksakt" },
  "mantel-haenszel": { en: "Mantel–Haenszel", da: "Mantel–Haenszel" },
  "inverse-variance": { en: "inverse variance", da: "invers varians" },
  "cochran-mantel-haenszel": {
    en: "Cochran–Mantel–Haenszel test",
    da: "Cochran–Mantel–Haenszels test",
  },
  "tarone": {
    en: "Breslow–Day test of homogeneity with Tarone’s correction",
    da: "Breslow–Days homogenitetstest med Tarones korrektion",
  },
  "breslow-day": { en: "Breslow–Day test of homogeneity", da: "Breslow–Days homogenitetstest" },
  "cochran-q": { en: "Cochran’s Q test of homogeneity", da: "Cochrans homogenitetstest (Q)" },
  "binomial-exact": { en: "Exact binomial test", da: "Eksakt binomialtest" },
  "fisher": { en: "Fisher’s exact test", da: "Fishers eksakte test" },
  "fisher-mid-p": { en: "Fisher’s exact test with mid-p", da: "Fishers eksakte test med mid-p" },
  "boschloo": { en: "Boschloo’s exact test", da: "Boschloos eksakte test" },
  "barnard": { en: "Barnard’s exact test", da: "Barnards eksakte test" },
  "chi-squared": { en: "Pearson’s chi-squared test", da: "Pearsons χ²-test" },
  "chi-squared-yates": {
    en: "Chi-squared test with Yates’s correction",
    da: "χ²-test med Yates’ korrektion",
  },
  "pooled-z": { en: "z-test with pooled variance", da: "z-test med fælles varians" },
  "g-test": { en: "Likelihood-ratio test (G)", da: "Likelihood ratio-test (G)" },
  "worst-case": {
    en: "the unknown at their worst and best, interval by Imbens and Manski",
    da: "de ukendte, når det går værst og bedst, interval efter Imbens og Manski",
  },
  "lee": {
    en: "Lee’s trimming bounds, interval by Imbens and Manski",
    da: "Lees trimmede grænser, interval efter Imbens og Manski",
  },
  "tipping-point": { en: "tipping point, by Newcombe’s interval", da: "vippepunkt efter Newcombes interval" },
  "randomization-exact": {
    en: "Exact randomization test within blocks",
    da: "Eksakt randomiseringstest inden for blokke",
  },
  "randomization-exact-households": {
    en: "Exact randomization test of households within blocks",
    da: "Eksakt randomiseringstest af husstande inden for blokke",
  },
  "reference-set-enumerated": {
    en: "Randomization test over all draws of the recorded design",
    da: "Randomiseringstest over alle lodtrækninger, som designet kan give",
  },
  "reference-set-monte-carlo": {
    en: "Randomization test over replayed draws of the recorded design",
    da: "Randomiseringstest over gentagne lodtrækninger efter det registrerede design",
  },
  "potential-outcomes-exact": {
    en: "exact, from the potential outcomes of one block (Li and Ding)",
    da: "eksakt, ud fra de mulige udfald i én blok (Li og Ding)",
  },
  "common-odds-ratio-exact": {
    en: "exact given all margins, one odds ratio common to the blocks",
    da: "eksakt givet alle marginaler, én oddsratio fælles for blokkene",
  },
  "blocked-neyman": {
    en: "Neyman’s variance within blocks (conservative, for large numbers)",
    da: "Neymans varians inden for blokke (konservativ, for store tal)",
  },
  "least-squares": { en: "Linear regression", da: "Lineær regression" },
  "logistic-regression": { en: "Logistic regression", da: "Logistisk regression" },
  "lin": { en: "Lin’s regression adjustment", da: "Lins regressionsjustering" },
  "g-computation": { en: "g-computation (logistic)", da: "g-computation (logistisk)" },
  "difference-in-means": { en: "difference in means", da: "forskel i gennemsnit" },
  "hajek": { en: "Hájek’s weighted means", da: "Hájeks vægtede gennemsnit" },
  "two-stage-least-squares": { en: "two-stage least squares", da: "mindste kvadrater i to trin" },
  "anderson-rubin": { en: "Anderson–Rubin", da: "Anderson–Rubin" },
  "average-variance": {
    en: "difference over the root of the mean variance of both groups",
    da: "forskel divideret med roden af gruppernes gennemsnitlige varians",
  },
  "pooled-variance": {
    en: "difference over the pooled standard deviation",
    da: "forskel divideret med den fælles standardafvigelse",
  },
  "hedges-g": {
    en: "Hedges’s g, over the pooled standard deviation with its correction for few values",
    da: "Hedges’ g, med den fælles standardafvigelse og korrektion for få værdier",
  },
  "reference-variance": {
    en: "difference over the reference group’s standard deviation",
    da: "forskel divideret med referencegruppens standardafvigelse",
  },
  "welch": { en: "Welch’s t-test", da: "Welchs t-test" },
  "hodges-lehmann-exact": {
    en: "Hodges–Lehmann, from the exact Wilcoxon–Mann–Whitney test",
    da: "Hodges–Lehmann, ud fra den eksakte Wilcoxon–Mann–Whitney-test",
  },
  "hodges-lehmann-normal": {
    en: "Hodges–Lehmann, from the Wilcoxon–Mann–Whitney test in its normal approximation, with corrections for ties and continuity",
    da: "Hodges–Lehmann, ud fra Wilcoxon–Mann–Whitney-testen i normaltilnærmelse, korrigeret for ens værdier og kontinuitet",
  },
  "brunner-munzel-adjusted": {
    en: "Brunner–Munzel with one value added to each group, half of it below and half above all others",
    da: "Brunner–Munzel med én værdi lagt til hver gruppe, halvt under og halvt over alle andre",
  },
  "sample-ratio-chi-squared": {
    en: "Numbers in the arms against the draw’s probabilities, chi-squared test",
    da: "Antal i grupperne mod lodtrækningens sandsynligheder, χ²-test",
  },
  "sample-ratio-exact": {
    en: "Numbers in the arms against the draw’s probabilities, exact test",
    da: "Antal i grupperne mod lodtrækningens sandsynligheder, eksakt test",
  },
  "kaplan-meier": { en: "Kaplan–Meier", da: "Kaplan–Meier" },
  "aalen-johansen": { en: "Aalen–Johansen", da: "Aalen–Johansen" },
  "log-rank": { en: "Log-rank test", da: "Log-rank-test" },
  "stratified-log-rank": { en: "Stratified log-rank test", da: "Stratificeret log-rank-test" },
  "restricted-mean": { en: "areas under Kaplan–Meier curves", da: "arealer under Kaplan–Meier-kurver" },
  "cox-regression": { en: "Cox regression", da: "Cox-regression" },
  "fieller": { en: "Fieller", da: "Fieller" },
  "stinnett-mullahy": {
    en: "Stinnett–Mullahy: what the effect is worth, less what it costs",
    da: "Stinnett–Mullahy: det, effekten er værd, minus det, den koster",
  },
  "reml": { en: "random effects, REML", da: "tilfældige effekter, REML" },
  "paule-mandel": { en: "random effects, Paule–Mandel", da: "tilfældige effekter, Paule–Mandel" },
  "dersimonian-laird": {
    en: "random effects, DerSimonian–Laird",
    da: "tilfældige effekter, DerSimonian–Laird",
  },
  "student": { en: "Student’s t", da: "Students t" },
  "predictive": { en: "predictive distribution", da: "prædiktiv fordeling" },
  "q-profile": { en: "Q-profile", da: "Q-profil" },
  "binomial-normal": {
    en: "logistic model with a random intercept, maximum likelihood",
    da: "logistisk model med tilfældigt niveau, maksimum likelihood",
  },
  "bootstrap-net-benefit": {
    en: "bootstrap: ratios at which the percentile interval of the net benefit holds 0",
    da: "bootstrap: forhold, hvor nettogevinstens percentilinterval rummer 0",
  },
  "byar": { en: "Byar’s approximation", da: "Byars tilnærmelse" },
  "exact": { en: "exact (Poisson)", da: "eksakt (Poisson)" },
  "dobson": { en: "Dobson, with Byar’s limits", da: "Dobson med Byars grænser" },
  "dobson-exact": { en: "Dobson, with exact limits", da: "Dobson med eksakte grænser" },
  "fay-feuer": { en: "Fay–Feuer (gamma)", da: "Fay–Feuer (gamma)" },
  "overdispersion-winsorized": {
    en: "Spiegelhalter’s overdispersion, extremes brought in on either side",
    da: "Spiegelhalters overspredning, yderpunkter trukket ind i hver side",
  },
  "overdispersion-truncated": {
    en: "Spiegelhalter’s overdispersion, extremes left out on either side",
    da: "Spiegelhalters overspredning, yderpunkter udeladt i hver side",
  },
  "maximum-likelihood": { en: "maximum likelihood", da: "maximum likelihood" },
  "moments": { en: "moments", da: "momenter" },
  "empirical-bayes": {
    en: "empirical Bayes with a beta distribution of the rates",
    da: "empirisk Bayes med en betafordeling af raterne",
  },
  "posterior-ranks": {
    en: "ranks of draws from what is known of each",
    da: "placeringer i trækninger fra det, der vides om hver",
  },
  "individuals-chart": {
    en: "individual values and moving ranges (XmR, Wheeler)",
    da: "enkeltværdier og glidende spændvidder (XmR, Wheeler)",
  },
};

/** A code in words; a code without words stands for itself. */
export function nameOf(names: Readonly<Record<string, Wording>>, code: string, language: Language): string {
  return names[code]?.[language] ?? code;
}
