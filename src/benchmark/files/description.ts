import { nearestWord, resolveOptions, type OptionRule, type OptionRules } from "../../core/index.js";
import { issueList } from "../../tables/index.js";
import type { Direction } from "../types.js";
import type { ShareUnit } from "./share.js";

/** What holds for every row of a file that doesn't say otherwise itself. */
export interface FileDescription {
  readonly definition?: string;
  readonly population?: string;
  readonly anchor?: string;
  readonly window?: string;
  readonly period?: string;
  readonly group?: string;
  readonly benefit?: string;
  readonly direction?: Direction;
  readonly source?: string;
  readonly year?: string;
  /** In what shares are written that have no sign of per cent; `proportion` by default. */
  readonly shares?: ShareUnit;
}

const text: OptionRule<string> = {
  expected: "a text",
  accepts: (value) => typeof value === "string" && value.trim() !== "",
};

function word<Word extends string>(...words: readonly Word[]): OptionRule<Word> {
  return { expected: `one of ${words.join(", ")}`, accepts: (value) => words.some((each) => each === value) };
}

const RULES: OptionRules<FileDescription> = {
  definition: text,
  population: text,
  anchor: text,
  window: text,
  period: text,
  group: text,
  benefit: text,
  direction: word("higher-is-better", "lower-is-better"),
  source: text,
  year: text,
  shares: word("proportion", "percent"),
};

const KEYS = Object.keys(RULES) as readonly (keyof FileDescription)[];

/** The rule for the option that describes a file. */
export const describeRule: OptionRule<FileDescription> = {
  default: {},
  expected: `an object with any of ${KEYS.join(", ")}`,
  accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/**
 * The caller's description of a file, checked.
 *
 * @throws CompetitionError `unknown-option`, `impossible-option`.
 */
export function checkDescription(given: FileDescription): FileDescription {
  return resolveOptions("describe", given, RULES).values;
}

/** A file's text with the lines above its header read and blanked, so that line numbers stay what they are. */
export interface Headed {
  readonly description: FileDescription;
  readonly body: string;
}

/**
 * Reads the lines `# key: value` above a file's header, and puts what the caller says with them.
 *
 * @throws CompetitionError `rows-in-error` for a line that describes nothing known, or something else than the caller
 *   says; `unknown-option`, `impossible-option` for the caller's own description.
 */
export function readHead(file: string, content: string, given: FileDescription): Headed {
  const issues = issueList(file);
  const found: Record<string, string> = { ...checkDescription(given) };
  const lines = content.split("\n");
  let at = 0;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim().replace(/^"|"$|[;,\t\s]+$/g, "");
    if (line !== "" && !line.startsWith("#")) break;
    lines[at] = "";
    const [, name = "", value = ""] = /^#\s*([^:]+?)\s*:\s*(.+?)"?$/.exec(line) ?? [];
    if (line === "") continue;
    const key = KEYS.find((each) => each === name);
    const rule = key === undefined ? undefined : RULES[key];
    const near = nearestWord(name, KEYS);
    const already = found[name];
    if (rule === undefined) {
      issues.add({
        code: "unknown-description",
        row: at + 1,
        received: line,
        expected: `# key: value with one of ${KEYS.join(", ")}`,
        ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
      });
    } else if (!rule.accepts(value)) {
      issues.add({ code: "impossible-description", row: at + 1, received: value, expected: rule.expected });
    } else if (already !== undefined && already !== value) {
      issues.add({
        code: "contradictory-description",
        row: at + 1,
        received: value,
        expected: `${already}, as it is said elsewhere`,
      });
    } else {
      found[name] = value;
    }
  }
  issues.throwIfAny();
  return { description: found, body: lines.join("\n") };
}
