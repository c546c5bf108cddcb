import type { Notice } from "../core/index.js";
import { formatCounted, formatDate, type Language } from "../display/index.js";

interface NoticeFacts {
  readonly arm: string;
  readonly criterion: string;
  readonly degree: string;
  readonly term: string;
  /** Names that a notice gives, as a list. */
  readonly names: string;
  readonly day: (fact: string) => string;
  readonly counted: (fact: string, one: string, many: string) => string;
}

type Sentences = Readonly<Record<string, (facts: NoticeFacts) => string>>;

/** What is missing of the terms, by the name of the term. */
const MISSING: Readonly<Record<Language, Sentences>> = {
  da: {
    "all": ({ arm }) => `${arm}: der er ingen betalingsvilkår.`,
    "base": ({ arm }) =>
      `${arm}: der er intet grundbeløb oplyst; det er overladt til tilbuddet og er ikke medregnet.`,
    "bonus": ({ arm, criterion }) => `${arm}: der er ingen bonus for succeskriteriet »${criterion}«.`,
    "degree": ({ arm, criterion, degree }) =>
      `${arm}: graden »${degree}« af succeskriteriet »${criterion}« har ingen egen takst; den afregnes med den fulde bonus.`,
    "extension": ({ arm }) =>
      `${arm}: det er ikke aftalt, om uger ud over den fastsatte forløbslængde betales; de afregnes som de øvrige.`,
    "contract-end": ({ arm }) =>
      `${arm}: kontraktens sidste dag er ikke oplyst; garantibeløb afregnes til opgørelsesdatoen.`,
    "expired": ({ arm }) =>
      `${arm}: det er ikke aftalt, om grundbeløbet bortfalder, når perioden udløber uden resultat; det afregnes.`,
    "referred-again": ({ arm }) =>
      `${arm}: det er ikke aftalt, om en borger, der visiteres igen, kan udløse bonus igen; grundbeløb betales for hver visitering, bonus efter den første.`,
    "each-or-once": ({ arm }) =>
      `${arm}: det er ikke aftalt, om bonus betales ved hvert målepunkt eller kun én gang; den afregnes ved hvert.`,
    "relapse": ({ arm }) =>
      `${arm}: der er ikke aftalt tilbagebetaling ved tilbagefald; intet kræves tilbage.`,
    "vat": ({ arm }) => `${arm}: moms er ikke nævnt; beløbene er uden moms.`,
  },
  en: {
    "all": ({ arm }) => `${arm}: there are no payment terms.`,
    "base": ({ arm }) => `${arm}: there is no base payment stated; it is left to the bid and isn't included.`,
    "bonus": ({ arm, criterion }) => `${arm}: there is no bonus for the criterion “${criterion}”.`,
    "degree": ({ arm, criterion, degree }) =>
      `${arm}: the degree “${degree}” of the criterion “${criterion}” has no rate of its own; it is paid the full bonus.`,
    "extension": ({ arm }) =>
      `${arm}: whether weeks beyond the stated length of a course are paid isn't agreed; they are paid as the others.`,
    "contract-end": ({ arm }) =>
      `${arm}: the last day of the contract isn't stated; minimums are made up until the date of the statement.`,
    "expired": ({ arm }) =>
      `${arm}: whether the base payment is lost when the period runs out without a result isn't agreed; it is paid.`,
    "referred-again": ({ arm }) =>
      `${arm}: whether a citizen who is referred again can bring another bonus isn't agreed; the base is paid for each referral, bonuses go by the first.`,
    "each-or-once": ({ arm }) =>
      `${arm}: whether bonuses are paid at each measuring point or only once isn't agreed; they are paid at each.`,
    "relapse": ({ arm }) => `${arm}: no repayment on relapse is agreed; nothing is taken back.`,
    "vat": ({ arm }) => `${arm}: VAT isn't mentioned; the amounts are without it.`,
  },
};

const FOUND: Readonly<Record<Language, Sentences>> = {
  da: {
    "further-referrals-without-bonus": ({ arm, counted }) =>
      `${arm}: ${counted("count", "visitering", "visiteringer")} af borgere, der var visiteret før, giver ingen bonus: bonus følger borgerens første visitering og betales én gang.`,
    "payable-unstated": ({ criterion }) =>
      `»${criterion}«: det er ikke aftalt, hvornår bonussen forfalder; den afregnes den dag, succesen ligger fast.`,
    "spells-taken-as-open": ({ counted, day }) =>
      `${counted("spells", "periode uden slutdato er regnet", "perioder uden slutdato er regnet")} som løbende til og med ${day("observedUntil")}. Rækker udtrækket ikke så langt, kan bonus være beregnet forkert.`,
    "delivered-by-another": ({ arm, counted }) =>
      `${arm}: ${counted("count", "forløb", "forløb")} er leveret af en anden. Afregningen følger fordelingen; det bør kontrolleres.`,
    "course-not-reported": ({ arm, counted }) =>
      `${arm}: for ${counted("count", "visitering", "visiteringer")} er intet forløb indberettet. De giver hverken grundbeløb efter forløb eller bonus efter forløb; kontrollér, om der mangler rækker.`,
    "course-end-missing": ({ arm, counted }) =>
      `${arm}: ${counted("count", "forløb", "forløb")} har ingen slutdato og har varet længere, end et forløb må. ${counted("weeks", "uge", "uger")} ud over det længste tilladte forløb er ikke afregnet; det bør kontrolleres.`,
    "start-before-referral": ({ arm, counted }) =>
      `${arm}: ${counted("count", "forløb", "forløb")} begyndte før visiteringen. Uger, der begyndte før den, er ikke afregnet; det bør kontrolleres.`,
    "term-without-base": ({ arm, term }) =>
      term === "lateStart"
        ? `${arm}: der er aftalt fradrag for sen start, men intet grundbeløb; fradraget afregnes fuldt ud.`
        : `${arm}: det er aftalt, hvornår grundbeløbet bortfalder, men der er intet grundbeløb; vilkåret har ingen virkning.`,
    "deliverer-unknown": ({ arm, counted, names }) =>
      `${arm}: ${counted("count", "forløb", "forløb")} er leveret af nogen, der ikke er en enhed i protokollen (${names}); det bør kontrolleres.`,
    "start-missing": ({ arm, counted }) =>
      `${arm}: ${counted("count", "forløb", "forløb")} har ingen startdato og derfor intet grundbeløb; det bør kontrolleres.`,
    "team-names-alike": ({ arm, counted }) =>
      `${arm}: ${counted("count", "hold", "hold")} har navne, der kun adskiller sig ved store bogstaver eller mellemrum, og er afregnet hver for sig; det bør kontrolleres.`,
    "outside-contract": ({ arm, counted }) =>
      `${arm}: ${counted("count", "linje", "linjer")} er fra før kontraktens første dag eller for visiteringer efter dens sidste og er afregnet alligevel; det bør kontrolleres.`,
    "team-missing": ({ arm, counted }) =>
      `${arm}: ${counted("count", "forløb", "forløb")} er ikke knyttet til et hold og indgår derfor ikke i grundbeløbet; det bør kontrolleres.`,
  },
  en: {
    "further-referrals-without-bonus": ({ arm, counted }) =>
      `${arm}: ${counted("count", "referral of a citizen who had been referred before brings", "referrals of citizens who had been referred before bring")} no bonus: bonuses go by a citizen's first referral, once.`,
    "payable-unstated": ({ criterion }) =>
      `“${criterion}”: when the bonus falls due isn't agreed; it is settled on the day that made the success certain.`,
    "spells-taken-as-open": ({ counted, day }) =>
      `${counted("spells", "spell without a last day is", "spells without a last day are")} taken to go on up to ${day("observedUntil")}. If the extract doesn't reach that far, bonuses may be wrong.`,
    "delivered-by-another": ({ arm, counted }) =>
      `${arm}: ${counted("count", "course was", "courses were")} delivered by another. The lines follow the allocation; look into it.`,
    "course-not-reported": ({ arm, counted }) =>
      `${arm}: no course is reported for ${counted("count", "referral", "referrals")}. They bring neither a base by course nor a bonus by course; look into whether rows are missing.`,
    "course-end-missing": ({ arm, counted }) =>
      `${arm}: ${counted("count", "course has", "courses have")} no last day and lasted for longer than a course may. ${counted("weeks", "week", "weeks")} beyond the longest permitted course aren't paid; look into it.`,
    "start-before-referral": ({ arm, counted }) =>
      `${arm}: ${counted("count", "course", "courses")} began before the referral. Weeks that began before it aren't paid; look into it.`,
    "term-without-base": ({ arm, term }) =>
      term === "lateStart"
        ? `${arm}: a deduction for late starts is agreed, but no base payment; it is taken off in full.`
        : `${arm}: it is agreed when the base payment is lost, but there is no base payment; the term does nothing.`,
    "deliverer-unknown": ({ arm, counted, names }) =>
      `${arm}: ${counted("count", "course was", "courses were")} delivered by someone who is no arm of the protocol (${names}); look into it.`,
    "start-missing": ({ arm, counted }) =>
      `${arm}: ${counted("count", "course has", "courses have")} no starting date and therefore no base payment; look into it.`,
    "team-names-alike": ({ arm, counted }) =>
      `${arm}: ${counted("count", "team has a name", "teams have names")} that differ in capitals or spaces only, and are settled apart; look into it.`,
    "outside-contract": ({ arm, counted }) =>
      `${arm}: ${counted("count", "line is", "lines are")} from before the contract's first day, or of referrals after its last, and settled all the same; look into it.`,
    "team-missing": ({ arm, counted }) =>
      `${arm}: ${counted("count", "course belongs", "courses belong")} to no team, and nothing is paid for them; look into it.`,
  },
};

/**
 * A notice of a statement, or of what its terms leave open, as a sentence; the arms by the names that `nameOf`
 * knows. A notice of another kind is its code.
 *
 * @example
 * describeStatementNotice({ code: "term-missing", severity: "info", arm: "supplier", term: "vat" }, { language: "en", nameOf });
 * // "The supplier: VAT isn't mentioned; the amounts are without it."
 */
export function describeStatementNotice(
  notice: Notice,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (arm: string) => string },
): string {
  const text = (fact: string): string => String(notice[fact] ?? "");
  const sentence =
    notice.code === "term-missing" ? MISSING[language][text("term")] : FOUND[language][notice.code];
  const facts: NoticeFacts = {
    arm: nameOf(text("arm")),
    criterion: text("criterion"),
    degree: text("degree"),
    term: text("term"),
    names: Array.isArray(notice["names"]) ? notice["names"].join(", ") : "",
    day: (fact) => formatDate(text(fact), { language }),
    counted: (fact, one, many) => {
      const value = notice[fact];
      return formatCounted(typeof value === "number" ? value : null, [one, many], { language });
    },
  };
  return sentence?.(facts) ?? notice.code;
}
