import { join } from 'node:path';
import type { Io } from '../../bin/io';
import type { Modules } from '../../bin/modules';
import { run } from '../../bin/program';
import { cachedEstimator } from '../../lib/answers/cached-estimator';
import * as check from '../../lib/answers/check-templates';
import * as dataVersions from '../../lib/answers/data-versions';
import * as estimate from '../../lib/answers/estimate';
import { estimateCharts } from '../../lib/answers/estimate-manifest-files';
import type { Estimator } from '../../lib/answers/estimated-tier';
import * as lint from '../../lib/answers/lint';
import * as manifests from '../../lib/answers/manifests';
import { planMove, planTemplateMove } from '../../lib/answers/move';
import { tierQuotas } from '../../lib/answers/quotas';
import { stacksFor } from './synthesized';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A file that tests of the command read. */
export function fixture(name: string): string {
  return join(__dirname, '../bin/fixtures', name);
}

/** As the command does it: blueprints that differ in their load only are synthesized once. */
const estimateBlueprint = cachedEstimator({
  synthesize: () => stacksFor,
  synthesizer: 'tests',
  cache: { get: () => undefined, put: () => undefined, drop: () => undefined },
});

const estimator: Estimator = (blueprint) =>
  blueprint.options.platform === 'kubernetes' ? estimateCharts(blueprint).estimate : estimateBlueprint(blueprint).estimate;

const MODULES: Modules = {
  estimator: () => estimator,
  estimate: () => estimate,
  check: () => check,
  lint: () => lint,
  dataVersions: () => dataVersions,
  manifests: () => manifests,
  quotas: () => ({ tierQuotas: (request) => tierQuotas(request, stacksFor) }),
  move: () => ({ planMove: (request) => planMove(request, stacksFor), planTemplateMove }),
};

/** Runs the command in this process: not on a terminal, 120 columns wide, on a day when the prices were new. */
export async function sizing(argv: readonly string[], given: Partial<Io> = {}, modules = MODULES): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const code = await run(
    argv,
    {
      stdout: (text) => {
        written.stdout += text;
      },
      stderr: (text) => {
        written.stderr += text;
      },
      env: {},
      stdoutIsTty: false,
      stderrIsTty: false,
      nowMs: () => performance.now(),
      columns: undefined,
      today: new Date('2021-08-04'),
      ...given,
    },
    modules,
  );
  return { code, ...written };
}
