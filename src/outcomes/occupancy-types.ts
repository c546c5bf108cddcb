import type { ResultFacts, Shown } from "../display/index.js";

/** An average number of participants that an arm is guaranteed, or that it holds at most. */
export interface OccupancyGuarantee {
  readonly arm: string;
  readonly least?: number;
  readonly most?: number;
  /** The weeks of a year that the average is computed over, at least; all of them by default. */
  readonly weeksPerYear?: number;
  /** Section of the tender. */
  readonly source?: string;
}

/** Where an average lies beside what is guaranteed. */
export type OccupancyStanding = "below" | "within" | "above";

/** An arm's participants in a calendar month. */
export interface OccupancyMonth {
  /** `2005-03`. */
  readonly month: string;
  /** Days of the month up to `asOf`, from the ledger's opening on. */
  readonly days: number;
  /** Citizens who were in a course of the arm on at least one of them. */
  readonly participants: number;
  /** Citizens in a course on a day, on average over those days. */
  readonly average: number;
  /** The month's last day isn't after `asOf`. */
  readonly complete: boolean;
  /** Beside the guarantee, where the arm has one. */
  readonly standing?: OccupancyStanding;
}

/** An arm's average over the weeks of a year. */
export interface OccupancyYear {
  /** First and last day, inclusive. */
  readonly from: string;
  readonly to: string;
  /** ISO weeks of the year whose Thursday isn't after `asOf`. */
  readonly weeks: number;
  /** Those with at least one participant. */
  readonly weeksWithParticipants: number;
  /** How many weeks the average is computed over. */
  readonly over: number;
  readonly average: number;
  /** The year's last day isn't after `asOf`; until then the average is provisional. */
  readonly complete: boolean;
  readonly standing?: OccupancyStanding;
}

/** What an arm held. */
export interface ArmOccupancy {
  readonly arm: string;
  readonly name: string;
  readonly guarantee?: OccupancyGuarantee;
  readonly months: readonly OccupancyMonth[];
  readonly years: readonly OccupancyYear[];
}

export interface OccupancyData extends ResultFacts {
  readonly kind: "occupancy";
  readonly asOf: string;
  /** Which years: of the calendar, or twelve months each from the ledger's opening. */
  readonly year: "agreement-year" | "calendar-year";
  readonly arms: readonly ArmOccupancy[];
}

/** How many participants each arm held, by month and over the weeks of the year. */
export type Occupancy = OccupancyData & Shown;
