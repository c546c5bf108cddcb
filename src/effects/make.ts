import { resultMaker } from "../display/index.js";
import { effectFace } from "./face.js";
import type { Effect, EffectData } from "./types.js";

/** Makes an effect that shows itself. */
export const makeEffect: (data: EffectData) => Effect = resultMaker<EffectData>(effectFace);
