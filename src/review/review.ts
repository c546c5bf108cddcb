import { competitionError } from "../core/index.js";
import {
  resultMaker,
  writeMarkdown,
  writeText,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import { effectRows } from "../effects/index.js";
import type { Figure } from "../figures/index.js";
import { reviewBlocks } from "./document.js";
import { htmlPage } from "./page.js";
import { checkedTheme } from "./page/theme.js";
import { reviewFigures } from "./pictures.js";
import { summaryLines } from "./summary.js";
import { reviewTables } from "./tables.js";
import { publish } from "./publish/index.js";
import type {
  EditionData,
  PageOptions,
  PublishedReview,
  PublishOptions,
  Review,
  ReviewData,
  ReviewMethods,
  ReviewOptions,
} from "./types.js";

const BANNER: Readonly<Record<Language, string>> = { da: "Simulerede tal", en: "Simulated figures" };

const methods: ReviewMethods & ThisType<EditionData> = {
  toText(options?: ReviewOptions): string {
    const language = languageOf(options);
    return writeText(reviewBlocks(editionAsked(this, options), language), { language });
  },
  toMarkdown(options?: ReviewOptions): string {
    const language = languageOf(options);
    return writeMarkdown(reviewBlocks(editionAsked(this, options), language), { language });
  },
  toBlocks(options?: ReviewOptions): readonly Block[] {
    return reviewBlocks(editionAsked(this, options), languageOf(options));
  },
  toHTML(options?: PageOptions): string {
    const language = languageOf(options);
    const title = this.title[language];
    const banner = this.simulated ? BANNER[language] : null;
    return htmlPage(reviewBlocks(editionAsked(this, options), language), {
      language,
      title,
      running: banner === null ? title : `${title}: ${banner.toLowerCase()}`,
      banner,
      theme: checkedTheme(options?.theme ?? {}, this.municipality),
    });
  },
  summary(options?: ReviewOptions): string {
    return summaryLines(editionAsked(this, options), languageOf(options)).join("\n");
  },
  figuresIn(language: Language): Readonly<Record<string, Figure>> {
    return reviewFigures(this, language);
  },
  get figures(): Readonly<Record<string, Figure>> {
    return reviewFigures(this as unknown as EditionData, "en");
  },
  get tables(): Readonly<Record<string, readonly Row[]>> {
    return reviewTables(this as unknown as EditionData);
  },
};

const face: Face<EditionData> = {
  blocks: reviewBlocks,
  rows: (data) => data.effects.flatMap(effectRows),
};

const makePublished: (data: EditionData) => PublishedReview = resultMaker<EditionData, ReviewMethods>(
  face,
  methods,
);

/** A published edition of its own JSON, to write its forms anew. */
export function readPublished(data: EditionData): PublishedReview {
  return makePublished(data);
}

/** Makes the review of its data. */
export const makeReview: (data: ReviewData) => Review = resultMaker<
  ReviewData,
  ReviewMethods & Pick<Review, "publish">
>(
  face,
  Object.defineProperties(
    {
      publish(this: ReviewData, options?: PublishOptions): PublishedReview {
        return makePublished(publish(this, options));
      },
    },
    Object.getOwnPropertyDescriptors(methods),
  ) as ReviewMethods & Pick<Review, "publish">,
);

function languageOf({ language = "en" }: ReviewOptions = {}): Language {
  return language;
}

/**
 * The edition that is asked for: of the internal one the published can be made, not the other way round.
 *
 * @throws CompetitionError `edition-unavailable`
 */
function editionAsked(data: EditionData, { audience = data.audience }: ReviewOptions = {}): EditionData {
  if (audience === data.audience) return data;
  if (audience === "published") return publish(data as ReviewData);
  throw competitionError({
    code: "edition-unavailable",
    path: "audience",
    received: audience,
    expected: data.audience === "published" ? "published" : "one of internal, published",
    ...(data.audience === "published"
      ? { hint: "What is hidden in a published edition can't be shown again; compose the review anew." }
      : {}),
  });
}
