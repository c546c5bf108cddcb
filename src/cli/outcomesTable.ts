import { formatCount, formatDate, writeText, type Language } from "../display/index.js";
import type { Anchor, Outcomes, OutcomeStatus } from "../outcomes/index.js";

const STATUSES: readonly OutcomeStatus[] = ["success", "failure", "pending", "unknown"];
const ANCHORS: readonly Anchor[] = ["referral", "contract"];

interface Words {
  readonly arm: string;
  readonly statuses: Readonly<Record<OutcomeStatus, string>>;
  readonly anchors: Readonly<Record<Anchor, string>>;
  readonly asOf: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    arm: "Enhed",
    statuses: { success: "Succes", failure: "Ikke succes", pending: "Endnu ikke målt", unknown: "Ukendt" },
    anchors: { referral: "målt fra visiteringen", contract: "målt som i kontrakten" },
    asOf: "opgjort pr.",
  },
  en: {
    arm: "Arm",
    statuses: { success: "Success", failure: "Failure", pending: "Not yet measured", unknown: "Unknown" },
    anchors: { referral: "measured from the referral", contract: "measured as the contract says" },
    asOf: "as of",
  },
};

/** How many of each arm have which outcome, a table for each criterion and anchor. */
export function outcomesTable(outcomes: Outcomes, language: Language): string {
  const words = WORDS[language];
  const { criteria, arms } = outcomes.protocol;
  const tables = criteria.flatMap(({ id, name }) =>
    ANCHORS.map((anchor) => ({
      block: "table" as const,
      caption: `${name[language]}, ${words.anchors[anchor]}, ${words.asOf} ${formatDate(outcomes.asOf, { language })}`,
      columns: [
        { heading: words.arm },
        ...STATUSES.map((status) => ({ heading: words.statuses[status], align: "right" as const })),
      ],
      rows: arms.map((arm) => [arm.name, ...countsOf(outcomes, id, anchor, arm.id, language)]),
    })),
  );
  return `${writeText(tables, { language })}\n`;
}

function countsOf(
  outcomes: Outcomes,
  criterion: string,
  anchor: Anchor,
  arm: string,
  language: Language,
): readonly string[] {
  const own = outcomes.by(criterion, anchor).filter((outcome) => outcome.arm === arm);
  return STATUSES.map((status) =>
    formatCount(own.filter((outcome) => outcome.status === status).length, { language }),
  );
}
