import { sum as sumOf } from "d3-array";
import {
  ABSENT,
  formatCount,
  formatDate,
  formatKroner,
  formatLevel,
  type Block,
  type Face,
  type Language,
  type Row,
  type Table,
} from "../display/index.js";
import type { ExpectedAmount, ExpectedPaymentsData, OpenAmount, PaymentInterval } from "./liabilityTypes.js";
import { describeLiabilityNotice, describeTerms, LIABILITY_WORDS } from "./liabilityWords.js";
import { nameOfMonth } from "./shortDates.js";

/** Where so much of what is undecided can't be estimated, the expectation of the rest isn't what is expected. */
const MOSTLY = 0.9;

/** How expected payments show themselves: the sum, then by bonus and by month. */
export const expectedPaymentsFace: Face<ExpectedPaymentsData> = {
  blocks: expectedPaymentsBlocks,
  rows: expectedPaymentsRows,
};

/** The sum in sentences, then the tables. */
export function expectedPaymentsBlocks(payments: ExpectedPaymentsData, language: Language): readonly Block[] {
  const { bonuses, notices } = payments;
  const nameOf = (arm: string): string => bonuses.find((bonus) => bonus.arm === arm)?.name ?? arm;
  const criterionOf = (criterion: string): string =>
    bonuses.find((bonus) => bonus.criterion === criterion)?.criterionName[language] ?? criterion;
  return [
    ...sentences(payments, language),
    { block: "paragraph", style: "small", text: LIABILITY_WORDS[language].reading },
    bonusTable(payments, language),
    ...(payments.total.months.length === 0 ? [] : [monthTable(payments, language)]),
    ...notices.map((notice): Block => {
      const text = describeLiabilityNotice(notice, { language, nameOf, criterionOf });
      return { block: "note", tone: notice.severity, text };
    }),
  ];
}

function sentences(
  { total, asOf, level, notices }: ExpectedPaymentsData,
  language: Language,
): readonly Block[] {
  const words = LIABILITY_WORDS[language];
  const date = formatDate(asOf, { language });
  if (total.worst === 0) return [{ block: "paragraph", style: "lead", text: words.nothing(date) }];
  const { amount } = total.notEstimable;
  if (total.best === total.worst) {
    return [{ block: "paragraph", style: "lead", text: words.certain(date, kroner(total.best, language)) }];
  }
  const isTooEarly = amount > 0 && amount >= MOSTLY * (total.worst - total.best);
  const lead = isTooEarly
    ? words.tooEarly(date, kroner(amount, language), kroner(total.worst, language))
    : words.lead({
        asOf: date,
        expected: kroner(total.expected, language),
        interval: total.interval === null ? undefined : intervalText(total.interval, language),
        level: formatLevel(level, { language }),
      });
  const left = [...new Set(notices.flatMap(({ terms }) => (Array.isArray(terms) ? terms.map(String) : [])))];
  const bounds = words.bounds(
    kroner(total.best, language),
    kroner(total.worst, language),
    left.length === 0 ? undefined : describeTerms(left, language),
  );
  return [
    { block: "paragraph", style: "lead", text: lead },
    { block: "paragraph", text: bounds },
  ];
}

function bonusTable({ bonuses, total, level }: ExpectedPaymentsData, language: Language): Table {
  const words = LIABILITY_WORDS[language];
  const count = (value: number): string => formatCount(value, { language });
  const amounts = (open: OpenAmount): readonly string[] => [
    kroner(open.best, language),
    kroner(open.expected, language),
    intervalText(open.interval, language),
    kroner(open.worst, language),
    kroner(open.notEstimable.amount, language),
  ];
  const sum = (of: "pending" | "unknown"): number => bonuses.reduce((all, bonus) => all + bonus[of], 0);
  return {
    block: "table",
    caption: words.bonuses.caption,
    columns: words.bonuses.columns(formatLevel(level, { language })).map((heading, index) => ({
      heading,
      align: index < 2 ? "left" : "right",
    })),
    rows: [
      ...bonuses.map((bonus) => [
        bonus.name,
        bonus.criterionName[language],
        count(bonus.pending),
        count(bonus.unknown),
        ...amounts(bonus),
      ]),
      ...(bonuses.length > 1
        ? [[words.total, "", count(sum("pending")), count(sum("unknown")), ...amounts(total)]]
        : []),
    ],
  };
}

function monthTable({ bonuses, total, level }: ExpectedPaymentsData, language: Language): Table {
  const words = LIABILITY_WORDS[language];
  const arms = [...new Set(bonuses.map(({ arm }) => arm))];
  const shown = arms.length > 1 ? arms : [];
  const names = shown.map((arm) => bonuses.find((bonus) => bonus.arm === arm)?.name ?? arm);
  const row = (heading: string, of: (open: OpenAmount) => ExpectedAmount | undefined): readonly string[] => {
    const all = of(total);
    return [
      heading,
      kroner(all?.certain ?? 0, language),
      ...shown.map((arm) => {
        const own = bonuses.filter((bonus) => bonus.arm === arm);
        return kroner(
          own.reduce((sum, bonus) => sum + (of(bonus)?.expected ?? 0), 0),
          language,
        );
      }),
      kroner(all?.expected ?? 0, language),
      intervalText(all?.interval ?? null, language),
    ];
  };
  return {
    block: "table",
    caption: words.months.caption,
    columns: words.months.columns(names, formatLevel(level, { language })).map((heading, index) => ({
      heading,
      align: index === 0 ? "left" : "right",
    })),
    rows: [
      ...total.months.map(({ month }, index) =>
        row(nameOfMonth(month, language), (open) => open.months[index]),
      ),
      ...(total.later.expected > 0 || (total.later.interval?.upper ?? 0) > 0
        ? [row(words.later, (open) => open.later)]
        : []),
      row(words.total, (open) => open),
    ],
  };
}

function intervalText(interval: PaymentInterval | null, language: Language): string {
  if (interval === null) return ABSENT;
  const { lower, upper } = interval;
  return LIABILITY_WORDS[language].between(kroner(lower, language), kroner(upper, language));
}

/** Expectations are of whole kroner: what stands behind the decimal sign is never paid. */
function kroner(amount: number, language: Language): string {
  return formatKroner(Math.round(amount / 100) * 100, { language });
}

/** Each bonus and their sum: in all, by month, and later. */
function expectedPaymentsRows({ bonuses, total }: ExpectedPaymentsData): readonly Row[] {
  return [
    ...bonuses.flatMap((bonus) =>
      rowsOf(bonus, {
        arm: bonus.arm,
        term: bonus.term,
        criterion: bonus.criterion,
        pending: bonus.pending,
        unknown: bonus.unknown,
      }),
    ),
    ...rowsOf(total, {
      arm: null,
      term: null,
      criterion: null,
      pending: sumOf(bonuses, ({ pending }) => pending),
      unknown: sumOf(bonuses, ({ unknown }) => unknown),
    }),
  ];
}

function rowsOf(open: OpenAmount, about: Row): readonly Row[] {
  const row = (part: string, month: string | null, amount: ExpectedAmount): Row => ({
    ...about,
    part,
    month,
    certain: amount.certain,
    expected: amount.expected,
    lower: amount.interval?.lower ?? null,
    upper: amount.interval?.upper ?? null,
    best: part === "all" ? open.best : null,
    worst: part === "all" ? open.worst : null,
    notEstimable: part === "all" ? open.notEstimable.amount : null,
  });
  return [
    row("all", null, open),
    ...open.months.map((month) => row("month", month.month, month)),
    row("later", null, open.later),
  ];
}
