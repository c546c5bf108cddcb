import { competitionError } from "../core/index.js";
import { resultMaker, writeMarkdown, writeText, type Language, type Row } from "../display/index.js";
import type { Figure } from "../figures/index.js";
import { reviewBlocks } from "./document.js";
import { htmlPage } from "./page.js";
import { reviewFigures } from "./pictures.js";
import { summaryLines } from "./summary.js";
import { reviewTables } from "./tables.js";
import type { Review, ReviewData, ReviewMethods, ReviewOptions } from "./types.js";

const BANNER: Readonly<Record<Language, string>> = { da: "Simulerede tal", en: "Simulated figures" };

const methods: ReviewMethods & ThisType<ReviewData> = {
  toText(options?: ReviewOptions): string {
    const language = languageOf(options);
    return writeText(reviewBlocks(this, language), { language });
  },
  toMarkdown(options?: ReviewOptions): string {
    const language = languageOf(options);
    return writeMarkdown(reviewBlocks(this, language), { language });
  },
  toHTML(options?: ReviewOptions): string {
    const language = languageOf(options);
    const title = this.title[language];
    const banner = this.simulated ? BANNER[language] : null;
    return htmlPage(reviewBlocks(this, language), {
      language,
      title,
      running: banner === null ? title : `${title}: ${banner.toLowerCase()}`,
      banner,
    });
  },
  summary(options?: ReviewOptions): string {
    return summaryLines(this, languageOf(options)).join("\n");
  },
  figuresIn(language: Language): Readonly<Record<string, Figure>> {
    return reviewFigures(this, language);
  },
  get figures(): Readonly<Record<string, Figure>> {
    return reviewFigures(this as unknown as ReviewData, "en");
  },
  get tables(): Readonly<Record<string, readonly Row[]>> {
    return reviewTables(this as unknown as ReviewData);
  },
};

/** Makes the review of its data. */
export const makeReview: (data: ReviewData) => Review = resultMaker<ReviewData, ReviewMethods>(
  {
    blocks: reviewBlocks,
    rows: (data) => data.effects.flatMap((effect) => effect.toRows()),
  },
  methods,
);

/**
 * The language asked for.
 *
 * @throws CompetitionError `edition-unavailable` for an edition that can't be made: figures with
 * small counts must not be taken for publishable ones.
 */
function languageOf(options: ReviewOptions = {}): Language {
  if (options.audience !== undefined && options.audience !== "internal") {
    throw competitionError({
      code: "edition-unavailable",
      path: "audience",
      received: options.audience,
      expected: "internal",
      hint: "An edition with small counts hidden can't be made yet; don't publish the internal one.",
    });
  }
  return options.language ?? "en";
}
