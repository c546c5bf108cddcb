import { SUPPRESSED, type Showable, type Suppressed } from "../../core/index.js";
import {
  ABSENT,
  formatCount,
  formatCountInText,
  formatInterval,
  formatKroner,
  formatLevel,
  formatNumber,
  formatPCell,
  formatPercent,
  formatPoints,
  METHOD_NAMES,
  nameOf,
  type Block,
  type Language,
  type Row,
} from "../../display/index.js";
import { reasonText } from "../../inference/index.js";
import type { EditionData } from "../types.js";
import { numbersOfPageOne } from "./references.js";
import { SECTION_WORDS } from "./sectionWords.js";
import type { NumberLimits, NumberRows, ReviewNumber } from "./types.js";
import { COUNTED, METHODS } from "./words.js";

/** Every number of page one: what it is, what it is made of, by which rule and how. */
export function numbersSection(data: EditionData, language: Language): readonly Block[] {
  const told = numbersOfPageOne(data);
  if (told.length === 0) return [];
  const words = SECTION_WORDS[language];
  return [
    { block: "heading", level: 3, text: words.heading, id: "numbers" },
    { block: "paragraph", text: words.text },
    {
      block: "table",
      id: "table-numbers",
      caption: words.caption,
      columns: words.columns.map((heading) => ({ heading })),
      rows: told.map((number) => [
        number.label,
        number.name[language],
        valueText(number, language),
        rowsText(number.rows, data, language),
        `${number.rule[language]}; ${methodText(number, language)}`,
      ]),
      rowIds: told.map(({ id }) => id),
    },
  ];
}

/** All of them as rows, unrounded, in both languages under each other. */
export function numberRows(data: EditionData): readonly Row[] {
  const told = new Set(numbersOfPageOne(data));
  return (["da", "en"] as const).flatMap((language) =>
    data.numbers.map((number) => ({
      language,
      label: number.label,
      id: number.id,
      onPageOne: told.has(number),
      name: number.name[language],
      value: number.value,
      lower: number.limits?.lower ?? null,
      upper: number.limits?.upper ?? null,
      level: number.limits?.level ?? null,
      reason: number.reason,
      unit: number.unit,
      at: placeText(number, language),
      madeOf: rowsText(number.rows, data, language),
      rule: number.rule[language],
      method: methodText(number, language),
      version: number.version,
    })),
  );
}

/** Where a number stands in the JSON, or what is worked out to have it. */
function placeText({ at, how }: ReviewNumber, language: Language): string {
  if (how === "items") return SECTION_WORDS[language].howMany(at.join(" + "));
  return at.join(how === "remainder" ? " - " : " + ");
}

function valueText(number: ReviewNumber, language: Language): string {
  const { value, limits, reason, unit } = number;
  const words = SECTION_WORDS[language];
  const shown = inUnit(number, language);
  if (value === SUPPRESSED) return shown;
  if (limits !== null) return `${shown} (${limitsText(limits, unit, language)})`;
  return reason === null ? shown : `${shown} (${words.reasons[reason] ?? reasonText(reason, language)})`;
}

function inUnit({ value, unit, method }: ReviewNumber, language: Language): string {
  switch (unit) {
    case "proportion":
      return formatPercent(value, { language });
    case "proportion-difference":
      return formatPoints(value, { language });
    case "ratio":
      return formatNumber(value, { language });
    case "p-value":
      return formatPCell(value, { language });
    case "ore":
      return formatKroner(method === "settled" ? value : inKroner(value), { language });
    default:
      return formatCount(value, { language });
  }
}

/** øre as whole kroner: of an estimate, more digits would promise what it doesn't keep. */
function inKroner(value: Showable): Showable {
  return typeof value === "number" ? Math.round(value / 100) * 100 : value;
}

function limitsText({ lower, upper }: NumberLimits, unit: ReviewNumber["unit"], language: Language): string {
  switch (unit) {
    case "proportion":
      return formatInterval({ lower, upper }, { language, unit: "percent" });
    case "proportion-difference":
      return formatInterval({ lower, upper }, { language, unit: "points" });
    case "ore": {
      const inAll = { lower: hundredth(lower), upper: hundredth(upper) };
      return SECTION_WORDS[language].kroner(formatInterval(inAll, { language, decimals: 0 }));
    }
    default:
      return formatInterval({ lower, upper }, { language });
  }
}

function hundredth(limit: number | Suppressed): number | Suppressed {
  return typeof limit === "number" ? limit / 100 : SUPPRESSED;
}

function rowsText(rows: readonly NumberRows[], { arms }: EditionData, language: Language): string {
  if (rows.length === 0) return ABSENT;
  const count = (value: Showable): string => formatCount(value, { language });
  return rows
    .map(({ what, arm, events, total }) => {
      const name = arms.find(({ id }) => id === arm)?.name ?? arm;
      const of =
        events === null
          ? formatCountInText(total, { language })
          : `${count(events)} ${SECTION_WORDS[language].of} ${count(total)}`;
      return [`${of} ${COUNTED[what][language]}`, name ?? []].flat().join(", ");
    })
    .join("\n");
}

function methodText({ method, options }: ReviewNumber, language: Language): string {
  const words = SECTION_WORDS[language];
  const named = nameOf({ ...METHOD_NAMES, ...METHODS }, method, language).replaceAll("–", "-");
  const { level, variance } = options;
  return [
    named,
    ...(typeof variance === "string" ? [words.variances[variance] ?? variance] : []),
    ...(typeof level === "number" ? [words.level(formatLevel(level, { language }))] : []),
  ].join(", ");
}
