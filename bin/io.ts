import type { Page } from '../lib/output/render';

/** The parts of the process that a command uses. Tests replace them. */
export interface Io {
  /** Data. Nothing else is ever written there. */
  readonly stdout: (text: string) => void;
  /** Everything that is not data: warnings, errors, help after a mistake. */
  readonly stderr: (text: string) => void;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal. */
  readonly stdoutIsTty: boolean;
  /** Whether stderr is a terminal, where progress can be shown. */
  readonly stderrIsTty: boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs: () => number;
  /** Width of the terminal; undefined when stdout is none. */
  readonly columns: number | undefined;
  /** Width of the terminal of stderr; undefined when stderr is none. */
  readonly stderrColumns: number | undefined;
  /** The date that prices are compared with. */
  readonly today: Date;
}

/** Width of a table in a file or a pipe: a pull request or a wide terminal shows it without wrapping. */
const PIPE_COLUMNS = 120;
const MIN_COLUMNS = 40;

/** Width and colors of tables. */
export function pageOf(io: Io): Page {
  const columns = io.columns ?? Number(io.env.COLUMNS);
  return { width: Math.max(MIN_COLUMNS, columns > 0 ? columns : PIPE_COLUMNS), color: colorsWanted(io) };
}

/** Width and colors of a report that is written to a file. */
export function pageOfFile(io: Io): Page {
  return pageOf({ ...io, stdoutIsTty: false, columns: undefined });
}

/** https://no-color.org: set and not empty means no. FORCE_COLOR requires colors, for logs that show them. */
function colorsWanted({ env, stdoutIsTty }: Io): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stdoutIsTty && env.TERM !== 'dumb';
}
