/** A command as a shell completes it. */
export interface CompletedCommand {
  /** As typed after `sizing`. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Words of its positional arguments, such as ids of systems. Empty for paths. */
  readonly words: readonly string[];
  /** Its flags. */
  readonly flags: readonly CompletedFlag[];
}

/** A flag as a shell completes it. */
export interface CompletedFlag {
  /** Without dashes. */
  readonly name: string;
  /** One line. */
  readonly description: string;
  /** Whether a value follows. */
  readonly hasValue: boolean;
  /** The words that the value may be; empty for any value, which is completed as a path. */
  readonly words: readonly string[];
}
