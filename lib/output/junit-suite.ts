/** Limits of a command as one suite of the JUnit format. */
export interface JunitSuite {
  /** Subject of the limits. GitLab shows it as the suite, and counts cases of the same suite and name once. */
  readonly name: string;
  /** One for each limit. */
  readonly cases: readonly JunitCase[];
}

/** One limit as a test case. A case with neither failure nor reason to skip has passed. */
export interface JunitCase {
  /** The same in each run, because GitLab compares the cases of two branches by name. */
  readonly name: string;
  /** Why the limit is exceeded: a summary, then one line for each cause. Default: it is not. */
  readonly failure?: readonly [summary: string, ...causes: string[]];
  /** Why it is unknown whether the limit is exceeded. Default: it is known. */
  readonly skipped?: string;
  /** Limitation of a case that has passed, such as usage that the total excludes. Default: none. */
  readonly note?: string;
}
