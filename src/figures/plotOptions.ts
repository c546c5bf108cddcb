import type { OptionRule } from "../core/index.js";

/** What an additional success is held to be worth. */
export const worthRule: OptionRule<number> = {
  expected: "whole øre from 0 to 10¹⁵",
  accepts: (value) => Number.isInteger(value) && isAmount(value) && value >= 0,
};

/** Largest amount that is drawn, in øre: beyond it numbers of a double have no øre. */
const MOST = 1e15;

/** Whether a value is an amount that can be drawn. */
export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= MOST;
}

/** What an axis is, in words. */
export const captionRule: OptionRule<string> = {
  expected: "a text that isn't empty",
  accepts: (value) => typeof value === "string" && value.trim() !== "",
};
