/** A simulated municipality of the cluster: its true rate and how many citizens it counts. */
export interface PeerAssumption {
  readonly municipality: string;
  /** True success rate, as a proportion. */
  readonly rate: number;
  readonly total: number;
}

/** What a synthetic competition is made of. Everything is stated; nothing is fitted to real data. */
export interface Assumptions {
  /** First Monday of intake, as an ISO date. */
  readonly intakeFrom: string;
  /** Last day on which someone may be referred, as an ISO date. */
  readonly intakeUntil: string;
  /** ISO weeks without intake, by number. */
  readonly closedWeeks: readonly number[];
  /** Fewest and most new citizens in a week; every number between is equally likely. */
  readonly perWeek: readonly [number, number];
  /** For each stratum column its levels with whole-number weights. */
  readonly strata: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** For each arm the weekly chance of leaving cash assistance, in percent of the usual one; 100 where absent. */
  readonly pace: Readonly<Record<string, number>>;
  /** For each level of a stratum column the same in percent, in either arm and after the course too; 100 where absent. */
  readonly groupPace?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Last day of the simulated register extract, as an ISO date. */
  readonly observedUntil: string;
  readonly peers: readonly PeerAssumption[];
}
