import type { Language } from "../../display/index.js";

/** The words of this part of the review, in both languages. */
export interface MethodWords {
  readonly heading: string;
  readonly limits: readonly string[];
  readonly analysis: string;
  /** How the deciding difference and the rates are worked out, by the method of the difference. */
  readonly methods: Readonly<Record<"mantel-haenszel" | "hajek" | "difference-in-means", string>>;
  readonly rates: string;
  readonly optionsCaption: string;
  readonly optionsColumns: readonly string[];
  /** The names of the analysis's options. */
  readonly options: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly asked: string;
  readonly open: string;
  readonly openText: string;
  readonly data: string;
  readonly repeat: string;
  readonly protocol: (digest: string, version: string) => string;
  /** Of a published edition: by the dates of those before it. */
  readonly heldAgainst: (dates: string) => string;
  readonly heldAgainstNone: string;
  readonly command: string;
  readonly sourcesCaption: string;
  readonly sourcesColumns: readonly string[];
  readonly references: string;
}

export const METHOD_WORDS: Readonly<Record<Language, MethodWords>> = {
  da: {
    heading: "Metode og troværdighed",
    limits: [
      "Alle borgere fik tilbudt et forløb. Rapporten viser, hvordan enhederne klarer sig i forhold til hinanden, ikke om et forløb hjælper.",
      "Forløbets længde er selv et resultat af enhedens arbejde. Hvor kontrakten måler fra forløbets afslutning, hviler sammenligningen derfor alligevel på en måleperiode fra visiteringen, som er lige lang for alle.",
      "Begge enheder er målt på de samme registeroplysninger, uanset hvem kontrakten lader måle.",
      "Begge enheders borgere søger de samme job. En del af den enes succes kan være taget fra den andens borgere eller fra borgere uden for konkurrencen.",
      "Sammenligningen med andre kommuner er beskrivende.",
      "Intervallerne gælder én opgørelse. Ser man på tallene flere gange undervejs og standser, når de viser en forskel, finder man tilfældige forskelle oftere, end konfidensniveauet tilsiger.",
    ],
    analysis: "Analysen",
    methods: {
      "mantel-haenszel":
        "Den afgørende forskel er Mantel-Haenszels vægtede risikodifferens over fordelingens blokke med Satos varians og den tilhørende z-test.",
      "hajek":
        "Den afgørende forskel er forskellen mellem enhedernes vægtede andele, hver borger vægtet med den reciprokke værdi af sin egen sandsynlighed i fordelingen (Hájek), med varians inden for fordelingens blokke.",
      "difference-in-means":
        "Den afgørende forskel er gennemsnittet af forskellene i fordelingens blokke, vægtet efter blokkenes størrelse, med varians mellem husstande.",
    },
    rates:
      "Enhedernes succesrater er vist med Wilsons interval. Ukendte udfald indgår ikke i raten; tabellerne viser, hvad de højst kunne ændre.",
    optionsCaption: "Analysens indstillinger, og hvem der har valgt dem",
    optionsColumns: ["Indstilling", "Værdi", "Valgt af"],
    options: {
      primary: "Afgørende kriterium",
      referenceArm: "Enhed, de andre sammenlignes med",
      secondary: "Supplerende kriterier",
      level: "Konfidensniveau",
      margin: "Margen for »ikke dårligere«",
      minimumMature: "Mindste antal fulgt længe nok hos hver enhed",
      subgroups: "Grupper",
      covariates: "Kendetegn, der justeres for",
      criterion: "Kriterium i denne sammenligning",
      replay: "Gentagelser af fordelingen",
      comparisonLevel: "Konfidensniveau for hver sammenligning",
    },
    sources: { given: "protokollen", default: "programmets standard", derived: "følger af de øvrige" },
    asked: "valgt ved opgørelsen",
    open: "Hvad udbuddet lader stå åbent",
    openText: "Hvor udbuddets tekst ikke siger, hvad der gælder, er følgende læsning brugt:",
    data: "Om oplysningerne",
    repeat: "Sådan gentages opgørelsen",
    protocol: (digest, version) =>
      `Protokollens fingeraftryk (SHA-256) er ${digest}. Opgørelsen er lavet med konkurrencemodel ${version}; de samme filer, den samme dato og de samme valg giver den samme rapport, tegn for tegn.`,
    heldAgainst: (dates) =>
      `Udgaven er holdt op mod de tidligere udgaver pr. ${dates}, så skjulte antal ikke kan regnes ud af dem og denne tilsammen. Er andre offentliggjort, er der ikke taget højde for dem.`,
    heldAgainstNone:
      "Udgaven er ikke holdt op mod nogen tidligere udgave. Er der offentliggjort en, kan skjulte antal måske regnes ud af de to tilsammen.",
    command:
      "Rapporten er lavet med denne kommando; af filer, der ligger uden for mappen eller er angivet med fuld sti, vises kun navnet, og nøglen vises ikke:",
    sourcesCaption: "Filer, der indgår",
    sourcesColumns: ["Fil", "Rækker", "SHA-256"],
    references: "Metodernes kilder",
  },
  en: {
    heading: "Method and trust",
    limits: [
      "Everyone was offered a course. The review shows how the units do against each other, not whether a course helps.",
      "The length of a course is itself a result of the unit's work. Where the contract measures from the end of the course, the comparison therefore still rests on a follow-up from the referral that is equally long for all.",
      "Both units are measured from the same register, whoever the contract lets measure.",
      "Both units' citizens look for the same jobs. Part of one unit's success may be taken from the other's citizens or from citizens outside the competition.",
      "The comparison with other municipalities is descriptive.",
      "The intervals hold for a single look. Anyone who looks at the figures several times and stops when they show a difference finds chance differences more often than the confidence level says.",
    ],
    analysis: "The analysis",
    methods: {
      "mantel-haenszel":
        "The deciding difference is the Mantel-Haenszel weighted risk difference over the blocks of the allocation with Sato's variance and its z-test.",
      "hajek":
        "The deciding difference is that of the units' weighted proportions, each citizen weighted by the inverse of the citizen's own probability in the allocation (Hájek), with the variance within the blocks of the allocation.",
      "difference-in-means":
        "The deciding difference is the mean of the differences in the blocks of the allocation, weighted by the blocks' size, with the variance between households.",
    },
    rates:
      "The units' success rates are shown with Wilson's interval. Unknown outcomes are not in the rate; the tables show the most that they could change.",
    optionsCaption: "The settings of the analysis, and who chose them",
    optionsColumns: ["Setting", "Value", "Chosen by"],
    options: {
      primary: "Deciding criterion",
      referenceArm: "Unit that the others are compared with",
      secondary: "Further criteria",
      level: "Confidence level",
      margin: "Margin for “not worse”",
      minimumMature: "Fewest followed for long enough in each unit",
      subgroups: "Groups",
      covariates: "Characteristics adjusted for",
      criterion: "Criterion of this comparison",
      replay: "Replays of the allocation",
      comparisonLevel: "Confidence level of each comparison",
    },
    sources: { given: "the protocol", default: "the program's default", derived: "follows from the others" },
    asked: "chosen for the review",
    open: "What the tender leaves open",
    openText: "Where the tender's text doesn't say what applies, the following reading was used:",
    data: "About the data",
    repeat: "How to reproduce this review",
    protocol: (digest, version) =>
      `The protocol's fingerprint (SHA-256) is ${digest}. The review was made with konkurrencemodel ${version}; the same files, the same date and the same choices give the same review, byte for byte.`,
    heldAgainst: (dates) =>
      `The edition was held against the earlier editions as of ${dates}, so that hidden counts can't be worked out from them and this one together. Any others that were published have not been taken into account.`,
    heldAgainstNone:
      "The edition was held against no earlier edition. If one was published, hidden counts may be worked out from the two together.",
    command:
      "The review was made with this command; of files outside the folder, or given by their full path, only the names are shown, and the key is not:",
    sourcesCaption: "Files that went in",
    sourcesColumns: ["File", "Rows", "SHA-256"],
    references: "Sources of the methods",
  },
};
