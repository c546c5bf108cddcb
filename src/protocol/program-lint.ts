import { lintPlan } from "../allocation/index.js";
import { requireObject, type Notice } from "../core/index.js";
import { lintCourse, lintCriterion } from "../outcomes/index.js";
import type { Mix, Program, Remark } from "./program-types.js";

/** Parts that a program's text may be silent on, in the order in which one would agree on them. */
const PARTS = [
  "population",
  "arms",
  "allocation",
  "course",
  "criteria",
  "targets",
  "analysis",
  "payment",
  "review",
  "intake",
  "volume",
] as const satisfies readonly (keyof Program)[];

/** What says as much of a part where the text doesn't say it as a protocol would. */
const INSTEAD: Partial<Record<(typeof PARTS)[number], keyof Program>> = {
  targets: "expected",
  payment: "bonuses",
};

/** Without them there is no protocol. */
const REQUIRED: ReadonlySet<string> = new Set([
  "arms",
  "allocation",
  "course",
  "criteria",
  "analysis",
  "review",
]);

/**
 * Names what a program's text leaves open: parts that it doesn't give, what its criteria and course
 * lengths leave open, a mix whose shares aren't 100 %, and what it says ambiguously.
 *
 * @returns `part-unstated` for each absent part with its name in `part`, a caution where a protocol
 *   needs it; `mix-not-whole` with the `sum`; `ambiguous` with the words in `da` and `en`; and the
 *   codes of `lintProtocol` for what is there. {@link describeProgramNotice} puts them in words.
 *
 * @example
 * lintProgram(tenders.silkeborg).some(({ part }) => part === "criteria"); // true
 * @example
 * lintProgram(tenders.odense).find(({ code }) => code === "mix-not-whole")?.sum; // 0.99
 */
export function lintProgram(program: Program): readonly Notice[] {
  requireObject("lintProgram.program", program, {
    expected: "a program, as defineProgram gives it",
    hint: "Write lintProgram(tenders.silkeborg).",
  });
  const { arms, allocation, course, criteria = [], mix = [], open = [] } = program;
  return [
    ...PARTS.filter(
      (part) => program[part] === undefined && program[INSTEAD[part] ?? part] === undefined,
    ).map((part): Notice => ({
      code: "part-unstated",
      severity: REQUIRED.has(part) ? "caution" : "info",
      part,
    })),
    ...(course === undefined ? [] : lintCourse(course)),
    ...criteria.flatMap((criterion) => lintCriterion(criterion, program.states)),
    ...(allocation === undefined
      ? []
      : lintPlan(
          allocation,
          (arms ?? []).map(({ id }) => id),
        )),
    ...mix.flatMap(mixNotices),
    ...open.map(ambiguity),
  ];
}

function mixNotices({ of: group = {}, shares }: Mix): readonly Notice[] {
  // In whole percent, as texts give them: sums of binary fractions miss 1 by a hair.
  const sum = Math.round(shares.reduce((total, { share }) => total + share, 0) * 100) / 100;
  return sum === 1 ? [] : [{ code: "mix-not-whole", severity: "info", sum, group: Object.values(group) }];
}

function ambiguity({ text, source = "" }: Remark): Notice {
  return { code: "ambiguous", severity: "info", da: text.da, en: text.en, source };
}
