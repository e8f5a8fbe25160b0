/** A command in the list of commands, which is printed without loading any. */
export interface CommandEntry {
  /** As typed after `sizing`. */
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
}
