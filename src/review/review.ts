import { competitionError, resolveOptions, type OptionRules } from "../core/index.js";
import {
  languageAsked,
  resultMaker,
  SHOW_RULES,
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
    const { edition, language } = asked("toText", this, options);
    return writeText(reviewBlocks(edition, language), { language });
  },
  toMarkdown(options?: ReviewOptions): string {
    const { edition, language } = asked("toMarkdown", this, options);
    return writeMarkdown(reviewBlocks(edition, language), { language });
  },
  toBlocks(options?: ReviewOptions): readonly Block[] {
    const { edition, language } = asked("toBlocks", this, options);
    return reviewBlocks(edition, language);
  },
  toHTML(options?: PageOptions): string {
    const { theme = {}, ...form } = resolveOptions<PageOptions>("toHTML", options, PAGE_RULES).values;
    const { edition, language } = asked("toHTML", this, form);
    const title = this.title[language];
    const banner = this.simulated ? BANNER[language] : null;
    return htmlPage(reviewBlocks(edition, language), {
      language,
      title,
      running: banner === null ? title : `${title}: ${banner.toLowerCase()}`,
      banner,
      theme: checkedTheme(theme, this.municipality),
    });
  },
  summary(options?: ReviewOptions): string {
    const { edition, language } = asked("summary", this, options);
    return summaryLines(edition, language).join("\n");
  },
  figuresIn(language: Language): Readonly<Record<string, Figure>> {
    return reviewFigures(this, languageAsked("figuresIn", { language }));
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
        const given = resolveOptions<PublishOptions>("publish", options, PUBLISH_RULES).values;
        return makePublished(publish(this, given));
      },
    },
    Object.getOwnPropertyDescriptors(methods),
  ) as ReviewMethods & Pick<Review, "publish">,
);

const FORM_RULES: OptionRules<ReviewOptions> = {
  ...SHOW_RULES,
  audience: {
    expected: "internal or published",
    accepts: (value) => value === "internal" || value === "published",
  },
};

const PAGE_RULES: OptionRules<PageOptions> = {
  ...FORM_RULES,
  theme: {
    expected: "{ name, logo, colors }, any of them",
    accepts: (value) => typeof value === "object" && value !== null,
  },
};

const PUBLISH_RULES: OptionRules<PublishOptions> = {
  previous: {
    expected: "the disclosure of the edition that was published before, or a list of them",
    accepts: (value) => typeof value === "object" && value !== null && !("audience" in value),
  },
};

/**
 * The edition and the language that a form is asked for: of the internal edition the published can be made, not
 * the other way round.
 *
 * @throws CompetitionError `unknown-option`, `impossible-option`, `edition-unavailable`
 */
function asked(
  form: string,
  data: EditionData,
  options: ReviewOptions | undefined,
): { readonly edition: EditionData; readonly language: Language } {
  const given = resolveOptions<ReviewOptions>(form, options, FORM_RULES).values;
  const { language = "en", audience = data.audience } = given;
  if (audience === data.audience) return { edition: data, language };
  if (audience === "published") return { edition: publish(data as ReviewData), language };
  throw competitionError({
    code: "edition-unavailable",
    path: `${form}.audience`,
    received: audience,
    expected: "published",
    hint: "What is hidden in a published edition can't be shown again; compose the review anew.",
  });
}
