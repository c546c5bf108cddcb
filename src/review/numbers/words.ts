import { formatDate } from "../../display/index.js";
import type { Showable } from "../../core/index.js";
import type { Wording } from "../../outcomes/index.js";
import type { NumberRows } from "./types.js";

/** The name of a number of one arm, and of one of two arms that are compared. */
type OfArm = (name: string | Wording) => Wording;
type OfPair = (arm: string, reference: string) => Wording;

const both = (da: string, en: string): Wording => ({ da, en });
const of =
  (da: string, en: string): OfArm =>
  (name) => {
    const { da: inDanish, en: inEnglish } = typeof name === "string" ? both(name, name) : name;
    return both(`${da}, ${inDanish}`, `${en}, ${inEnglish}`);
  };
const between =
  (da: string, en: string): OfPair =>
  (arm, reference) =>
    both(`${da}, ${arm} mod ${reference}`, `${en}, ${arm} against ${reference}`);

type Plain =
  | "minimumCount"
  | "referrals"
  | "citizens"
  | "referredAgain"
  | "sampleRatio"
  | "allMature"
  | "allPending"
  | "allUnknown"
  | "margin"
  | "minimum"
  | "readings"
  | "clusterTotal"
  | "benchmarkMinimum"
  | "clusterRate"
  | "peers"
  | "expectedPayments"
  | "targets"
  | "allArms";
type Armed =
  | "allocated"
  | "rate"
  | "contractRate"
  | "mature"
  | "pending"
  | "unknown"
  | "ratio"
  | "expected"
  | "benchmarkMature"
  | "withoutBase"
  | "costPerSuccess";
type Paired =
  | "difference"
  | "pValue"
  | "randomization"
  | "otherReadings"
  | "leftOut"
  | "leftOutOf"
  | "costDifference"
  | "costRatio";

interface Names extends Readonly<Record<Plain, Wording> & Record<Armed, OfArm> & Record<Paired, OfPair>> {
  readonly settlement: Readonly<Record<"base" | "bonus" | "adjustments" | "total" | "vat", OfArm>>;
  readonly met: Readonly<Record<"reached" | "not-reached" | "undecided" | "too-few", OfArm>>;
  readonly targetShare: (number: Showable) => Wording;
  readonly targetRate: (number: Showable) => OfArm;
}

interface Rules extends Readonly<
  Record<"edition" | "protocol" | "allocation" | "readings" | "targets", Wording>
> {
  readonly outcome: (criterion: Wording, through: string) => Wording;
  readonly contract: (criterion: Wording) => Wording;
  readonly cluster: (criterion: Wording) => Wording;
  readonly settlement: (terms: Wording) => Wording;
  readonly costs: (criterion: Wording, terms: Wording) => Wording;
}

/** What a number is, in words; which criterion it is by, its rule says. */
export const NAMES: Names = {
  minimumCount: both("Grænse for små antal", "Limit for small counts"),
  referrals: both("Visiteringer", "Referrals"),
  citizens: both("Visiterede borgere", "Citizens referred"),
  referredAgain: both("Visiteringer efter den første", "Referrals after the first"),
  allocated: of("Fordelt", "Allocated"),
  sampleRatio: both(
    "Antal mod fordelingens sandsynligheder, p-værdi",
    "Numbers against the allocation’s probabilities, p-value",
  ),
  rate: of("Succesrate", "Success rate"),
  contractRate: of("Succesrate efter kontrakten", "Success rate by the contract"),
  mature: of("Fulgt længe nok", "Followed for long enough"),
  pending: of("Endnu ikke målt", "Pending"),
  unknown: of("Ukendt udfald", "Unknown outcome"),
  allMature: both(
    "Fulgt længe nok eller endnu ikke målt, i alt",
    "Followed for long enough or pending, in all",
  ),
  allPending: both("Endnu ikke målt, i alt", "Pending, in all"),
  allUnknown: both("Ukendt udfald, i alt", "Unknown outcome, in all"),
  difference: between("Forskel i succesrate", "Difference in success rate"),
  pValue: between("Forskel i succesrate, p-værdi", "Difference in success rate, p-value"),
  randomization: between("Test ud fra lodtrækningen alene, p-værdi", "Test from the draw alone, p-value"),
  margin: both("Aftalt margen", "Agreed margin"),
  minimum: both(
    "Mindste antal fulgt længe nok hos hver enhed",
    "Fewest followed for long enough in each unit",
  ),
  leftOut: between(
    "Kendte udfald, der ikke indgår i forskellen",
    "Known outcomes left out of the difference",
  ),
  leftOutOf: between(
    "Kendte udfald, forskellen kunne hvile på",
    "Known outcomes that the difference could rest on",
  ),
  readings: both("Læsninger af kriteriet, der er prøvet", "Readings of the criterion that were tried"),
  otherReadings: between(
    "Læsninger, der fører til en anden konklusion",
    "Readings that lead to another conclusion",
  ),
  ratio: of("Observeret i forhold til forventet", "Observed over expected"),
  expected: of("Forventet antal succeser", "Expected successes"),
  benchmarkMature: of("Måleperioden udløbet", "Window closed"),
  clusterTotal: both("Borgere i sammenligningskommunerne", "Citizens in the comparable municipalities"),
  benchmarkMinimum: both(
    "Mindste antal for at holde op mod kommuner",
    "Fewest to hold against municipalities",
  ),
  clusterRate: both("Succesrate i sammenligningskommunerne", "Success rate in the comparable municipalities"),
  peers: both("Andre kommuner", "Other municipalities"),
  settlement: {
    base: of("Grundbeløb", "Base payment"),
    bonus: of("Resultatafhængig bonus", "Result bonus"),
    adjustments: of("Fradrag, loft og garantibeløb", "Deductions, caps and minimums"),
    total: of("Til afregning i alt", "Total due"),
    vat: of("Hertil moms", "VAT on top"),
  },
  withoutBase: of(
    "Til afregning uden grundbeløb, som ikke er oplyst",
    "Due without the base payment, which isn’t stated",
  ),
  costDifference: between(
    "Forskel i omkostning pr. visiteret borger",
    "Difference in cost per referred citizen",
  ),
  costRatio: between("Forholdet mellem forskellene, pr. succes", "Ratio of the differences, per success"),
  costPerSuccess: of("Omkostning pr. succes", "Cost per success"),
  expectedPayments: both("Forventes endnu betalt", "Still expected to be paid"),
  targets: both("Aftalte mål", "Agreed targets"),
  met: {
    "reached": of("Mål nået", "Targets reached"),
    "not-reached": of("Mål ikke nået", "Targets not reached"),
    "undecided": of("Mål, der ikke kan afgøres", "Targets that can’t be decided"),
    "too-few": of("Mål med for få kendte udfald", "Targets with too few known outcomes"),
  },
  targetShare: (number) => both(`Mål ${number}`, `Target ${number}`),
  targetRate: (number) => of(`Succesrate, mål ${number}`, `Success rate, target ${number}`),
  allArms: both("alle enheder", "all units"),
};

/** By which rule it was decided what counts. */
export const RULES: Rules = {
  edition: both(
    "protokollens grænse for det, der offentliggøres",
    "the protocol’s limit for what is published",
  ),
  protocol: both("som aftalt før den første visitering", "as agreed before the first referral"),
  allocation: both(
    "borgerens første visitering, i den enhed, som fordelingen gav",
    "the citizen’s first referral, in the unit that the allocation gave",
  ),
  outcome: (criterion, through) =>
    both(
      `${criterion.da}; målt fra visiteringen, visiteret senest ${formatDate(through, { language: "da" })}`,
      `${criterion.en}; measured from the referral, referred by ${formatDate(through, { language: "en" })}`,
    ),
  contract: (criterion) =>
    both(`${criterion.da}; som kontrakten måler`, `${criterion.en}; as the contract measures`),
  readings: both(
    "det afgørende kriterium i andre læsninger; målt fra visiteringen",
    "the deciding criterion by other readings; measured from the referral",
  ),
  cluster: (criterion) =>
    both(
      `${criterion.da}; kommunernes tal efter deres egen kilde`,
      `${criterion.en}; the municipalities’ figures by their own source`,
    ),
  settlement: (terms) =>
    both(`${terms.da}; succes, som kontrakten måler`, `${terms.en}; success as the contract measures`),
  costs: (criterion, terms) =>
    both(
      `${criterion.da}; målt fra visiteringen; ${terms.da}`,
      `${criterion.en}; measured from the referral; ${terms.en}`,
    ),
  targets: both(
    "målenes egne kriterier og grupper; målt fra visiteringen",
    "the targets’ own criteria and groups; measured from the referral",
  ),
};

/** How a number was come by, where no method of estimates or tests made it. */
export const METHODS: Readonly<Record<string, Wording>> = {
  "counted": both("optalt", "counted"),
  "settled": both("beregnet linje for linje", "computed line by line"),
  "agreed": both("aftalt", "agreed"),
  "costs-within-blocks": both(
    "forskelle i gennemsnit inden for fordelingens blokke, vægtet efter blokkenes borgere; Students t",
    "differences in means within the blocks of the allocation, weighted by the blocks’ citizens; Student’s t",
  ),
  "expected-by-cluster": both(
    "en typisk kommunes rate hos enhedens borgere",
    "a typical municipality’s rate with the unit’s citizens",
  ),
  "sample-ratio": both(
    "antal mod fordelingens sandsynligheder",
    "numbers against the allocation’s probabilities",
  ),
  "square-and-add": both(
    "forholdet mellem observeret og forventet, med overspredning",
    "ratio of observed to expected, with overdispersion",
  ),
};

/** What rows are of. */
export const COUNTED: Readonly<Record<NumberRows["what"], Wording>> = {
  "citizens": both("borgere", "citizens"),
  "units-drawn": both("fordelte", "allocated"),
  "lines": both("linjer", "lines"),
  "municipalities": both("kommuner", "municipalities"),
};
