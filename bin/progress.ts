import type { Estimator } from '../lib/answers/estimated-tier';
import type { Io } from './io';
import type { Modules } from './modules';

/** Milliseconds before a command shows its progress. */
const SILENT_MS = 1_000;

/** Erases the line of the cursor and goes to its start: ECMA-48, EL and CR. */
const ERASE_LINE = '\r\u001b[2K';

/** The modules of a command that shows its progress, and the end of it. */
export interface Progress {
  /** Modules whose estimates are counted. */
  readonly modules: Modules;
  /** Removes the line, if there is one. */
  readonly end: () => void;
}

/** Shows a progress line on a terminal when computing the estimates takes longer than one second. */
export function withProgress(modules: Modules, io: Io): Progress {
  if (!io.stderrIsTty) return { modules, end: () => {} };
  const started = io.nowMs();
  let estimates = 0;
  let isShown = false;
  const counting = (estimator: Estimator): Estimator => {
    return (blueprint) => {
      if (io.nowMs() - started >= SILENT_MS) {
        const line = `estimate ${estimates + 1}: ${blueprint.system.id} ${blueprint.tier.id}`;
        io.stderr(`${ERASE_LINE}${line.slice(0, (io.columns ?? line.length + 1) - 1)}`);
        isShown = true;
      }
      estimates += 1;
      return estimator(blueprint);
    };
  };
  return {
    modules: { ...modules, estimator: () => counting(modules.estimator()) },
    end: () => {
      if (isShown) io.stderr(ERASE_LINE);
      isShown = false;
    },
  };
}
