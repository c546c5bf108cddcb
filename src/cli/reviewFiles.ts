import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { competitionError } from "../core/index.js";
import type { Language } from "../display/index.js";
import { fileExists, readBytes, sweepRemains, type FileContent } from "../files/index.js";
import { writeDocument, writeReviewWorkbook, type DocumentOptions } from "../office/index.js";
import { reviewSchema, type PublishedReview, type Review, type Theme } from "../review/index.js";
import { csvText } from "./csv.js";
import { placeOf } from "./inputs.js";
import { jsonText } from "./output.js";
import type { Surroundings } from "./surroundings.js";

export interface ReviewForms {
  readonly language: Language;
  /** Word and Excel files too. */
  readonly office?: boolean;
  /** Draws figures for programs that show no SVG. */
  readonly draw?: DocumentOptions["draw"];
  readonly theme?: Theme;
}

/** Every form of a review, in the folder that it is written to: the page first. */
export async function reviewFiles(
  review: Review | PublishedReview,
  out: string,
  { language, office = false, draw, theme = {} }: ReviewForms,
): Promise<readonly FileContent[]> {
  const tables = Object.entries(review.tables).map(([id, rows]) => ({
    path: join(out, "tables", `${id}.csv`),
    content: csvText(rows, language),
  }));
  const figures = Object.entries(review.figuresIn(language)).map(([id, figure]) => ({
    path: join(out, "figures", `${id}.svg`),
    content: figure.toSVG(),
  }));
  return [
    { path: join(out, "review.html"), content: review.toHTML({ language, theme }) },
    { path: join(out, "review.md"), content: review.toMarkdown({ language }) },
    { path: join(out, "review.json"), content: jsonText(review) },
    { path: join(out, "review.schema.json"), content: jsonText(reviewSchema()) },
    ...(office
      ? [
          { path: join(out, "review.docx"), content: await writeDocument(review, { language, theme, draw }) },
          { path: join(out, "review.xlsx"), content: await writeReviewWorkbook(review, { language }) },
        ]
      : []),
    ...tables,
    ...figures,
  ];
}

/** Files of a review on their way, which a run may have been killed over elsewhere. */
const HALF_WRITTEN = /^\.review\..+\.(?:new|old)$/;

/**
 * Refuses to put a published review beside forms of another, which may show what this one hides.
 *
 * @throws CompetitionError `other-edition`.
 */
export async function checkAlone(
  files: readonly FileContent[],
  out: string,
  surroundings: Surroundings,
): Promise<void> {
  const written = new Set(files.map(({ path }) => path));
  const listed = await Promise.all(
    [".", "tables", "figures"].map(async (folder) => {
      const place = placeOf(surroundings, join(out, folder));
      await sweepRemains(place);
      const names = await readdir(place).catch(() => []);
      return names
        .filter((name) => folder !== "." || HALF_WRITTEN.test(name))
        .map((name) => join(out, folder, name));
    }),
  );
  const office = ["review.docx", "review.xlsx"].map((name) => join(out, name));
  for (const path of [...listed.flat(), ...office]) {
    if (written.has(path) || !(await fileExists(placeOf(surroundings, path)))) continue;
    throw competitionError({
      code: "other-edition",
      path,
      expected: "a folder without files of another review, which may show what a published one hides",
      hint: "Give another --out, or remove the file.",
    });
  }
}

/** A theme's file; its logo may be named as a file beside it. */
export async function readTheme(name: string, surroundings: Surroundings): Promise<Theme> {
  const text = new TextDecoder().decode(await readBytes(placeOf(surroundings, name)));
  const theme = parsed(text, name);
  const { logo } = theme;
  if (typeof logo !== "string" || logo.startsWith("data:")) return theme;
  const bytes = await readBytes(placeOf(surroundings, join(dirname(name), logo)));
  return { ...theme, logo: `data:image/png;base64,${Buffer.from(bytes).toString("base64")}` };
}

function parsed(text: string, path: string): Theme {
  try {
    return JSON.parse(text) as Theme;
  } catch {
    throw competitionError({
      code: "impossible-theme",
      path,
      received: text.slice(0, 40),
      expected: 'JSON such as {"name": "…", "logo": "logo.png", "colors": {"main": "#1f4e79"}}',
    });
  }
}
