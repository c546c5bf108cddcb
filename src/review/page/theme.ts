import { competitionError, resolveOptions, type OptionRules } from "../../core/index.js";
import { contrastOf, LEAST_CONTRAST, PAPER, readableOn, type PageColors } from "./colors.js";
import { checkedLogo, type Logo } from "./logo.js";

/** How a municipality wants its reviews to look. Everything may be left out. */
export interface Theme {
  /** The sender at the top; the protocol's municipality by default. */
  readonly name?: string;
  /** A PNG or JPEG picture as a data URI (`data:image/png;base64,…`), of 100,000 bytes at most. */
  readonly logo?: string;
  /** `#rrggbb`; white text on `main`, and `accent` on white, must have a contrast of 4.5. */
  readonly colors?: { readonly main?: string; readonly accent?: string };
}

/** A checked theme, with everything in it that a form needs. */
export interface CheckedTheme {
  readonly name: string;
  readonly logo: Logo | null;
  readonly colors: PageColors;
}

const COLORS = { main: "#1f4e79", accent: "#1f5d8c" } as const;

/**
 * A theme that may be used.
 *
 * @throws CompetitionError `unknown-option`, `impossible-option`; `low-contrast` with the ratio that is
 *   needed; `impossible-logo` for a picture of another kind, a broken or a larger one.
 */
export function checkedTheme(theme: Theme, municipality: string): CheckedTheme {
  const { name, logo, colors } = resolveOptions<Theme>("theme", theme, RULES).values;
  const { main, accent } = { ...COLORS, ...colors };
  requireContrast("theme.colors.main", main);
  requireContrast("theme.colors.accent", accent);
  return {
    name: name ?? municipality,
    logo: logo === undefined ? null : checkedLogo(logo),
    colors: { main, onMain: PAPER.light, accent, accentOnDark: readableOn(accent, PAPER.dark) },
  };
}

/** Both stand against white: one under it, the other on it. */
function requireContrast(path: string, color: string): void {
  const ratio = contrastOf(color, PAPER.light);
  if (ratio >= LEAST_CONTRAST) return;
  throw competitionError({
    code: "low-contrast",
    path,
    received: `${color}, which has a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)} to white`,
    expected: `a color with a contrast of at least ${LEAST_CONTRAST} to white (WCAG 2.2, 1.4.3)`,
    hint: "Take a darker shade of it.",
  });
}

const RULES: OptionRules<Theme> = {
  name: { expected: "a text that isn't empty", accepts: isText },
  logo: { expected: "a data URI of a PNG or JPEG picture", accepts: isText },
  colors: {
    expected: '{ main: "#rrggbb", accent: "#rrggbb" }',
    accepts: (value) =>
      typeof value === "object" &&
      value !== null &&
      Object.entries(value).every(
        ([name, color]) => Object.hasOwn(COLORS, name) && /^#[0-9a-f]{6}$/i.test(String(color)),
      ),
  },
};

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
