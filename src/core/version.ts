/** The version of this package; it stands in the provenance of every result. */
export const VERSION: string = "0.1.0";
