import { join } from 'node:path';
import { inject } from 'vitest';
import { capacity as capacityCommand } from '../../bin/commands/capacity';
import { check as checkCommand } from '../../bin/commands/check';
import { compare as compareCommand } from '../../bin/commands/compare';
import { completion as completionCommand } from '../../bin/commands/completion';
import { curve as curveCommand } from '../../bin/commands/curve';
import { design as designCommand } from '../../bin/commands/design';
import { diff as diffCommand } from '../../bin/commands/diff';
import { estimate as estimateCommand } from '../../bin/commands/estimate';
import { explain as explainCommand } from '../../bin/commands/explain';
import { fit as fitCommand } from '../../bin/commands/fit';
import { init as initCommand } from '../../bin/commands/init';
import { lint as lintCommand } from '../../bin/commands/lint';
import { list as listCommand } from '../../bin/commands/list';
import { manifests as manifestsCommand } from '../../bin/commands/manifests';
import { move as moveCommand } from '../../bin/commands/move';
import { observe as observeCommand } from '../../bin/commands/observe';
import { quotas as quotasCommand } from '../../bin/commands/quotas';
import { recommend as recommendCommand } from '../../bin/commands/recommend';
import type { Io } from '../../bin/io';
import type { Modules } from '../../bin/modules';
import { printAnswer } from '../../bin/printed-answers';
import { run } from '../../bin/program';
import type { ProgramModules } from '../../bin/program-modules';
import * as systems from '../../bin/systems';
import { cachedEstimator } from '../../lib/answers/cached-estimator';
import * as check from '../../lib/answers/check-templates';
import * as dataVersions from '../../lib/answers/data-versions';
import * as estimate from '../../lib/answers/estimate';
import { estimateCharts } from '../../lib/answers/estimate-manifest-files';
import type { Estimator } from '../../lib/answers/estimated-tier';
import * as lint from '../../lib/answers/lint';
import * as lintFix from '../../lib/answers/lint-fix';
import * as manifests from '../../lib/answers/manifests';
import { planMove } from '../../lib/answers/move';
import { tierQuotas } from '../../lib/answers/quotas';
import { planTemplateMove } from '../../lib/answers/template-move';
import { CachedFiles } from '../../lib/io/cached-files';
import { chartsFor, stacksFor } from './synthesized';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A file that tests of the command read. */
export function fixture(name: string): string {
  return join(__dirname, '../bin/fixtures', name);
}

/** As the command does it: blueprints that differ in their load only are synthesized once, by one of the workers. */
const estimateBlueprint = cachedEstimator({
  synthesize: () => stacksFor,
  synthesizer: 'tests',
  cache: {
    get: (key) => filesOfRun().get(key),
    put: (key, content) => filesOfRun().put(key, content),
    drop: (key) => filesOfRun().drop(key),
  },
});

function filesOfRun(): CachedFiles {
  return new CachedFiles(join(inject('runFolder'), 'estimated'), 10_000);
}

const estimator: Estimator = (blueprint) =>
  blueprint.options.platform === 'kubernetes' ? estimateCharts(blueprint, {}, chartsFor).estimate : estimateBlueprint(blueprint).estimate;

/** The commands, loaded. */
export const LOADED_COMMANDS = {
  init: initCommand,
  list: listCommand,
  estimate: estimateCommand,
  diff: diffCommand,
  compare: compareCommand,
  explain: explainCommand,
  quotas: quotasCommand,
  recommend: recommendCommand,
  design: designCommand,
  capacity: capacityCommand,
  curve: curveCommand,
  fit: fitCommand,
  observe: observeCommand,
  manifests: manifestsCommand,
  lint: lintCommand,
  check: checkCommand,
  move: moveCommand,
  completion: completionCommand,
} as const;

/** The loader of each command. */
export const COMMAND_LOADERS = Object.fromEntries(
  Object.entries(LOADED_COMMANDS).map(([name, command]) => [name, () => command]),
) as unknown as ProgramModules['commands'];

const LOADERS = { commands: COMMAND_LOADERS, systems: () => systems, answers: () => ({ answerCache: () => undefined, printAnswer }) };

const MODULES: Modules = {
  estimator: () => estimator,
  charts: () => chartsFor,
  estimate: () => estimate,
  check: () => check,
  lint: () => lint,
  lintFix: () => lintFix,
  dataVersions: () => dataVersions,
  manifests: () => manifests,
  quotas: () => ({ tierQuotas: (request) => tierQuotas(request, stacksFor) }),
  move: () => ({ planMove: (request) => planMove(request, stacksFor) }),
  templateMove: () => ({ planTemplateMove }),
};

/** Runs the command in this process: not on a terminal, 120 columns wide, on a day when the prices were new. */
export async function sizing(argv: readonly string[], given: Partial<Io> = {}, modules: Partial<ProgramModules> = {}): Promise<Ran> {
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
      stderrColumns: undefined,
      today: new Date('2021-08-04'),
      ...given,
    },
    { ...LOADERS, ...MODULES, ...modules },
  );
  return { code, ...written };
}
