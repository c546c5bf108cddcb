import type { Notice } from "../core/index.js";
import { visible, type Language } from "../display/index.js";
import { describeProgramNotice } from "../protocol/index.js";
import { describeNotice } from "../review/index.js";
import type { Surroundings } from "./surroundings.js";

const OPENINGS: Readonly<Record<Language, Readonly<Record<Notice["severity"], string>>>> = {
  da: { info: "bemærk:", caution: "obs:", warning: "advarsel:" },
  en: { info: "note:", caution: "caution:", warning: "warning:" },
};

/** Says on stderr what a protocol or a program leaves open, by the criterion that it is about. */
export function tellOpenPoints(
  surroundings: Surroundings,
  notices: readonly Notice[],
  language: Language,
): void {
  for (const notice of notices) {
    const { code, severity, criterion } = notice;
    const sentence =
      describeProgramNotice(notice, { language }) ??
      describeNotice(notice, { language }) ??
      code.replaceAll("-", " ");
    tellPoint(
      surroundings,
      severity,
      typeof criterion === "string" ? `${criterion}: ${sentence}` : sentence,
      language,
    );
  }
}

/** Says one of them. */
export function tellPoint(
  { err, strong }: Surroundings,
  severity: Notice["severity"],
  text: string,
  language: Language,
): void {
  const opening = OPENINGS[language][severity];
  err(`${severity === "info" ? opening : strong("yellow", opening)} ${visible(text)}\n`);
}
