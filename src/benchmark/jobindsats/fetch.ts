import { competitionError, resolveOptions, type OptionRules } from "../../core/index.js";
import { failureOf, maskOf, notData, unreachable } from "./failures.js";
import { addressOf, checkRequest, type JobindsatsRequest } from "./request.js";

/** As much of an answer to a request as is needed here. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** As much of the platform's `fetch` as is needed here. */
export type Fetch = (
  url: string,
  init: { readonly headers: Record<string, string>; readonly redirect: "manual" },
) => Promise<FetchedResponse>;

/** How Jobindsats is reached. */
export interface JobindsatsConnection {
  /** The platform's `fetch`, or one around it that gives up after a time, retries or keeps answers. */
  readonly fetch: Fetch;
  /** The token of the user's own agreement with Jobindsats. */
  readonly token: string;
  /** `https://api.jobindsats.dk/v3` by default; without encryption only on this machine. */
  readonly baseUrl?: string;
}

/** An answer, ready for `parseJobindsats(answer.bytes, { name: answer.name })`. */
export interface JobindsatsAnswer {
  readonly bytes: Uint8Array;
  /** `jobindsats-y30r21.json`. */
  readonly name: string;
  /** What was asked for; the token is no part of it. */
  readonly url: string;
}

/**
 * Asks Jobindsats, version 3, for a table's data.
 *
 * Nothing in this package opens a connection by itself: the request goes through the `fetch` that is given. The token
 * is sent in the header `Authorization` and stands nowhere else: what a server says back of it is masked in every error.
 *
 * @throws CompetitionError `jobindsats-refused` (401, 403), `jobindsats-not-found` (404),
 *   `jobindsats-too-many-requests` (429, with the time to wait where it is told), `jobindsats-moved` (3xx:
 *   nothing is followed, so that the token goes nowhere else), `jobindsats-unavailable` (5xx), `jobindsats-error` (any other), `jobindsats-timeout`, `jobindsats-unreachable`, `jobindsats-not-data` (a web page,
 *   or nothing); `missing-option`, `impossible-option`, `unknown-option`.
 * @example
 * const answer = await fetchJobindsats(
 *   { table: "y30r21", periods: { QMAT: "latest:4" }, hierarchies: { _nykom: "*" } },
 *   { fetch, token },
 * );
 * parseJobindsats(answer.bytes, { name: answer.name });
 * @example
 * // Gives up after a minute, with jobindsats-timeout.
 * fetchJobindsats(request, {
 *   fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(60_000) }),
 *   token,
 * });
 */
export async function fetchJobindsats(
  request: JobindsatsRequest,
  connection: JobindsatsConnection,
): Promise<JobindsatsAnswer> {
  const { fetch, token, baseUrl } = checkConnection(connection);
  const checked = checkRequest(request);
  const url = addressOf(checked, baseUrl);
  const masked = maskOf(token);

  let response: FetchedResponse;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, { headers: { Authorization: `Bearer ${token}` }, redirect: "manual" });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw unreachable(url, error, masked);
  }
  if (response.status !== 200) throw failureOf(url, response, bytes, masked);
  if (!isData(response, bytes)) throw notData(url, response.headers.get("content-type"), masked);
  return { bytes, name: `jobindsats-${checked.table.toLowerCase()}.${checked.format}`, url };
}

/** Whether an answer can be a table: not a web page, as servers in between send them, and not nothing. */
function isData({ headers }: FetchedResponse, bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart();
  return start !== "" && !start.startsWith("<") && !(headers.get("content-type") ?? "").includes("text/html");
}

const RULES: OptionRules<Required<Omit<JobindsatsConnection, "token">>> = {
  fetch: { expected: "the platform's fetch", accepts: (value) => typeof value === "function" },
  baseUrl: {
    default: "https://api.jobindsats.dk/v3",
    expected: "an https address, since the token is sent there",
    accepts: (value) =>
      typeof value === "string" &&
      /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/i.test(value) &&
      !/[@?#\s]/.test(value),
  },
};

/** The connection checked; what was given as token stands in no error. */
function checkConnection(given: JobindsatsConnection): Required<JobindsatsConnection> {
  const { token, ...rest } = given ?? {};
  const resolved = resolveOptions<Omit<Required<JobindsatsConnection>, "token">>(
    "fetchJobindsats",
    rest,
    RULES,
  ).values;
  if (resolved.fetch === undefined) {
    throw competitionError({
      code: "missing-option",
      path: "fetchJobindsats.fetch",
      received: undefined,
      expected: RULES.fetch.expected,
    });
  }
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw competitionError({
      code: "impossible-token",
      path: "fetchJobindsats.token",
      expected: "the token as it was given out, without white space",
      hint: "The word Bearer is no part of it. Keep the token out of code and files that others read.",
    });
  }
  return { ...resolved, token };
}
