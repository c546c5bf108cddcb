import { competitionError, resolveOptions, type OptionRule, type OptionRules } from "../../core/index.js";

/** One value, several, or `*` for all and `/` for the total. */
export type RequestValue = string | readonly string[];

/** Which part of which table is asked for. */
export interface JobindsatsRequest {
  /** The table's id: `y30r21`. */
  readonly table: string;
  /** By kind of period: `{ M: "latest:14" }`, `{ QMAT: ["2023QMAT02", "2023QMAT04"] }`. */
  readonly periods: Readonly<Record<string, RequestValue>>;
  /** By hierarchy: `{ _nykom: "*", _ygrpi09: "/" }`; `*` all values, `/` the total. */
  readonly hierarchies?: Readonly<Record<string, RequestValue>>;
  /** Measures by their groups; all of them by default, `{ "*": "*" }`. */
  readonly measures?: Readonly<Record<string, RequestValue>>;
  /** `json` by default. */
  readonly format?: "json" | "csv";
}

const isValue = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isText) : isText(value);
const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

const values: OptionRule<Readonly<Record<string, RequestValue>>> = {
  expected: 'values by name, such as { M: "latest:14" }',
  accepts: (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).every(([name, each]) => /^[\w*]+$/.test(name) && isValue(each)),
};

const RULES: OptionRules<JobindsatsRequest> = {
  table: {
    expected: "a table's id, such as y30r21",
    accepts: (value) => typeof value === "string" && /^\w+$/.test(value),
  },
  periods: values,
  hierarchies: { ...values, default: {} },
  measures: { ...values, default: { "*": "*" } },
  format: {
    default: "json",
    expected: "json or csv",
    accepts: (value) => value === "json" || value === "csv",
  },
};

/** The request with nothing left open. */
export function checkRequest(request: JobindsatsRequest): Required<JobindsatsRequest> {
  const resolved = resolveOptions<Required<JobindsatsRequest>>("fetchJobindsats", request, RULES).values;
  for (const key of ["table", "periods"] as const) {
    if (resolved[key] === undefined || Object.keys(resolved[key]).length === 0) {
      throw competitionError({
        code: "missing-option",
        path: `fetchJobindsats.${key}`,
        received: undefined,
        expected: RULES[key].expected,
      });
    }
  }
  return resolved;
}

/** The request's address, as version 3 has it. */
export function addressOf(request: Required<JobindsatsRequest>, baseUrl: string): string {
  const query = [
    ...part("mgroup", request.measures),
    ...part("period", request.periods),
    ...part("hierarchy", request.hierarchies),
    `format=${request.format}`,
  ];
  return `${baseUrl.replace(/\/+$/, "")}/data/${request.table}?${query.join("&")}`;
}

function part(prefix: string, given: Readonly<Record<string, RequestValue>>): readonly string[] {
  return Object.entries(given).map(
    ([name, value]) => `${prefix}.${name}=${escaped([value].flat().join(","))}`,
  );
}

/** What a query needs escaped; the signs that Jobindsats uses for all, totals and lists stay readable. */
function escaped(value: string): string {
  return encodeURIComponent(value).replace(/%(2F|3A|2C)/g, (code) => decodeURIComponent(code));
}
