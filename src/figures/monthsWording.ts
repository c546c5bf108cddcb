import type { Language } from "../display/index.js";

interface MonthWording {
  readonly title: string;
  readonly month: string;
  readonly referred: string;
  readonly started: string;
  readonly success: string;
  readonly soFar: string;
  readonly ground: string;
  readonly immature: (month: string) => string;
  readonly citizens: string;
}

/** The words of the monthly picture. */
export const MONTH_WORDING: Readonly<Record<Language, MonthWording>> = {
  da: {
    title: "Visiterede, begyndte og succeser efter visiteringsmåned",
    month: "Visiteret",
    referred: "Visiterede",
    started: "Begyndt",
    success: "Succes",
    soFar: "Succes indtil nu",
    ground: "Ikke alle er fulgt længe nok",
    immature: (month) => `${month} (ikke alle er fulgt længe nok)`,
    citizens: "borgere",
  },
  en: {
    title: "Referred, started and successes by month of referral",
    month: "Referred in",
    referred: "Referred",
    started: "Started",
    success: "Success",
    soFar: "Success so far",
    ground: "Not all followed for long enough",
    immature: (month) => `${month} (not all followed for long enough)`,
    citizens: "citizens",
  },
};
