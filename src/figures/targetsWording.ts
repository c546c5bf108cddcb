import type { Language } from "../display/index.js";

/** The words of rates beside targets. */
export const TARGET_WORDING: Readonly<
  Record<
    Language,
    { title: string; target: (share: string) => string; rate: string; interval: string; line: string }
  >
> = {
  da: {
    title: "Succesrater holdt op mod de aftalte mål",
    target: (share) => `Mål: ${share}`,
    rate: "Succesrate",
    interval: "Konfidensinterval",
    line: "Mål",
  },
  en: {
    title: "Success rates against the agreed targets",
    target: (share) => `Target: ${share}`,
    rate: "Success rate",
    interval: "Confidence interval",
    line: "Target",
  },
};
