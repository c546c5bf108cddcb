/** The colors of a page that a theme can set, each with what makes it readable. */
export interface PageColors {
  /** Ground of the band at the top. */
  readonly main: string;
  /** Text on it. */
  readonly onMain: string;
  /** Rules, links and marks on white. */
  readonly accent: string;
  /** The same on the dark ground of the screen. */
  readonly accentOnDark: string;
}

/** Ground of the page: in light, and in dark. */
export const PAPER = { light: "#ffffff", dark: "#14171b" } as const;

/** What WCAG 2.2 wants between text and its ground (1.4.3, level AA). */
export const LEAST_CONTRAST = 4.5;

/**
 * How far two colors stand apart, from 1 to 21 (WCAG 2.2): (L₁ + 0.05) / (L₂ + 0.05), where L is the
 * relative luminance, that of the lighter one above.
 *
 * @param a `#rrggbb`, as the other.
 */
export function contrastOf(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A color, with as much white in it as it takes to be read on a ground. */
export function readableOn(color: string, ground: string): string {
  const shades = Array.from({ length: 21 }, (_, step) => mixedWithWhite(color, step / 20));
  return shades.find((shade) => contrastOf(shade, ground) >= LEAST_CONTRAST) ?? "#ffffff";
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixedWithWhite(color: string, share: number): string {
  const mixed = channelsOf(color).map((channel) => Math.round(channel + (255 - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
