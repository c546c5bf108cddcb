/** What a code of a weekly register means, as long as it does; first and last day inclusive. */
export interface CodeMeaning {
  /** As the register writes it: text, leading zeros included. */
  readonly code: string;
  /** A state of the vocabulary, or `none` for weeks that are observed and in no state. */
  readonly state: string;
  /** ISO date of the first day with this meaning; absent where it always had it. */
  readonly from?: string;
  /** ISO date of the last day with this meaning; absent while it has it. */
  readonly to?: string;
  /** Where the meaning is taken from: the list, its edition, its page. */
  readonly source: string;
}
