import type { Language } from "../display/index.js";
import type { SpellStory } from "./stories.js";
import type { Anchor, OutcomeReason, OutcomeStatus } from "./types.js";

interface StoryWords {
  readonly referred: (who: string, on: string, course: string) => string;
  readonly course: (begun: string | undefined, ended: string | undefined) => string;
  /** Where nobody reported a course, and what that counts as. */
  readonly unreported: string;
  readonly asNeverStarted: string;
  readonly anchors: Readonly<Record<Anchor, string>>;
  readonly window: (anchor: string, from: string, to: string | undefined) => string;
  readonly noWindow: (anchor: string) => string;
  readonly gone: (on: string) => string;
  readonly moved: (on: string) => string;
  readonly counts: (name: string) => string;
  readonly broken: (name: string, on: string, states: string) => string;
  readonly open: (name: string) => string;
  readonly spell: (from: string, to: string, judged: string) => string;
  readonly before: string;
  readonly longEnough: string;
  readonly begins: Readonly<Record<SpellStory["begins"], string>>;
  readonly needed: (to: string) => string;
  readonly total: (counted: string, needed: string) => string;
  readonly statuses: Readonly<Record<OutcomeStatus, string>>;
  readonly reached: (on: string) => string;
  readonly certain: (on: string) => string;
  readonly degree: (name: string) => string;
  readonly payable: (on: string) => string;
  readonly reasons: Readonly<Record<OutcomeReason, string>>;
}

export const STORY_WORDS: Readonly<Record<Language, StoryWords>> = {
  da: {
    referred: (who, on, course) => `${who}: visiteret ${on}; ${course}.`,
    course: (begun, ended) => {
      if (begun === undefined)
        return ended === undefined ? "intet forløb" : `intet påbegyndt forløb, slut ${ended}`;
      return ended === undefined ? `forløb siden ${begun}` : `forløb fra ${begun} til ${ended}`;
    },
    unreported: "intet forløb er indberettet",
    asNeverStarted: "intet forløb er indberettet, og det regnes som aldrig påbegyndt",
    anchors: { contract: "efter kontrakten", referral: "fra visiteringen" },
    window: (anchor, from, to) =>
      to === undefined ? `Målt ${anchor}, fra ${from} og frem.` : `Målt ${anchor}, fra ${from} til ${to}.`,
    noWindow: (anchor) => `Målt ${anchor}: måleperioden er ikke begyndt.`,
    gone: (on) => `Død, udvandret eller på pension fra ${on}.`,
    moved: (on) => `Fraflyttet ${on}.`,
    counts: (name) => `${name} tæller.`,
    broken: (name, on, states) =>
      `${name} er brudt ${on} (${states === "" ? "intet er registreret" : states}).`,
    open: (name) => `${name} er ikke afgjort.`,
    spell: (from, to, judged) => `Fra ${from} til ${to}: ${judged}.`,
    before: "før det, der er registreret,",
    longEnough: "begyndt i tide og lang nok",
    begins: {
      "in-time": "begyndt i tide, men ikke lang nok",
      "too-early": "begyndt for tidligt",
      "too-late": "begyndt for sent",
      "unseen": "ingen så, hvornår den begyndte",
    },
    needed: (to) => `; skulle have varet til ${to}`,
    total: (counted, needed) => `${counted} dage tæller, og det kræver ${needed}.`,
    statuses: { success: "Succes", failure: "Ikke succes", pending: "Endnu ikke afgjort", unknown: "Ukendt" },
    reached: (on) => `nået ${on}`,
    certain: (on) => `sikkert fra ${on}`,
    degree: (name) => `grad: ${name}`,
    payable: (on) => `udbetales ${on}`,
    reasons: {
      "amount-reached": "nået",
      "amount-out-of-reach": "det, der mangler, kan ikke længere nås",
      "never-started": "forløbet blev aldrig påbegyndt",
      "gone": "død, udvandret eller på pension, før det blev nået",
      "competing-event": "en konkurrerende hændelse kom først",
      "not-assessable": "kan ikke vurderes efter det, der skete",
      "window-open": "måleperioden er ikke slut",
      "course-running": "forløbet er ikke slut",
      "course-end-missing": "forløbets afslutning er ikke indberettet",
      "no-history": "intet er registreret om borgeren",
      "left-observation": "flyttet, hvor registeret ikke følger med",
      "before-coverage": "registeret dækker ikke hele måleperioden",
    },
  },
  en: {
    referred: (who, on, course) => `${who}: referred on ${on}; ${course}.`,
    course: (begun, ended) => {
      if (begun === undefined) return ended === undefined ? "no course" : `no course begun, over on ${ended}`;
      return ended === undefined ? `course since ${begun}` : `course from ${begun} to ${ended}`;
    },
    unreported: "no course was reported",
    asNeverStarted: "no course was reported, which counts as never started",
    anchors: { contract: "by the contract", referral: "from the referral" },
    window: (anchor, from, to) =>
      to === undefined
        ? `Measured ${anchor}, from ${from} on.`
        : `Measured ${anchor}, from ${from} to ${to}.`,
    noWindow: (anchor) => `Measured ${anchor}: the window isn't open yet.`,
    gone: (on) => `Dead, emigrated or on pension from ${on}.`,
    moved: (on) => `Moved away on ${on}.`,
    counts: (name) => `${name} counts.`,
    broken: (name, on, states) =>
      `${name} is broken on ${on} (${states === "" ? "nothing recorded" : states}).`,
    open: (name) => `${name} isn't decided.`,
    spell: (from, to, judged) => `From ${from} to ${to}: ${judged}.`,
    before: "before anything recorded",
    longEnough: "begun in time and long enough",
    begins: {
      "in-time": "begun in time but not long enough",
      "too-early": "begun too early",
      "too-late": "begun too late",
      "unseen": "nobody saw when it began",
    },
    needed: (to) => `; it had to last to ${to}`,
    total: (counted, needed) => `${counted} days count, and it takes ${needed}.`,
    statuses: { success: "Success", failure: "No success", pending: "Not decided yet", unknown: "Unknown" },
    reached: (on) => `reached on ${on}`,
    certain: (on) => `certain on ${on}`,
    degree: (name) => `degree: ${name}`,
    payable: (on) => `payable on ${on}`,
    reasons: {
      "amount-reached": "reached",
      "amount-out-of-reach": "what is missing can't be reached any more",
      "never-started": "the course never started",
      "gone": "dead, emigrated or on pension before it was reached",
      "competing-event": "a competing event came first",
      "not-assessable": "not assessable after what happened",
      "window-open": "the window isn't over",
      "course-running": "the course isn't over",
      "course-end-missing": "the end of the course wasn't reported",
      "no-history": "nothing is recorded of the citizen",
      "left-observation": "moved to where the register doesn't follow",
      "before-coverage": "the register doesn't cover the whole window",
    },
  },
};
