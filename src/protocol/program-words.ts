import { requireObject, type Notice } from "../core/index.js";
import { formatPercent, languageAsked, type Language } from "../display/index.js";
import type { Wording } from "../outcomes/index.js";

const PARTS: Readonly<Record<string, Wording>> = {
  population: { da: "hvem det er for", en: "who it is for" },
  arms: { da: "hvilke enheder der leverer", en: "which units deliver" },
  allocation: { da: "hvordan borgerne fordeles mellem enhederne", en: "how citizens are allocated to units" },
  course: { da: "hvor længe et forløb må vare", en: "how long a course may be" },
  criteria: { da: "hvilken regel succes måles efter", en: "by which rule success is measured" },
  targets: { da: "hvor stor en andel der skal nå målet", en: "what share is to succeed" },
  analysis: { da: "hvordan resultaterne sammenlignes", en: "how results are compared" },
  payment: { da: "hvad der betales for hvad", en: "what is paid for what" },
  review: { da: "hvad der skal evalueres, og hvornår", en: "what is to be reviewed, and when" },
  intake: { da: "hvordan borgerne optages", en: "how citizens come in" },
  volume: { da: "hvor mange borgere det drejer sig om", en: "how many citizens there are" },
};

/**
 * A notice of {@link lintProgram} as a sentence, in Danish or English.
 *
 * @returns The sentence; undefined for a code that is a protocol's too.
 *
 * @example
 * describeProgramNotice(lintProgram(tenders.silkeborg)[0], { language: "en" }); // "The text doesn't say which units deliver."
 * @example
 * describeProgramNotice({ code: "no-margin", severity: "info" }, { language: "en" }); // undefined
 */
export function describeProgramNotice(
  notice: Notice,
  options: { readonly language: Language },
): string | undefined {
  requireObject("describeProgramNotice.notice", notice, { expected: "a notice of lintProgram" });
  const language = languageAsked("describeProgramNotice", options);
  switch (notice.code) {
    case "part-unstated": {
      const part = PARTS[String(notice["part"])]?.[language] ?? String(notice["part"]);
      return language === "da" ? `Teksten siger ikke, ${part}.` : `The text doesn't say ${part}.`;
    }
    case "mix-not-whole": {
      const sum = formatPercent(Number(notice["sum"]), { language, decimals: 0 });
      const group = [notice["group"]].flat().join(", ");
      const of = group === "" ? "" : ` (${group})`;
      return language === "da"
        ? `Fordelingen${of} giver tilsammen ${sum} og ikke 100.`
        : `The mix${of} adds up to ${sum}, not to 100.`;
    }
    case "ambiguous": {
      const source = notice["source"] === "" ? "" : ` (${String(notice["source"])})`;
      return `${String(notice[language])}${source}`;
    }
    default:
      return undefined;
  }
}
