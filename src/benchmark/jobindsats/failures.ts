import { competitionError } from "../../core/index.js";
import { withoutCpr } from "../../tables/index.js";

/** A text without the token, should it stand in it. */
export type Masked = (text: string) => string;

const MASK = "•••";

/**
 * Takes the token out of texts, in whatever form a server may say it back: as it is, escaped for an address or for JSON,
 * in Base64, in another case, or broken by white space.
 */
export function maskOf(token: string): Masked {
  const forms = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1), btoa(token)];
  const patterns = [...new Set(forms)].map(
    (form) => new RegExp(Array.from(form, escaped).join("\\s*"), "gi"),
  );
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, MASK), text);
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

interface Answered {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
}

interface Words {
  readonly code: string;
  readonly hint: string;
}

const BY_STATUS: Readonly<Record<number, Words>> = {
  401: {
    code: "jobindsats-refused",
    hint: "The token isn't known: is it whole, and is it one of version 3?",
  },
  403: { code: "jobindsats-refused", hint: "The token gives no access to this table." },
  404: { code: "jobindsats-not-found", hint: "Is the table's id right? Tables are listed at /tables." },
};

const UNAVAILABLE: Words = { code: "jobindsats-unavailable", hint: "The server has a fault: ask later." };
const MOVED: Words = {
  code: "jobindsats-moved",
  hint: "The server sends on to another address, where the token isn't sent. Is baseUrl right and whole? Such an answer may also be a proxy's way to its log-in.",
};
const OTHER: Words = {
  code: "jobindsats-error",
  hint: "Are periods and hierarchies those that the table has? They are listed at /table/<id>.",
};

/** The error of an answer that is no success. */
export function failureOf(
  url: string,
  { status, headers }: Answered,
  body: Uint8Array,
  masked: Masked,
): Error {
  const { code, hint } =
    status === 429
      ? tooMany(masked(headers.get("retry-after") ?? ""))
      : (BY_STATUS[status] ?? (status >= 500 ? UNAVAILABLE : status >= 300 && status < 400 ? MOVED : OTHER));
  const said = saidIn(body, masked);
  return competitionError({
    code,
    path: masked(url),
    received: said === "" ? `status ${status}` : `status ${status}: ${said}`,
    expected: "status 200",
    hint,
  });
}

/** How long to wait: seconds or a date; anything else that the server says is left out. */
function tooMany(retryAfter: string): Words {
  const wait = /^\d{1,9}$/.test(retryAfter)
    ? `${retryAfter} seconds`
    : /^[A-Z][a-z]{2}, [\w: -]{1,40}$/.test(retryAfter)
      ? retryAfter
      : "";
  return {
    code: "jobindsats-too-many-requests",
    hint: wait === "" ? "Ask again later." : `Ask again after ${wait}.`,
  };
}

/** The beginning of what the server says, unless it is a page; masked before it is cut, lest half a token be left. */
function saidIn(body: Uint8Array, masked: Masked): string {
  const text = masked(new TextDecoder().decode(body)).replace(/\s+/g, " ").trim();
  return text.startsWith("<") ? "" : withoutCpr(text.slice(0, 200));
}

/** The error of a request that got no answer. */
export function unreachable(url: string, error: unknown, masked: Masked): Error {
  const { name, message } = typeof error === "object" && error !== null ? (error as Partial<Error>) : {};
  const isTimeout = name === "TimeoutError" || name === "AbortError";
  return competitionError({
    code: isTimeout ? "jobindsats-timeout" : "jobindsats-unreachable",
    path: masked(url),
    received: masked(message ?? String(error)),
    expected: "an answer",
    hint: isTimeout
      ? "Ask for fewer periods or municipalities at a time, or wait longer."
      : "Is there a way to the server from here?",
  });
}

/** The error of an answer that is no table. */
export function notData(url: string, type: string | null, masked: Masked): Error {
  return competitionError({
    code: "jobindsats-not-data",
    path: masked(url),
    received: type === null ? "an answer without a type" : masked(type).slice(0, 100),
    expected: "data as JSON or CSV",
    hint: "A page instead of data comes from a proxy or a wrong address.",
  });
}
