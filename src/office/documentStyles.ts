import type { IStylesOptions } from "docx";
import type { Language } from "../display/index.js";
import { COLORS } from "./layout.js";

const FONT = "Arial";

/** Type in half-points, spaces in twips: the styles by which Word builds its navigation and a reader may change the look. */
export function documentStyles(language: Language, accent: string): IStylesOptions {
  const lang = { value: language === "da" ? "da-DK" : "en-GB" };
  const heading = { font: FONT, bold: true, color: COLORS.ink };
  return {
    default: {
      document: {
        run: { font: FONT, size: 19, color: COLORS.ink, language: lang },
        paragraph: { spacing: { after: 90, line: 259, lineRule: "auto" } },
      },
      title: {
        run: { ...heading, size: 32 },
        paragraph: { spacing: { after: 80, line: 240, lineRule: "auto" } },
      },
      heading1: {
        run: { ...heading, size: 28, color: accent },
        paragraph: { spacing: { before: 280, after: 90 }, keepNext: true },
      },
      heading2: {
        run: { ...heading, size: 22 },
        paragraph: { spacing: { before: 260, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      style("Lead", { size: 22 }, { spacing: { after: 120 }, indent: { left: 160 } }),
      style("Small", { size: 17, color: COLORS.faint }),
      style("Sender", { size: 19, bold: true }, { spacing: { after: 80 } }),
      style("Running", { size: 16, color: COLORS.faint }, { spacing: { after: 0 } }),
      style(
        "Note",
        { size: 18 },
        { spacing: { after: 60, line: 252, lineRule: "auto" }, indent: { left: 200 } },
      ),
      style("ListBullet", {}, { spacing: { after: 60 } }),
      style("Caption", { size: 18, bold: true }, { spacing: { before: 120, after: 40 }, keepNext: true }),
      style("Cell", { size: 16 }, { spacing: { after: 0, line: 240, lineRule: "auto" } }),
      style("After", { size: 8 }, { spacing: { after: 80, line: 120, lineRule: "auto" } }),
      style("Figure", {}, { spacing: { before: 120, after: 40, line: 240, lineRule: "auto" } }),
      style("FigureCaption", { size: 17, color: COLORS.faint }, { spacing: { after: 160 } }),
    ],
  };
}

type ParagraphStyle = NonNullable<IStylesOptions["paragraphStyles"]>[number];

function style(
  id: string,
  run: ParagraphStyle["run"] = {},
  paragraph: ParagraphStyle["paragraph"] = {},
): ParagraphStyle {
  return { id, name: id, basedOn: "Normal", quickFormat: true, run, paragraph };
}
