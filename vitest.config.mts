import { defineConfig } from 'vitest/config';
import { COMPILED_MODULES, compiledSources, SOURCES } from './test/support/compiled-sources.mts';

/** Takes longer than a contributor waits: `npm run test:all` alone runs it. */
const LONG = 'test/**/*.long.test.ts';
/** What must hold for all tiers, options and regions. */
const EXHAUSTIVE = 'test/proofs/**/*.test.ts';
/** Other programs: judges of our output, spawned commands, the compiler, packaging. */
const INTEGRATION = 'test/**/*.integration.test.ts';
/** Measures real servers by the clock. */
const REALITY = 'test/reality/**/*.test.ts';
/** Opens the site of the documentation, which `npm run docs` builds first: `vitest run --mode site` alone runs it. */
const SITE = 'test/site/**/*.test.ts';

const EVERYWHERE = {
  // Synthesizing shares one warmed-up CDK a worker: several times faster than a fresh module graph a file.
  isolate: false,
  pool: 'forks',
  // Synthesis makes many short-lived objects: with a large young generation, collecting garbage takes a sixth less CPU in all.
  execArgv: ['--max-semi-space-size=64'] as string[],
  // Wide: a test that hangs ends, and one on a busy machine doesn't.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  maxWorkers: 2,
  sequence: { groupOrder: 0 },
  server: { deps: { external: [COMPILED_MODULES] as RegExp[] } },
  setupFiles: ['test/support/property-seed.ts'] as string[],
  // Tests that start the command leave nothing in the user's folders.
  env: { CDK_VALIDATION: 'false', SIZING_CACHE: 'off' },
} as const;

/** The three parts of `npm test` and the tests of the site, each a project of its own in the mode of its name. `unit` requires no judge. */
const PARTS = {
  unit: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [EXHAUSTIVE, INTEGRATION, REALITY, SITE, LONG] },
  exhaustive: { name: 'exhaustive', include: [EXHAUSTIVE], exclude: [INTEGRATION, LONG] },
  integration: { name: 'integration', include: [INTEGRATION] },
  site: { name: 'site', include: [SITE] },
};

/** All parts. One project: a worker that has loaded the CDK once serves the files of all of them. */
const TESTS = { name: 'tests', include: ['test/**/*.test.ts'], exclude: [REALITY, SITE, LONG] };

/** Of these, the ones that another server beside them does not change: they test whether a server works, or its queries sleep for long. */
const UNDISTURBED = [
  'mariadb-memory',
  'mariadb-replication',
  'mysql-memory',
  'mysql-replication',
  'postgres-pgbouncer',
  'service-latency',
  'valkey-cluster',
  'valkey-queue',
].map((name) => `test/reality/${name}.test.ts`);

/** After all others: what is measured needs the machine, and the pauses of a large young generation would be measured too. */
const MEASUREMENTS = { ...EVERYWHERE, execArgv: [] as string[] };

/**
 * Two at a time, and then one at a time. The second measure rates: a measurement that a checkpoint or another program falls into is repeated,
 * and a wrong model fails in each repetition.
 */
const MEASURED = [
  { ...MEASUREMENTS, name: 'reality-paired', include: UNDISTURBED, sequence: { groupOrder: 1 } },
  { ...MEASUREMENTS, name: 'reality', include: [REALITY], exclude: UNDISTURBED, maxWorkers: 1, retry: 2, sequence: { groupOrder: 2 } },
];

function partOf(mode: string) {
  return mode === 'unit' || mode === 'exhaustive' || mode === 'integration' || mode === 'site' ? PARTS[mode] : undefined;
}

const plugins = [compiledSources()];

/**
 * `vitest run` proves a representative part of each form, and `vitest run --mode all` everything. The modes `unit`, `exhaustive`,
 * `integration` and `site` run a part of the tests.
 */
export default defineConfig(({ mode }) => ({
  test: {
    // Once for all projects, so these don't extend this one.
    globalSetup: ['test/support/judges.ts'],
    provide: { scope: mode === 'all' ? 'all' : 'representative' },
    maxWorkers: 2,
    forceRerunTriggers: [SOURCES],
    // Golden files change by `npm run golden` alone: a run that finds none, or another, fails.
    update: process.env.UPDATE_GOLDEN === '1' ? 'all' : 'none',
    projects: [
      { plugins, test: { ...EVERYWHERE, ...(partOf(mode) ?? TESTS) } },
      // A project of its own: the judges of these tests are not missing in a run without them.
      ...(mode === 'all' ? [{ plugins, test: { ...EVERYWHERE, name: 'long', include: [LONG], exclude: [INTEGRATION] } }] : []),
      ...(partOf(mode) === undefined ? MEASURED.map((test) => ({ plugins, test })) : []),
    ],
  },
}));
