import type { ResolvedOption } from "./options.js";
import { VERSION } from "./version.js";

/** Where rows came from: the file as the caller named it and the SHA-256 of its bytes. */
export interface Source {
  readonly name: string;
  readonly digest: string;
  readonly rows: number;
}

/** How a result came to be: enough to make it again. */
export interface Provenance {
  /** Version of this package. */
  readonly version: string;
  /** The function that was called. */
  readonly operation: string;
  readonly options: Readonly<Record<string, ResolvedOption>>;
  /** Counts, row numbers, digests and sources of what went in. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The provenance of an operation of this version. */
export function provenanceOf(
  operation: string,
  options: Readonly<Record<string, ResolvedOption>>,
  inputs: Readonly<Record<string, unknown>>,
): Provenance {
  return { version: VERSION, operation, options, inputs };
}
