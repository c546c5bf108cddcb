export { erf, erfc } from "./errorFunction.js";
export { normalCdf, normalDensity, normalLogCdf, normalQuantile } from "./normal.js";
export type { Tail } from "./tail.js";
