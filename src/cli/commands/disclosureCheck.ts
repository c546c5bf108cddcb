import { readdir } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { Command } from "commander";
import { competitionError } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import { readBytes } from "../../files/index.js";
import { writeDocument, writeReviewWorkbook } from "../../office/index.js";
import { checkDisclosure, readPublished, type EditionData, type PrintedFile } from "../../review/index.js";
import { counted } from "../counted.js";
import { declareCommand } from "../command.js";
import { disclosureReport } from "../disclosureReport.js";
import { placeOf } from "../inputs.js";
import { officeText } from "../officeText.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly review: string;
  readonly previous?: readonly string[];
  readonly minimum?: number;
  readonly language: Language;
  readonly json?: boolean;
}

/** `disclosure-check`: plays the attacker on a review before it is published. */
export function disclosureCheckCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "disclosure-check",
    summary: "try to work out hidden counts of a review that is to be published",
    detail: `Reads the review.json that review --audience published wrote, as anyone could who has it: every count that
follows from the others by sums, and with --previous (once for every earlier edition) from what has changed, is
shown with the way to it. The page, Markdown, Word and Excel files, tables and figures in its folder are read too: no
number may stand in them that the same form, made anew of review.json, hasn't. It doesn't read other publications, nor what somebody has
written beside the review.`,
    options: [options.review(), options.previous(), options.minimum(), options.language(), options.json()],
  }).action(async ({ review: name, previous: previousNames = [], minimum, language, json }: Given) => {
    const review = await readJson(name, surroundings);
    const previous = await Promise.all(previousNames.map((each) => readJson(each, surroundings)));
    const files = await filesBeside(name, review, surroundings);
    const check = checkDisclosure(review, { previous, files, minimum, name, previousNames });
    surroundings.out(json === true ? jsonText(check) : disclosureReport(name, check, language));
    if (check.safe) return;
    throw competitionError({
      code: "disclosure",
      path: name,
      summary: "the review gives away counts of few citizens",
      received: counted(check.findings.length, "finding", "findings"),
      expected: `no count below ${check.minimum} that is shown or can be worked out`,
      hint: "Don't publish it; write the published edition anew, with --previous where one was published before.",
    });
  });
}

/** The page, the Markdown, Word and Excel files, tables and figures in the review's folder. */
async function filesBeside(
  name: string,
  review: unknown,
  surroundings: Surroundings,
): Promise<readonly PrintedFile[]> {
  const folder = dirname(name);
  const listed = await Promise.all(
    [".", "tables", "figures"].map(async (within) => {
      const names = await readdir(placeOf(surroundings, join(folder, within))).catch(() => []);
      return names.toSorted().map((each) => posix.join(within, each));
    }),
  );
  const printed = listed
    .flat()
    .filter((path) => /^(?:review\.(?:html|md|docx|xlsx)|tables\/.+\.csv|figures\/.+\.svg)$/.test(path));
  return Promise.all(
    printed.map(async (path) => {
      const bytes = await readBytes(placeOf(surroundings, join(folder, path)));
      const write = OFFICE[path];
      return write === undefined
        ? { path, text: new TextDecoder().decode(bytes) }
        : { path, text: officeText(bytes, path), anew: await madeAnew(path, review, write) };
    }),
  );
}

/** How the forms are written that can be read only unpacked. */
const OFFICE: Readonly<Partial<Record<string, typeof writeDocument | typeof writeReviewWorkbook>>> = {
  "review.docx": writeDocument,
  "review.xlsx": writeReviewWorkbook,
};

/** The text of the same file made anew of the review's JSON in each language; of another review there is none. */
async function madeAnew(
  path: string,
  review: unknown,
  write: typeof writeDocument | typeof writeReviewWorkbook,
): Promise<readonly string[]> {
  if (!isPublished(review)) return [];
  const edition = readPublished(review);
  const written = await Promise.all((["da", "en"] as const).map((language) => write(edition, { language })));
  return written.map((bytes) => officeText(bytes, path));
}

function isPublished(review: unknown): review is EditionData {
  const { kind, audience } = (review ?? {}) as Partial<EditionData>;
  return kind === "review" && audience === "published";
}

async function readJson(name: string, surroundings: Surroundings): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(placeOf(surroundings, name)));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw competitionError({
      code: "not-a-review",
      path: name,
      received: text.slice(0, 40),
      expected: "the review.json of a published review",
    });
  }
}
