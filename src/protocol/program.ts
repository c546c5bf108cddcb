import { requireObject } from "../core/index.js";
import { contradictionsOf, duplicate, repeated, undefinedName, type Contradiction } from "./checks.js";
import { checkedDocument, type DocumentKind } from "./document.js";
import { programSchema } from "./program-schema.js";
import type { AgreementParts, Program } from "./program-types.js";
import { defineProtocol } from "./protocol.js";
import { planIssuesOf } from "./schema.js";
import type { Protocol, ProtocolDocument } from "./types.js";

const programKind: DocumentKind<Program> = {
  noun: "program",
  schema: programSchema,
  planIssues: (value) => (hasPlan(value) ? planIssuesOf(value) : []),
  contradictions: (program, ofPlan) => [...contradictionsOf(program, ofPlan), ...checkBonuses(program)],
};

function hasPlan(value: unknown): boolean {
  return typeof value === "object" && value !== null && "allocation" in value;
}

/**
 * Checks what a text gives of a program and gives it back as a frozen value. Everything but its head
 * may be absent, where the text is silent: see {@link lintProgram}.
 *
 * @param value `format`, `id`, `name`, `source` and `municipality`; any part of a protocol; and what
 *   only a program has: `population`, `intake`, `volume`, `mix`, `counts`, `expected`, `bonuses`
 *   (in øre), `aims`, `open`. Shares are proportions, 0.65 for 65 %.
 * @throws CompetitionError `impossible-program` with every issue, as {@link defineProtocol} has them.
 *
 * @example
 * defineProgram({ ...tenders.odenseJobs, municipality: "Kolding" }).targets?.length; // 5
 * @example
 * // The least that a program is.
 * defineProgram({
 *   format: "konkurrencemodel-program/1",
 *   id: "buffer",
 *   name: { da: "Buffer", en: "Buffer" },
 *   source: "notat",
 *   municipality: "Slagelse",
 * }).criteria; // undefined
 */
export function defineProgram(value: Program): Program {
  return checkedDocument(programKind, value, "program");
}

function checkBonuses({ bonuses = [], criteria = [] }: Program): Contradiction[] {
  const ids = criteria.map(({ id }) => id);
  return [
    ...bonuses.flatMap(({ criterion, degree }, index) => {
      const degrees = criteria.find(({ id }) => id === criterion)?.degrees ?? [];
      return [
        ...undefinedName("criterion", criterion, ids, `bonuses[${index}].criterion`),
        ...(degree === undefined
          ? []
          : undefinedName(
              "degree",
              degree,
              degrees.map(({ id }) => id),
              `bonuses[${index}].degree`,
            )),
      ];
    }),
    ...repeated(bonuses.map(({ criterion, degree = "" }) => `${criterion} ${degree}`.trim())).map((name) =>
      duplicate("bonuses", name),
    ),
  ];
}

/** What a protocol has and a program needn't. */
const AGREED = [
  "arms",
  "states",
  "course",
  "allocation",
  "criteria",
  "targets",
  "analysis",
  "benchmark",
  "payment",
  "review",
] as const satisfies readonly (keyof AgreementParts)[];

/**
 * Completes a program to a protocol by what has been agreed since: the parts that the text leaves
 * out, or other ones in place of its own.
 *
 * The program's numbers beside a protocol (`volume`, `mix`, `bonuses` and so on) stay with the
 * program; what is to bind goes into `rest`.
 *
 * @param rest Parts of a protocol, each whole: a part of `rest` replaces the program's.
 * @throws CompetitionError `impossible-protocol` while something is missing, with every part that is.
 *
 * @example
 * protocolOf(tenders.fredericiaD, { arms, course, allocation, analysis, review }).criteria[0]?.id; // "fleksjob-6-months"
 * @example
 * protocolOf(tenders.slagelse, {}); // throws: the protocol has 5 issues
 */
export function protocolOf(program: Program, rest: AgreementParts): Protocol {
  requireObject("protocolOf.program", program, {
    expected: "a program, as defineProgram gives it",
    hint: "Write protocolOf(tenders.fredericiaD, { arms, course, allocation, analysis, review }).",
  });
  requireObject("protocolOf.rest", rest, {
    expected: "parts of a protocol by their names, such as { arms, analysis }",
    hint: "Where nothing has been agreed yet, give {}.",
  });
  const { source, municipality } = program;
  const own = AGREED.flatMap((part) => (program[part] === undefined ? [] : [[part, program[part]] as const]));
  const agreed = Object.entries(rest).filter(([, value]) => value !== undefined);
  // Whatever `rest` has goes in, so that a slip in a part's name is named and not lost.
  const document = {
    format: "konkurrencemodel-protocol/1",
    source,
    municipality,
    ...(Object.fromEntries([...own, ...agreed]) as Omit<
      ProtocolDocument,
      "format" | "source" | "municipality"
    >),
  } as const;
  return defineProtocol(document);
}
