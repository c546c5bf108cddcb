export { bernsteinMaximum } from "./bernstein.js";
export { betaCdf, betaLogCdf, betaQuantile } from "./beta.js";
export { binomialCdf, binomialProbability, binomialQuantile } from "./binomial.js";
export { chiSquaredCdf, chiSquaredQuantile } from "./chiSquared.js";
export { cholesky, quadraticForm, type Cholesky, type QuadraticForm } from "./cholesky.js";
export { choose } from "./choose.js";
export { deviance } from "./deviance.js";
export { erf, erfc } from "./errorFunction.js";
export { fCdf } from "./fDistribution.js";
export { gammaCdf, gammaLogCdf, gammaQuantile } from "./gamma.js";
export { hypergeometricCdf, hypergeometricProbability } from "./hypergeometric.js";
export { logBeta, logChoose } from "./logBeta.js";
export { logGamma, logGammaIncrease } from "./logGamma.js";
export {
  dot,
  matrixProduct,
  matrixVector,
  sandwich,
  transposed,
  triangularInverse,
  type Matrix,
} from "./matrix.js";
export { nonNegativeLeastSquares, type NonNegativeLeastSquares } from "./nonNegativeLeastSquares.js";
export { normalCdf, normalDensity, normalLogCdf, normalQuantile } from "./normal.js";
export { orthonormalBasis, type OrthonormalBasis } from "./orthonormalBasis.js";
export { poissonCdf, poissonProbability, poissonQuantile } from "./poisson.js";
export { digamma, trigamma } from "./polygamma.js";
export {
  expandBracket,
  findRoot,
  type BracketOptions,
  type RealFunction,
  type RootOptions,
} from "./roots.js";
export { stirlingError } from "./stirling.js";
export { studentTCdf, studentTQuantile } from "./studentT.js";
export { compensatedSum, logSumExp } from "./sums.js";
export { symmetricEigen, type SymmetricEigen } from "./symmetricEigen.js";
export { otherTail, type Tail } from "./tail.js";
