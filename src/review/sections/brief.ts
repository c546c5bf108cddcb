import { comparedSentences, positionSentences } from "../../benchmark/index.js";
import { mayBeSome, SUPPRESSED, sumShown, type Publishable } from "../../core/index.js";
import { formatDate, formatKroner, type Block, type Language, type Table } from "../../display/index.js";
import {
  readableComparisons,
  targetLead,
  verdictSentence,
  type PublishableEffect,
} from "../../effects/index.js";
import type { Criterion } from "../../outcomes/index.js";
import { costSentence, unstatedOf } from "../../settlement/index.js";
import { hasNoCourse, manyUnreported } from "../facts/unreported.js";
import { referencesTo } from "../numbers/references.js";
import { effectPicture } from "../pictures.js";
import { criterionName, criterionOf, primaryEffect } from "../read.js";
import type { Deviation, EditionData } from "../types.js";
import { sureLines } from "./sure.js";
import { frequencySentence, sentenceCase } from "../words/frequency.js";
import { BRIEF_WORDS, type BriefWords } from "../words/brief.js";
import { conclusionText } from "../words/conclusion.js";
import { noticeText } from "../words/notices.js";
import { SETTLEMENT_SECTION_WORDS } from "../words/settlement.js";
import { UNREPORTED_WORDS } from "../words/unreported.js";
import { comparedInText, targetsWithheldText, withheldText } from "../words/withheld.js";

/** Page one: the question, what success is, the verdict, the picture, how sure, pending, cost, cluster, what deviates. */
export function briefSection(data: EditionData, language: Language): readonly Block[] {
  const words = BRIEF_WORDS[language];
  const effect = primaryEffect(data);
  return [
    { block: "heading", level: 1, text: data.title[language] },
    {
      block: "paragraph",
      style: "small",
      text: words.editions[data.audience](formatDate(data.asOf, { language }), data.minimumCount),
      references: referencesTo(data, "edition"),
    },
    ...(data.simulated ? [{ block: "note" as const, tone: "warning" as const, text: words.simulated }] : []),
    { block: "heading", level: 2, text: words.heading, id: "brief" },
    { block: "paragraph", text: data.question[language] },
    ...(data.standIn === null ? [] : [{ block: "paragraph" as const, text: data.standIn[language] }]),
    ...(effect === undefined
      ? []
      : [{ block: "paragraph" as const, text: meaningText(data, effect, language) }]),
    ...(effect === undefined ? [] : verdictBlocks(data, effect, language)),
    keyPoints(data, effect, language),
  ];
}

/** What counts as success, beside the question, which may be about something else. */
function meaningText(data: EditionData, { criterion }: PublishableEffect, language: Language): string {
  const words = BRIEF_WORDS[language];
  const counted = criterionOf(data, criterion);
  const isOfSupport = counted !== undefined && counted.states === undefined;
  const name = criterionName(data, criterion)[language];
  const meaning =
    counted !== undefined && endsAfterCourse(counted)
      ? words.successAfterCourse(name, data.longestCourse[language])
      : words.success(name);
  return isOfSupport ? `${meaning} ${words.notWork}` : meaning;
}

/** Whether the contract's window ends so long after the course, whenever that ends. */
function endsAfterCourse({ window }: Criterion): boolean {
  return window.anchor === "course-end" || (window.anchor === "course" && window.plus !== undefined);
}

/** What a difference can be ascribed to, where there is one; what it can't tell. */
function limitsText(
  { draw }: EditionData,
  effect: PublishableEffect | undefined,
  language: Language,
): string {
  const { ascribed, offered } = BRIEF_WORDS[language];
  const isConcluded = effect?.verdicts.some(({ code }) => CONCLUDED.has(code)) ?? false;
  const to = ascribed[draw.design === "alternation" ? "alternation" : "draw"];
  return isConcluded ? `${to} ${offered}` : offered;
}

const CONCLUDED: ReadonlySet<PublishableEffect["verdicts"][number]["code"]> = new Set([
  "better",
  "worse",
  "not-worse",
]);

function verdictBlocks(data: EditionData, effect: PublishableEffect, language: Language): Block[] {
  const compared = readableComparisons(effect);
  const leads = effect.verdicts.map((verdict, index): Block => {
    const isOnly = compared.length === 1 && compared[0]?.arm === verdict.arm;
    const frequency = isOnly ? frequencySentence(effect, [verdict.arm, verdict.reference], language) : "";
    const text = `${conclusionText(data, effect, verdict, language)} ${frequency}`.trimEnd();
    const isLast = index === effect.verdicts.length - 1;
    return {
      block: "paragraph",
      style: "lead",
      text,
      references: isLast ? referencesTo(data, "verdict") : [],
    };
  });
  const last = comparedInText(data, language);
  const arms = [...new Set(compared.flatMap(({ arm, reference }) => [reference, arm]))];
  const frequencies = compared.length > 1 ? frequencySentence(effect, arms, language) : "";
  return [
    ...leads,
    ...(frequencies === "" ? [] : [{ block: "paragraph" as const, text: frequencies }]),
    ...(last === undefined ? [] : [{ block: "paragraph" as const, text: last }]),
    ...(compared.length === 0 ? [] : [effectPicture(effect, language)]),
  ];
}

/** What else a reader of page one alone must know, a line each. */
function keyPoints(data: EditionData, effect: PublishableEffect | undefined, language: Language): Table {
  const words = BRIEF_WORDS[language];
  const points: (readonly [keyof BriefWords["points"], readonly string[]])[] = [
    ["sure", sureLines(data, effect, language)],
    ["pending", effect === undefined ? [] : [words.pending(...pendingCounts(data, effect))]],
    ["cost", costs(data, effect, language)],
    ["cluster", clusterSentences(data, language)],
    ["targets", targets(data, language)],
    ["beside", [...new Set(besideIt(data, language))]],
    ["data", dataInDoubt(data, language)],
    ["deviations", deviations(data, language)],
    ["limits", [limitsText(data, effect, language)]],
  ];
  const told = points.filter(([, lines]) => lines.length > 0);
  return {
    block: "table",
    id: "table-key-points",
    caption: words.caption,
    columns: [{ heading: words.columns[0] }, { heading: words.columns[1] }],
    rows: told.map(([point, lines]) => [words.points[point], lines.join("\n")]),
    references: told.map(([point]) => referencesTo(data, point)),
  };
}

function clusterSentences({ benchmark, withheld }: EditionData, language: Language): readonly string[] {
  if (benchmark === null)
    return [withheldText("benchmark", withheld, language) ?? BRIEF_WORDS[language].noBenchmark];
  return [positionSentences(benchmark, language).join(" "), comparedSentences(benchmark, language)];
}

/** What was paid for, as far as anyone stated it, and what an additional success cost. */
function costs(
  data: EditionData,
  effect: PublishableEffect | undefined,
  language: Language,
): readonly string[] {
  const { statement, costs: told, withheld } = data;
  const words = SETTLEMENT_SECTION_WORDS[language];
  const hidden = (["settlement", "costs"] as const).flatMap(
    (part) => withheldText(part, withheld, language) ?? [],
  );
  if (statement === null) return hidden.length === 0 ? [words.none] : hidden;
  const paid = statement.totals.flatMap(({ arm, name, total }) => {
    const unstated = unstatedOf(statement, arm);
    if (unstated === "all") return words.nothingStated(name);
    if (total === 0 && hasNoCourse(data, arm)) return UNREPORTED_WORDS[language].noCourse(name);
    if (total === SUPPRESSED) return [];
    const unreported = manyUnreported(data, arm);
    return [
      words.paid[unstated ?? "stated"](name, formatKroner(total, { language })),
      unreported === undefined ? [] : UNREPORTED_WORDS[language].someCourses(unreported),
    ]
      .flat()
      .join(" ");
  });
  // The verdict above tells by how much the arms differ in successes.
  const verdicts = effect === undefined ? [] : readableComparisons(effect);
  const compared =
    told === null
      ? []
      : told.comparisons.map((comparison) => {
          const verdict = verdicts.find(({ arm }) => arm === comparison.arm);
          return costSentence(told, comparison, language, verdict?.difference);
        });
  return [paid.join(" "), ...hidden, ...compared].filter((line) => line !== "");
}

/** What makes the data themselves doubtful. */
const DOUBTS: ReadonlySet<string> = new Set(["register-behind", "delivered-by-no-arm"]);

/** What a reader of page one must not miss of the files. */
function dataInDoubt({ notices }: EditionData, language: Language): readonly string[] {
  return notices.filter(({ code }) => DOUBTS.has(code)).map((notice) => noticeText(notice, language));
}

function deviations(data: EditionData, language: Language): readonly string[] {
  if (data.deviations.length === 0) return [BRIEF_WORDS[language].noDeviation];
  return data.deviations.map((deviation) => deviationText(deviation, language));
}

/** Citizens not yet mature, and mature citizens whose outcome isn't known, over all arms, of those who can be compared. */
function pendingCounts(
  data: EditionData,
  effect: PublishableEffect,
): [pending: Publishable<number>, unknown: Publishable<number>, citizens: Publishable<number>] {
  const sum = (...parts: readonly ("mature" | "pending" | "unknown")[]): Publishable<number> =>
    sumShown(effect.rates.flatMap(({ counts }) => parts.map((part) => counts[part])));
  const isEveryone = effect.rates.every(({ counts }) => !mayBeSome(counts.excluded));
  return [sum("pending"), sum("unknown"), isEveryone ? data.flow.citizens : sum("mature", "pending")];
}

/** How the units stand beside the targets that were agreed. */
function targets(data: EditionData, language: Language): readonly string[] {
  const { targets: told } = data;
  const hidden = targetsWithheldText(data, language);
  return [
    ...(told === null ? [] : told.met.map((met) => targetLead(met, told, language))),
    ...(hidden === undefined ? [] : [hidden]),
  ];
}

/** The measures that the protocol wants shown beside the deciding one; of those too early only that they are. */
function besideIt(data: EditionData, language: Language): readonly string[] {
  return data.effects
    .filter((effect) => !effect.primary)
    .map((effect) => {
      const name = sentenceCase(criterionName(data, effect.criterion)[language]);
      const sentences = effect.verdicts.map((verdict) =>
        verdict.code === "too-early"
          ? BRIEF_WORDS[language].early
          : verdictSentence(effect, verdict, language),
      );
      return `${name}: ${[...new Set(sentences)].join(" ")}`;
    });
}

/** One deviation in words. */
function deviationText(deviation: Deviation, language: Language): string {
  const isDate = deviation.code === "reviewed-later" || deviation.code === "reviewed-earlier";
  const shown = (value: string): string => (isDate ? formatDate(value, { language }) : value);
  return BRIEF_WORDS[language].deviations[deviation.code](shown(deviation.planned), shown(deviation.actual));
}
