import type { Program, Protocol } from "../protocol/index.js";
import { aabenraa, aabenraaOutcomes } from "./aabenraa.js";
import { aarhus } from "./aarhus.js";
import { copenhagen } from "./copenhagen.js";
import { fredericiaB } from "./fredericia-b.js";
import { fredericiaC } from "./fredericia-c.js";
import { fredericiaD } from "./fredericia-d.js";
import { fredericiaAProgram, fredericiaBProgram } from "./fredericia-programs.js";
import { fredericiaA, fredericiaAGuarantees } from "./fredericia.js";
import { hillerod, hillerodProgram, hillerodTargets } from "./hillerod.js";
import {
  odense,
  odenseFleksjob,
  odenseGuidance,
  odenseJobs,
  odensePartTime,
  odenseSocialAndHealth,
} from "./odense.js";
import { randers } from "./randers.js";
import { silkeborg } from "./silkeborg.js";
import { slagelse } from "./slagelse.js";
import {
  vesthimmerlandFleksjob,
  vesthimmerlandInterviews,
  vesthimmerlandRefugees,
  vesthimmerlandTraining,
} from "./vesthimmerland.js";

/** The tenders of the source documents as ready protocols, by the name that `konkurrencemodel init` takes. */
export const tendersByName: Readonly<Record<string, Protocol>> = {
  "fredericia-a": fredericiaA,
  "fredericia-b": fredericiaB,
  hillerod,
};

/** What the source documents say of the other programs, which isn't a whole protocol, by name. */
export const programsByName: Readonly<Record<string, Program>> = Object.fromEntries(
  [
    fredericiaC,
    fredericiaD,
    aarhus,
    vesthimmerlandFleksjob,
    vesthimmerlandInterviews,
    vesthimmerlandRefugees,
    vesthimmerlandTraining,
    silkeborg,
    odense,
    odenseFleksjob,
    odenseJobs,
    odenseSocialAndHealth,
    odenseGuidance,
    odensePartTime,
    aabenraa,
    copenhagen,
    randers,
    slagelse,
  ].map((program) => [program.id, program]),
);

export {
  aabenraa,
  aabenraaOutcomes,
  aarhus,
  copenhagen,
  fredericiaA,
  fredericiaAGuarantees,
  fredericiaAProgram,
  fredericiaB,
  fredericiaBProgram,
  fredericiaC,
  fredericiaD,
  hillerod,
  hillerodProgram,
  hillerodTargets,
  odense,
  odenseFleksjob,
  odenseGuidance,
  odenseJobs,
  odensePartTime,
  odenseSocialAndHealth,
  randers,
  silkeborg,
  slagelse,
  vesthimmerlandFleksjob,
  vesthimmerlandInterviews,
  vesthimmerlandRefugees,
  vesthimmerlandTraining,
};
