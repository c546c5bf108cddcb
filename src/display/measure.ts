import { oneLine } from "./characters.js";

/** How a text is set: its size in pixels, and whether it is bold. */
export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * Advance widths as fractions of the font size: for each character the wider of DejaVu Sans and
 * Liberation Sans (which has Arial's widths), rounded up to 1/20. Without a browser no text can be
 * measured; what fits by a broad face fits by the narrower ones that most readers see.
 */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.25, "\u202F"],
      [0.3, "'Iijl"],
      [0.35, " ,./:;\\|·’\u00A0"],
      [0.4, "()-[]ft"],
      [0.45, "!r"],
      [0.5, '"*J`°'],
      [0.55, "csz“”"],
      [0.6, "?L_kvxy§–"],
      [0.65, "$0123456789FTabdeghnopqu{}øåéäöü«»"],
      [0.7, "ABEKPSVXYZÅÉ"],
      [0.75, "CNRU"],
      [0.8, "&DGHOQØ"],
      [0.85, "#+<=>^w~\u2212×≤≥∞"],
      [0.9, "M"],
      [1, "%WmæÆ—…←→"],
    ] as const
  ).flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);
const WIDEST = 1.05;
const BOLD = 1.15;
const ELLIPSIS = "…";
/** Where a word may be broken; shown only where it is. */
const SOFT_HYPHEN = "\u00AD";
const IGNORED = /[\p{M}\u00AD]/gu;

/** Approximate width of a text in pixels; rather too wide than too narrow. */
export function textWidth(text: string, { size, bold = false }: Font): number {
  const widths = [...text.replace(IGNORED, "")].map((character) => WIDTHS.get(character) ?? WIDEST);
  return widths.reduce((sum, width) => sum + width, 0) * size * (bold ? BOLD : 1);
}

/** The text, or as much of it as fits with an ellipsis. */
export function shortenText(text: string, width: number, font: Font): string {
  if (textWidth(text, font) <= width) return text;
  const start = fittingStart(text, width - textWidth(ELLIPSIS, font), font);
  return `${start.replace(/[\s-]+$/, "")}${ELLIPSIS}`;
}

/**
 * A text in at most `most` lines: broken between words, after hyphens, and within a word only
 * where it alone is too long for a line. What doesn't fit ends in an ellipsis.
 */
export function wrapText(text: string, width: number, font: Font, most: number): readonly string[] {
  const chunks = oneLine(text).match(/[^ ]+?(?:-(?=\p{L})| +|$)/gu) ?? [""];
  const lines: string[] = [];
  for (const chunk of chunks.flatMap((each) => piecesOf(each, width, font))) {
    const line = `${lines.at(-1) ?? ""}${chunk}`;
    if (lines.length > 0 && textWidth(hyphenated(line), font) <= width) lines[lines.length - 1] = line;
    else lines.push(chunk);
  }
  const whole = lines.slice(0, lines.length > most ? most - 1 : most).map(hyphenated);
  const rest = lines.slice(whole.length).join("").replaceAll(SOFT_HYPHEN, "").trimEnd();
  return rest === "" ? whole : [...whole, shortenText(rest, width, font)];
}

function hyphenated(line: string): string {
  return line
    .trimEnd()
    .replace(/\u00AD$/, "-")
    .replaceAll(SOFT_HYPHEN, "");
}

/** A word in pieces that fit, hyphenated where they break. */
function piecesOf(word: string, width: number, font: Font): readonly string[] {
  if (textWidth(word.trimEnd(), font) <= width) return [word];
  const fitting = fittingStart(word, width - textWidth("-", font), font) || [...word].slice(0, 1).join("");
  const start = SYLLABLES.exec(fitting)?.[0] ?? fitting;
  const rest = word.slice(start.length);
  return rest === "" ? [word] : [`${start}${SOFT_HYPHEN}`, ...piecesOf(rest, width, font)];
}

/** As many syllables as there are: a single consonant before a vowel goes to the next line, as Danish has it. */
const SYLLABLES = /^.*[aeiouyæøå]\p{L}*(?=[^\P{L}aeiouyæøå][aeiouyæøå])/iu;

function fittingStart(text: string, width: number, font: Font): string {
  let start = "";
  for (const character of text) {
    if (textWidth(start + character, font) > width) break;
    start += character;
  }
  return start;
}
