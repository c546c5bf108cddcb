import type { Language, Picture } from "../../display/index.js";
import type { TimeToSuccessData } from "../../effects/index.js";
import { MOST_BANDS, survivalPlot, type Figure } from "../../figures/index.js";
import { figureOptions, type Look } from "../look.js";
import { bare, sizesOf } from "../picture.js";

const WEEK = 7;

/** The share that had succeeded by each week from the referral, by arm, with the numbers still followed. */
export function timeFigure({ arms, curve }: TimeToSuccessData, look: Look): Figure {
  const words = WORDS[look.language];
  const rows = arms.flatMap(({ arm, name }) =>
    curve.rows
      .filter(({ group, cause }) => group === arm && cause === "success")
      .map(({ time, atRisk, events, censored, estimate, lower, upper }) => ({
        group: name,
        time: time / WEEK,
        atRisk,
        events,
        censored,
        estimate,
        lower,
        upper,
      })),
  );
  const shape = { kind: "curve", measure: "cumulative-incidence", interval: curve.interval, rows } as const;
  return survivalPlot(shape, {
    ...figureOptions(look, "time", words.title),
    timeLabel: words.weeks,
    valueLabel: words.share,
    atRiskLabel: words.followed,
  });
}

/** The same with its caption. */
export function timePicture(time: TimeToSuccessData, language: Language): Picture {
  const sizes = sizesOf((look) => timeFigure(time, look), language);
  return bare("figure-time", sizes, WORDS[language].caption(time.arms.length <= MOST_BANDS));
}

interface Words extends Readonly<Record<"title" | "weeks" | "share" | "followed", string>> {
  /** Intervals of many arms aren't drawn; they stand in the table beside the figure. */
  readonly caption: (hasBands: boolean) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    title: "Andel med succes efter uger fra visiteringen",
    caption: (hasBands) =>
      `Andel med succes efter uger fra visiteringen${hasBands ? ", med intervaller for ét tidspunkt ad gangen" : "; intervallerne står i tabellen"}. De små streger er borgere, der ikke er fulgt længere. Tallene under figuren viser, hvor mange der stadig følges uden at have opnået succes.`,
    weeks: "Uger fra visiteringen",
    share: "Andel med succes",
    followed: "Følges stadig",
  },
  en: {
    title: "Share with success by weeks from the referral",
    caption: (hasBands) =>
      `Share with success by weeks from the referral${hasBands ? ", with intervals for one point in time each" : "; the intervals stand in the table"}. The small strokes are citizens who are followed no longer. The numbers under the figure tell how many are still followed without success.`,
    weeks: "Weeks from the referral",
    share: "Share with success",
    followed: "Still followed",
  },
};
