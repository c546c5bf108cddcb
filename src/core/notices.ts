/**
 * Something worth knowing that didn't stop the work. Its words are made where it is shown, in the
 * reader's language; here it is a code with its data.
 */
export interface Notice {
  readonly code: string;
  /** `info`: to know; `caution`: changes how the result may be read; `warning`: may make it wrong. */
  readonly severity: "info" | "caution" | "warning";
  readonly [fact: string]: string | number | boolean | null | readonly (string | number)[];
}
