import {
  formatDate,
  formatKroner,
  formatNumber,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import { spanInWords, tellOutcome } from "../outcomes/index.js";
import { EXPLAIN_WORDS } from "./explainWords.js";
import type { AmountStep, LineItemStoryData, LineRule } from "./explainTypes.js";
import { nameOfTerm } from "./termNames.js";
import { SETTLEMENT_WORDS } from "./words.js";

/** How the story of a line shows itself: the line, its rule, the ledger entry, the arithmetic, the outcome. */
export const storyFace: Face<LineItemStoryData> = { blocks: storyBlocks, rows: storyRows };

function storyBlocks(story: LineItemStoryData, language: Language): readonly Block[] {
  const words = EXPLAIN_WORDS[language];
  const { item, name, rule, outcome, steps } = story;
  const kind = SETTLEMENT_WORDS[language].kinds[item.kind];
  const amount = formatKroner(item.amount, { language });
  return [
    {
      block: "paragraph",
      style: "lead",
      text: words.line(name, kind, amount, formatDate(item.date, { language })),
    },
    { block: "paragraph", text: words.rule(ruleText(rule, language), nameOfTerm(item.term, language)) },
    ...entryBlocks(story, language),
    { block: "heading", level: 3, text: words.arithmetic },
    { block: "list", items: steps.map((step) => stepText(step, language)) },
    ...(outcome === undefined
      ? []
      : ([
          { block: "heading", level: 3, text: words.outcome },
          { block: "list", items: tellOutcome(outcome, { language }) },
        ] as const)),
  ];
}

function ruleText(rule: LineRule, language: Language): string {
  const { rules } = EXPLAIN_WORDS[language];
  switch (rule.of) {
    case "base":
      return rule.base.per === "week" ? rules.weeks[rule.base.weeks ?? "begun"] : rules.base[rule.base.per];
    case "late-start":
      return rules.lateStart[rule.lateStart.per](spanInWords(rule.lateStart.within, language));
    case "bonus":
      return rules.bonus(rule.criterion.name[language], rule.criterion.payable ?? "certain");
    case "clawback":
      return rules.clawback(rule.unless.name[language]);
    case "cap":
      return rules.cap(rules.of[rule.cap.of], rules.per[rule.cap.per]);
    case "minimum":
      return rules.minimum(rules.per[rule.minimum.per]);
  }
}

/** The citizen's entry and course; a line of a team names it. */
function entryBlocks({ item, referral, rule }: LineItemStoryData, language: Language): readonly Block[] {
  const words = EXPLAIN_WORDS[language];
  const day = (date: string | undefined): string | undefined =>
    date === undefined ? undefined : formatDate(date, { language });
  const { week, team, degree, sequence } = item;
  const degrees = rule.of === "bonus" ? rule.criterion.degrees : undefined;
  const texts = [
    ...(referral === undefined || sequence === undefined
      ? []
      : [
          words.entry(
            sequence,
            referral.citizen,
            formatDate(referral.referredOn, { language }),
            day(referral.course?.startedOn),
            day(referral.course?.endedOn),
          ),
        ]),
    ...(team === undefined ? [] : [words.team(team)]),
    ...(week === undefined ? [] : [words.week(week)]),
    ...(degree === undefined
      ? []
      : [words.degree(degrees?.find(({ id }) => id === degree)?.name[language] ?? degree)]),
  ];
  return texts.length === 0 ? [] : [{ block: "paragraph", text: texts.join(" ") }];
}

function stepText(
  { step, amount, percent = 0, from, to, times = 1 }: AmountStep,
  language: Language,
): string {
  const day = (date: string | undefined): string | undefined =>
    date === undefined ? undefined : formatDate(date, { language });
  return EXPLAIN_WORDS[language].steps[step]({
    amount: formatKroner(amount, { language }),
    percent: formatNumber(Math.abs(percent), { language, decimals: decimalsOf(percent) }),
    falls: percent < 0,
    from: day(from),
    to: day(to),
    times,
  });
}

/** As many decimals as a percent of the plan is written with. */
function decimalsOf(percent: number): number {
  return [0, 1, 2, 3].find((decimals) => Number(percent.toFixed(decimals)) === percent) ?? 4;
}

/** A row for each step of the arithmetic; amounts in øre. */
function storyRows({ steps }: LineItemStoryData): readonly Row[] {
  return steps.map(({ step, amount, percent, from, to, times }) => ({
    step,
    percent: percent ?? null,
    from: from ?? null,
    to: to ?? null,
    times: times ?? null,
    amount,
  }));
}
