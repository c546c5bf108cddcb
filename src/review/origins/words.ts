import type { Language } from "../../display/index.js";
import type { OriginFacts } from "./facts.js";

/** Where the numbers of a place come from: what they are counted of, by which rule, and how. */
export interface Origin {
  readonly rows: string;
  readonly rule: string;
  readonly method: string;
}

type Told = (facts: OriginFacts) => Origin;

interface OriginWords {
  readonly heading: string;
  readonly text: (version: string) => string;
  readonly caption: string;
  readonly columns: readonly [what: string, rows: string, rule: string, method: string];
  /** By the address of the heading that a table or a figure stands under. */
  readonly places: Readonly<Record<string, Told>>;
  /** Under the heading of a criterion. */
  readonly criterion: Told;
  /** Anywhere else. */
  readonly other: Told;
}

const DA: OriginWords = {
  heading: "Bilag: hvor tallene kommer fra",
  text: (version) =>
    `Hver tabel og figur har et nummer. Her står, hvilke oplysninger den er lavet af, efter hvilken regel og hvordan. Alle er lavet med konkurrencemodel ${version} af de filer, der står under »Sådan gentages opgørelsen«, og med de valg, der står under »Analysen«. Hvor rapporten er skrevet til en mappe, ligger tallene uafrundet i »tables« og figurerne i »figures«; »tables/origins.csv« siger, hvilken fil der hører til hvilket nummer.`,
  caption: "Tabeller og figurer og deres grundlag",
  columns: ["Tabel eller figur", "Lavet af", "Regel", "Sådan"],
  places: {
    "brief": ({ known, mature, criterion, through, level, method }) => ({
      rows: `${known} borgere med kendt udfald af ${mature} fulgt længe nok`,
      rule: `${criterion}; målt fra visiteringen, visiteret senest ${through}`,
      method: `som i afsnittene nedenfor; ${method}, niveau ${level}`,
    }),
    "chance": ({ referrals, citizens }) => ({
      rows: `${referrals} visiteringer af ${citizens} borgere i fordelingsprotokollen, og deres forløb`,
      rule: "borgerens første visitering, i den enhed, som fordelingen gav",
      method: "optælling",
    }),
    "balance": ({ mature, level }) => ({
      rows: `${mature} borgere fulgt længe nok`,
      rule: "det, man vidste før fordelingen",
      method: `forskel inden for fordelingens blokke, delt med standardafvigelsen; niveau ${level}`,
    }),
    "time": ({ citizens, criterion, level }) => ({
      rows: `${citizens} borgere, hver fulgt fra visiteringen`,
      rule: `${criterion}; målt fra visiteringen`,
      method: `Aalen-Johansen; niveau ${level}`,
    }),
    "months": ({ citizens, criterion }) => ({
      rows: `${citizens} borgere efter visiteringsmåned`,
      rule: `${criterion}; målt fra visiteringen`,
      method: "optælling",
    }),
    "ratings": ({ level }) => ({
      rows: "svar og klager indtil opgørelsesdatoen",
      rule: "borgerens seneste svar, i den enhed, som fordelingen gav",
      method: `gennemsnit, Welchs t-test, Byars interval; niveau ${level}`,
    }),
    "targets": ({ citizens, level }) => ({
      rows: `${citizens} borgere, også dem, fordelingen ikke placerede`,
      rule: "målenes egne kriterier og grupper; målt fra visiteringen, og som kontrakten måler",
      method: `andele med Wilsons interval; niveau ${level}`,
    }),
    "exits": ({ known, criterion }) => ({
      rows: `${known} borgere med kendt udfald`,
      rule: `${criterion}; situationen den dag, kriteriet blev opfyldt, eller måleperiodens sidste`,
      method: "optælling",
    }),
    "analysis-sets": ({ mature, criterion, level }) => ({
      rows: `${mature} borgere fulgt længe nok`,
      rule: `${criterion}; målt fra visiteringen`,
      method: `andele med Wilsons interval; niveau ${level}`,
    }),
    "sensitivity": ({ mature, criterion, level }) => ({
      rows: `${mature} borgere fulgt længe nok; hver række siger, hvor mange den bruger`,
      rule: `${criterion}; målt fra visiteringen`,
      method: `den metode, som rækken nævner; niveau ${level}`,
    }),
    "readings": ({ citizens, method, level }) => ({
      rows: `${citizens} borgere, målt igen ved hver læsning`,
      rule: "det afgørende kriterium i andre læsninger; målt fra visiteringen, i parentes som kontrakten måler",
      method: `${method}; niveau ${level}`,
    }),
    "subgroups": ({ known, criterion, method, level }) => ({
      rows: `${known} borgere med kendt udfald`,
      rule: `${criterion}; målt fra visiteringen`,
      method: `${method} i hver gruppe; Cochrans test, justeret efter Holm; niveau ${level}`,
    }),
    "cluster": ({ known, municipalities, criterion, level }) => ({
      rows: `${known} borgere med kendt udfald; ${municipalities} andre kommuners tal`,
      rule: `${criterion}; kommunernes tal efter deres egen kilde`,
      method: `forholdet mellem observeret og forventet, med overspredning; tilfældige effekter; niveau ${level}`,
    }),
    "trend": () => ({
      rows: "kommunernes tal for hver periode",
      rule: "kildens egen definition",
      method: "indeks; kontrolgrænser for enkeltværdier (XmR)",
    }),
    "settlement": ({ referrals, terms }) => ({
      rows: `${referrals} visiteringer og deres forløb og udfald`,
      rule: `${terms}; succes, som kontrakten måler`,
      method: "beregnet linje for linje",
    }),
    "expected-payments": ({ terms }) => ({
      rows: "borgere, hvis bonus ikke er afgjort",
      rule: terms,
      method: "skønnet af de borgere, hvis bonus er afgjort",
    }),
    "claims": ({ terms }) => ({
      rows: "leverandørens krav og opgørelsens linjer",
      rule: `${terms}; succes efter registeret`,
      method: "krav og linjer parret efter borger, post og dato",
    }),
    "reported": () => ({
      rows: "leverandørens indberetninger og registerets udfald",
      rule: "kriteriet, som kontrakten måler",
      method: "optalt borger for borger",
    }),
    "costs": ({ mature, criterion, level }) => ({
      rows: `${mature} borgere fulgt længe nok, og opgørelsens linjer`,
      rule: `${criterion}; målt fra visiteringen`,
      method: `forskelle inden for fordelingens blokke; Fieller og gentagne udtrækninger; niveau ${level}`,
    }),
    "missing": ({ mature, criterion }) => ({
      rows: `${mature} borgere fulgt længe nok`,
      rule: `${criterion}; målt fra visiteringen`,
      method: "optælling",
    }),
    "analysis": () => ({
      rows: "protokollen",
      rule: "som aftalt før den første visitering",
      method: "gengivet",
    }),
    "repeat": () => ({
      rows: "filerne selv",
      rule: "som de blev givet",
      method: "rækker talt, fingeraftryk taget (SHA-256)",
    }),
  },
  criterion: ({ mature, known, criterion, through, level, method }) => ({
    rows: `${known} borgere med kendt udfald af ${mature} fulgt længe nok; i tabellen over kontraktens tal alle, hvis måleperiode er udløbet`,
    rule: `${criterion}; målt fra visiteringen, visiteret senest ${through}; kontraktens tal, som kontrakten måler`,
    method: `andele med Wilsons interval; forskel: ${method}; niveau ${level}`,
  }),
  other: () => ({ rows: "–", rule: "–", method: "–" }),
};

const EN: OriginWords = {
  heading: "Appendix: where the numbers come from",
  text: (version) =>
    `Every table and figure has a number. This appendix tells which data each is made of, by which rule and how. All were made with konkurrencemodel ${version} of the files listed under “How to reproduce this review”, with the choices listed under “The analysis”. Where the review was written to a folder, the numbers stand unrounded in “tables” and the figures in “figures”; “tables/origins.csv” tells which file belongs to which number.`,
  caption: "Tables and figures and what they rest on",
  columns: ["Table or figure", "Made of", "Rule", "How"],
  places: {
    "brief": ({ known, mature, criterion, through, level, method }) => ({
      rows: `${known} citizens with a known outcome of ${mature} followed for long enough`,
      rule: `${criterion}; measured from the referral, referred by ${through}`,
      method: `as in the sections below; ${method}, level ${level}`,
    }),
    "chance": ({ referrals, citizens }) => ({
      rows: `${referrals} referrals of ${citizens} citizens in the ledger, and their courses`,
      rule: "the citizen's first referral, in the unit that the allocation gave",
      method: "counted",
    }),
    "balance": ({ mature, level }) => ({
      rows: `${mature} citizens followed for long enough`,
      rule: "what was known before the allocation",
      method: `difference within the blocks of the allocation over the standard deviation; level ${level}`,
    }),
    "time": ({ citizens, criterion, level }) => ({
      rows: `${citizens} citizens, each followed from the referral`,
      rule: `${criterion}; measured from the referral`,
      method: `Aalen-Johansen; level ${level}`,
    }),
    "months": ({ citizens, criterion }) => ({
      rows: `${citizens} citizens by month of referral`,
      rule: `${criterion}; measured from the referral`,
      method: "counted",
    }),
    "ratings": ({ level }) => ({
      rows: "answers and complaints up to the date of the review",
      rule: "the citizen's last answer, in the unit that the allocation gave",
      method: `means, Welch's t-test, Byar's interval; level ${level}`,
    }),
    "targets": ({ citizens, level }) => ({
      rows: `${citizens} citizens, those whom the allocation didn't place among them`,
      rule: "the targets' own criteria and groups; measured from the referral, and as the contract measures",
      method: `shares with Wilson's interval; level ${level}`,
    }),
    "exits": ({ known, criterion }) => ({
      rows: `${known} citizens with a known outcome`,
      rule: `${criterion}; the situation on the day on which the criterion was met, or on the last of the follow-up`,
      method: "counted",
    }),
    "analysis-sets": ({ mature, criterion, level }) => ({
      rows: `${mature} citizens followed for long enough`,
      rule: `${criterion}; measured from the referral`,
      method: `shares with Wilson's interval; level ${level}`,
    }),
    "sensitivity": ({ mature, criterion, level }) => ({
      rows: `${mature} citizens followed for long enough; each row says how many it uses`,
      rule: `${criterion}; measured from the referral`,
      method: `the method that the row names; level ${level}`,
    }),
    "readings": ({ citizens, method, level }) => ({
      rows: `${citizens} citizens, measured again by each reading`,
      rule: "the deciding criterion by other readings; measured from the referral, in brackets as the contract measures",
      method: `${method}; level ${level}`,
    }),
    "subgroups": ({ known, criterion, method, level }) => ({
      rows: `${known} citizens with a known outcome`,
      rule: `${criterion}; measured from the referral`,
      method: `${method} in each group; Cochran's test, adjusted by Holm; level ${level}`,
    }),
    "cluster": ({ known, municipalities, criterion, level }) => ({
      rows: `${known} citizens with a known outcome; the figures of ${municipalities} other municipalities`,
      rule: `${criterion}; the municipalities' figures by their own source`,
      method: `ratio of observed to expected, with overdispersion; random effects; level ${level}`,
    }),
    "trend": () => ({
      rows: "the municipalities' figures of each period",
      rule: "the source's own definition",
      method: "index; limits of individual values (XmR)",
    }),
    "settlement": ({ referrals, terms }) => ({
      rows: `${referrals} referrals and their courses and outcomes`,
      rule: `${terms}; success as the contract measures`,
      method: "computed line by line",
    }),
    "expected-payments": ({ terms }) => ({
      rows: "citizens whose bonus isn't decided",
      rule: terms,
      method: "estimated from those whose bonus is decided",
    }),
    "claims": ({ terms }) => ({
      rows: "the supplier's claims and the lines of the statement",
      rule: `${terms}; success by the register`,
      method: "claims and lines paired by citizen, item and date",
    }),
    "reported": () => ({
      rows: "the supplier's reports and the register's outcomes",
      rule: "the criterion as the contract measures",
      method: "counted citizen by citizen",
    }),
    "costs": ({ mature, criterion, level }) => ({
      rows: `${mature} citizens followed for long enough, and the lines of the statement`,
      rule: `${criterion}; measured from the referral`,
      method: `differences within the blocks of the allocation; Fieller and resampling; level ${level}`,
    }),
    "missing": ({ mature, criterion }) => ({
      rows: `${mature} citizens followed for long enough`,
      rule: `${criterion}; measured from the referral`,
      method: "counted",
    }),
    "analysis": () => ({
      rows: "the protocol",
      rule: "as agreed before the first referral",
      method: "as given",
    }),
    "repeat": () => ({
      rows: "the files themselves",
      rule: "as they were given",
      method: "rows counted, fingerprints taken (SHA-256)",
    }),
  },
  criterion: ({ mature, known, criterion, through, level, method }) => ({
    rows: `${known} citizens with a known outcome of ${mature} followed for long enough; in the table of the contract's figures all whose window has closed`,
    rule: `${criterion}; measured from the referral, referred by ${through}; the contract's figures as the contract measures`,
    method: `shares with Wilson's interval; difference: ${method}; level ${level}`,
  }),
  other: () => ({ rows: "–", rule: "–", method: "–" }),
};

/** The words of the appendix. */
export const ORIGIN_WORDS: Readonly<Record<Language, OriginWords>> = { da: DA, en: EN };
