import type { Language } from "../display/index.js";
import type { AnalysisSet, Destination } from "../outcomes/index.js";
import type { SensitivityCode } from "./types.js";

interface DetailWords {
  readonly exits: {
    readonly heading: string;
    readonly text: string;
    readonly caption: string;
    readonly where: string;
    readonly successes: string;
    readonly others: string;
    readonly destinations: Readonly<Record<Destination, string>>;
  };
  readonly sets: {
    readonly heading: string;
    readonly text: string;
    readonly caption: string;
    readonly columns: readonly [
      set: string,
      arm: string,
      citizens: string,
      success: string,
      known: string,
      rate: string,
    ];
    readonly names: Readonly<Record<AnalysisSet, string>>;
  };
  readonly sensitivity: {
    readonly heading: string;
    readonly text: string;
    readonly caption: (comparison: string) => string;
    readonly columns: (interval: string) => readonly string[];
    readonly decides: (analysis: string) => string;
    readonly analyses: Readonly<Record<SensitivityCode, string>>;
    /** What stands under the table, where it has these rows. */
    readonly remarks: Readonly<Partial<Record<SensitivityCode, string>>>;
  };
  readonly subgroups: {
    readonly heading: string;
    readonly text: string;
    readonly caption: (comparison: string) => string;
    readonly columns: (arm: string, reference: string, interval: string) => readonly string[];
    readonly count: (events: string, total: string) => string;
    readonly interaction: (factor: string, p: string, adjusted: string) => string;
    readonly noInteraction: (factor: string) => string;
  };
  readonly balance: {
    readonly heading: string;
    readonly text: string;
    readonly caption: (comparison: string) => string;
    readonly columns: (arm: string, reference: string, interval: string) => readonly string[];
    readonly names: Readonly<Record<string, string>>;
    readonly category: (column: string, category: string) => string;
  };
}

/** The words of what stands beside the deciding comparison. */
export const DETAIL_WORDS: Readonly<Record<Language, DetailWords>> = {
  da: {
    exits: {
      heading: "Borgernes situation på den afgørende dag",
      text: "At være uden kommunal forsørgelse er ikke det samme som at være i arbejde. Tabellen viser situationen for de borgere, der er fulgt længe nok: for dem, der opnåede succes, den dag kriteriet blev opfyldt; for de øvrige måleperiodens sidste dag.",
      caption: "Borgere fulgt længe nok, efter situation på den afgørende dag",
      where: "Situation",
      successes: "succes",
      others: "ikke succes",
      destinations: {
        "ordinary-work": "Ordinært arbejde",
        "education": "Ordinær uddannelse",
        "subsidized-work": "Støttet arbejde og fleksjob",
        "municipal-support": "Kommunal forsørgelse",
        "other-support": "Anden forsørgelse",
        "own-means": "Egne midler (ingen registrering)",
        "not-observed": "Ikke observeret (et register når ikke frem til dagen)",
        "gone": "Død, udvandret, fraflyttet eller pensioneret",
      },
    },
    sets: {
      heading: "Alle visiterede, påbegyndte og gennemførte",
      text: "Kun blandt alle visiterede er enhederne sammenlignelige, for det er dem, fordelingen gælder. Hvem der begynder og gennemfører et forløb, afhænger selv af enheden; de to andre succesrater viser, hvordan det gik dem, ikke hvilken enhed der klarer sig bedst.",
      caption: "Succesrater efter, hvem der regnes med, målt fra visiteringen",
      columns: [
        "Hvem",
        "Enhed",
        "Fulgt længe nok",
        "Succes",
        "Kendt udfald",
        "Succesrate (konfidensinterval)",
      ],
      names: { allocated: "Alle visiterede", started: "Påbegyndte", completed: "Gennemførte" },
    },
    sensitivity: {
      heading: "Holder resultatet, hvis det regnes på en anden måde?",
      text: "Den første række er den, der afgør. De andre besvarer det samme spørgsmål på andre måder og afgør intet: peger de i samme retning, skyldes retningen ikke valget af metode.",
      caption: (comparison) => `Forskel i succesrate, i procentpoint, efter analyse: ${comparison}`,
      columns: (interval) => ["Analyse", "Borgere", "Forskel", interval, "p-værdi"],
      decides: (analysis) => `${analysis} – afgør`,
      analyses: {
        "unadjusted": "uden hensyn til fordelingens blokke",
        "stratified": "inden for fordelingens blokke (Mantel-Haenszel)",
        "weighted": "vægtet efter hver borgers sandsynlighed (Hájek)",
        "households": "inden for fordelingens blokke, husstand for husstand",
        "regression-adjusted": "justeret for det, man vidste før fordelingen (Lin)",
        "exact": "uden model, alene ud fra lodtrækningen",
        "per-protocol": "kun dem, der begyndte et forløb i den enhed, de blev fordelt til",
        "compliers": "blandt dem, der følger fordelingen (CACE)",
        "unknown-as-failures": "ukendte udfald regnet som ikke succes",
        "unknown-worst": "ukendte udfald i værste fald for forskellen",
        "unknown-best": "ukendte udfald i bedste fald for forskellen",
        "unknown-lee": "ukendte udfald trimmet (Lee)",
      },
      remarks: {
        "per-protocol":
          "Hvem der begynder et forløb, bestemmes ikke af fordelingen: rækken med dem, der begyndte, er ikke længere en sammenligning af alle, der blev fordelt.",
        "compliers":
          "Rækken om dem, der følger fordelingen, forudsætter, at fordelingen kun betyder noget gennem det forløb, man begynder på, og at ingen gør det modsatte af det, fordelingen gav.",
        "unknown-lee":
          "Lees yderpunkter forudsætter, at fordelingen kun kan gøre det mere eller kun mindre sandsynligt, at udfaldet kendes.",
      },
    },
    subgroups: {
      heading: "Er forskellen den samme for alle grupper?",
      text: "En forskel, der kun ses i én gruppe, kan være tilfældig. Det er testen af, om grupperne er forskellige, der tæller, ikke om intervallet i en enkelt gruppe udelukker nul.",
      caption: (comparison) => `Forskel i succesrate, i procentpoint, efter gruppe: ${comparison}`,
      columns: (arm, reference, interval) => ["Gruppe", arm, reference, "Forskel", interval],
      count: (events, total) => `${events} af ${total}`,
      interaction: (factor, p, adjusted) =>
        `Om forskellen afhænger af ${factor}: ${p}; justeret for antallet af test (Holm): ${adjusted}.`,
      noInteraction: (factor) => `Om forskellen afhænger af ${factor}, kan ikke testes.`,
    },
    balance: {
      heading: "Var borgerne ens før fordelingen?",
      text: "Fordelingen skal gøre grupperne ens i det lange løb, men gør det ikke nødvendigvis på et enkelt år. Standardiserede forskelle under 0,1 er små.",
      caption: (comparison) => `Borgerne i sammenligningen, som de var før fordelingen: ${comparison}`,
      columns: (arm, reference, interval) => ["", arm, reference, "Standardiseret forskel", interval],
      names: {
        "supported-days": "Dage med kommunal forsørgelse i året før visiteringen",
        "employed-days": "Dage i ordinært arbejde i året før visiteringen",
      },
      category: (column, category) => `${column}: ${category}`,
    },
  },
  en: {
    exits: {
      heading: "The citizens' situation on the deciding day",
      text: "To be without municipal support is not the same as to be in work. The table shows the situation of the citizens followed for long enough: for those who succeeded, on the day the criterion was met; for the others, on the last day of the follow-up.",
      caption: "Citizens followed long enough, by situation on the deciding day",
      where: "Situation",
      successes: "success",
      others: "no success",
      destinations: {
        "ordinary-work": "Ordinary work",
        "education": "Ordinary education",
        "subsidized-work": "Subsidized work and fleksjob",
        "municipal-support": "Municipal support",
        "other-support": "Other support",
        "own-means": "Own means (nothing recorded)",
        "not-observed": "Not observed (a register doesn't reach the day)",
        "gone": "Dead, emigrated, moved away or pensioned",
      },
    },
    sets: {
      heading: "All referred, started and completed",
      text: "The units are comparable only among all referred, for it is they who were allocated. Who starts and who completes a course depends itself on the unit; the other two rates show how those citizens fared, not which unit does better.",
      caption: "Success rates by who is counted, measured from the referral",
      columns: [
        "Who",
        "Unit",
        "Followed long enough",
        "Success",
        "Known outcome",
        "Success rate (confidence interval)",
      ],
      names: { allocated: "All referred", started: "Started", completed: "Completed" },
    },
    sensitivity: {
      heading: "Does the result hold if it is computed in another way?",
      text: "The first row is the one that decides. The others answer the same question in other ways and decide nothing: where they point the same way, the direction isn't owed to the choice of method.",
      caption: (comparison) => `Difference in success rate, in percentage points, by analysis: ${comparison}`,
      columns: (interval) => ["Analysis", "Citizens", "Difference", interval, "p-value"],
      decides: (analysis) => `${analysis} – decides`,
      analyses: {
        "unadjusted": "without regard to the blocks of the allocation",
        "stratified": "within the blocks of the allocation (Mantel-Haenszel)",
        "weighted": "weighted by each citizen's probability (Hájek)",
        "households": "within the blocks of the allocation, household by household",
        "regression-adjusted": "adjusted for what was known before the allocation (Lin)",
        "exact": "without a model, from the draw alone",
        "per-protocol": "only those who began a course in the unit they were allocated to",
        "compliers": "among those who follow the allocation (CACE)",
        "unknown-as-failures": "unknown outcomes counted as no success",
        "unknown-worst": "unknown outcomes at their worst for the difference",
        "unknown-best": "unknown outcomes at their best for the difference",
        "unknown-lee": "unknown outcomes trimmed (Lee)",
      },
      remarks: {
        "per-protocol":
          "Who begins a course isn't decided by the allocation: the row of those who began no longer compares everyone who was allocated.",
        "compliers":
          "The row of those who follow the allocation assumes that the allocation acts only through the course that is begun, and that no one does the opposite of what it gave.",
        "unknown-lee":
          "Lee's bounds assume that the allocation can only make it more likely, or only less likely, that an outcome is known.",
      },
    },
    subgroups: {
      heading: "Is the difference the same for all groups?",
      text: "A difference that shows in one group only may be chance. What counts is the test of whether the groups differ, not whether the interval of a single group excludes zero.",
      caption: (comparison) => `Difference in success rate, in percentage points, by group: ${comparison}`,
      columns: (arm, reference, interval) => ["Group", arm, reference, "Difference", interval],
      count: (events, total) => `${events} of ${total}`,
      interaction: (factor, p, adjusted) =>
        `Whether the difference depends on ${factor}: ${p}; adjusted for the number of tests (Holm): ${adjusted}.`,
      noInteraction: (factor) => `Whether the difference depends on ${factor} can't be tested.`,
    },
    balance: {
      heading: "Were the citizens alike before the allocation?",
      text: "The allocation makes the groups alike in the long run, but not necessarily in a single year. Standardized differences below 0.1 are small.",
      caption: (comparison) =>
        `The citizens of the comparison as they were before the allocation: ${comparison}`,
      columns: (arm, reference, interval) => ["", arm, reference, "Standardized difference", interval],
      names: {
        "supported-days": "Days of municipal support in the year before the referral",
        "employed-days": "Days of ordinary work in the year before the referral",
      },
      category: (column, category) => `${column}: ${category}`,
    },
  },
};
