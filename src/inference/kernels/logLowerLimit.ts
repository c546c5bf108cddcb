import { scoreDeviate, scoreRoot, type Score } from "./score.js";

/** exp(±256) is beyond every ratio of counts. */
const FARTHEST = 256;

/**
 * The lower limit of a ratio: the value in (0, ∞) at which a falling score has the deviate z, sought
 * on the logarithmic scale from 1 outwards.
 */
export function logLowerLimit(score: (value: number) => Score, z: number): number {
  const onLogScale = (t: number): Score => score(Math.exp(t));
  const isBelow = (t: number): boolean => scoreDeviate(onLogScale(t)) > z;
  const step = isBelow(0) ? 1 : -1;
  let near = 0;
  let far = step;
  while (isBelow(far) === step > 0) {
    if (Math.abs(far) === FARTHEST) return step > 0 ? Infinity : 0;
    [near, far] = [far, 2 * far];
  }
  return Math.exp(scoreRoot(onLogScale, z, Math.min(near, far), Math.max(near, far)));
}
