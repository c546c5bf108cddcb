import type { Notice } from "../core/index.js";

/** Why nothing can be said of units side by side. */
export type UnitReason =
  | "no-observations"
  | "nothing-expected"
  | "empty-standard-group"
  | "one-unit"
  | "no-repeats"
  | "no-variation-of-units"
  | "too-few-values";

/** Nothing could be estimated, for this reason. */
export function unitsNotEstimable(reason: UnitReason): Notice {
  return { code: "not-estimable", severity: "caution", reason };
}

/** Byar's cube root is negative: nothing is excluded from below. */
export const BYAR_BELOW_ZERO: Notice = { code: "byar-below-zero", severity: "info" };

/** No event in any group: the upper limit is the one of an event where it would weigh most. */
export const NO_EVENT_BOUND: Notice = { code: "no-event-bound", severity: "info" };

/** So few events that the interval is a coarse approximation. */
export function fewEvents(events: number): Notice {
  return { code: "few-events", severity: "caution", events };
}

/** The test finds more variation than chance, but without the extremes there is none. */
export const DISPERSION_HIDDEN: Notice = { code: "dispersion-hidden", severity: "caution" };

/** So few units that their variation is hardly known. */
export function fewUnits(units: number): Notice {
  return { code: "few-units", severity: "caution", units };
}

/** Units differ by no more than chance: the estimated variation between them is 0. */
export const NO_OVERDISPERSION: Notice = { code: "no-overdispersion", severity: "info" };

/** In every unit all or none have the event: the estimated correlation is 1. */
export const COMPLETE_CORRELATION: Notice = { code: "complete-correlation", severity: "caution" };

/** The prior was estimated from the same units. */
export function priorEstimated(units: number): Notice {
  return { code: "prior-estimated", severity: "info", units };
}

/** So few values that the limits still move with each of them. */
export function shortSeries(values: number): Notice {
  return { code: "short-series", severity: "caution", values };
}

/** All values the limits were taken from are the same. */
export const CONSTANT_SERIES: Notice = { code: "constant-series", severity: "caution" };
