import type { ParsedTable } from "../tables/index.js";

/** Weeks one after another with the same code; first and last inclusive. */
export interface CodedWeeks {
  readonly code: string;
  /** ISO week: `2004-W53`. */
  readonly from: string;
  readonly to: string;
}

/** Months one after another with the same record of employment; first and last inclusive. */
export interface EmployedMonths {
  /** Calendar month: `2008-01`. */
  readonly from: string;
  readonly to: string;
  /** Degree of employment in the register's own unit; absent where it has none. */
  readonly degree?: number;
  /** The employer's industry as the register codes it; absent where it has none. */
  readonly industry?: string;
}

/** One citizen of a weekly register. Weeks between `weeks` are blank: no benefit was recorded. */
export interface DreamRow {
  readonly citizen: string;
  /** In order of time. */
  readonly weeks: readonly CodedWeeks[];
  /** In order of time; months without any record are left out. */
  readonly employment: readonly EmployedMonths[];
}

/** A weekly register: its citizens, and the weeks and months that it covers. */
export interface DreamTable extends ParsedTable<DreamRow> {
  readonly kind: "dream";
  /** The first and last ISO week that the file has a column for. */
  readonly firstWeek: string;
  readonly lastWeek: string;
  /** The first and last month that the file has employment for; absent where it has none. */
  readonly employment?: { readonly from: string; readonly to: string };
}
