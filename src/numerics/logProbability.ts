/** ln(1 − e^L) for the logarithm L ≤ 0 of a probability, without cancellation at either end. */
export function logComplement(logProbability: number): number {
  return logProbability > -Math.LN2
    ? Math.log(-Math.expm1(logProbability))
    : Math.log1p(-Math.exp(logProbability));
}
