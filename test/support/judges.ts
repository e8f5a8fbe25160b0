/**
 * Judges are external programs and packages, not installed by `npm ci`, that check results independently. Vitest runs `setup` once before all workers. On
 * a contributor's computer, tests of a missing judge are skipped with one line on stderr; in CI they fail.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { ROOT } from './sources';

export interface JudgePackages {
  /** Subject of the judge, for the line about skipped tests. */
  readonly judges: string;
  /** Packages that must be in `node_modules`, by name, with their exact versions. */
  readonly packages: Readonly<Record<string, string>>;
  /** How to install them. */
  readonly install: string;
  /** The test project that requires it. Default: `tests`, and its parts `exhaustive` and `integration`. */
  readonly project?: 'long' | 'reality' | 'site';
}

export interface JudgeProgram {
  /** Subject of the judge, for the line about skipped tests. */
  readonly judges: string;
  /** Arguments with which the program exits with 0 and does nothing else. */
  readonly probe: readonly string[];
  /** Whether it takes seconds of CPU to start: a start that is cut off is enough. Default: false. */
  readonly startsSlowly?: true;
  /** How to install it. */
  readonly install: string;
  /** Text in the output of the probe by which another program of the same name is known. Default: any output is that of the judge. */
  readonly isNot?: string;
  /** Whether it comes from a suite of Debian that changes daily: CI names it where it cannot be fetched, and goes on. Default: false. */
  readonly isMoving?: true;
  /** The test project that requires it. Default: `tests`, and its parts `exhaustive` and `integration`. */
  readonly project?: 'long' | 'reality' | 'site';
}

/** Of the models of Kubernetes and of two operators. They declare Node 22, and `npm ci` would warn on Node 20, where they run too. */
const MODEL_PACKAGES = {
  'kubernetes-models': '5.1.0',
  '@kubernetes-models/karpenter': '2.0.0',
  '@kubernetes-models/prometheus-operator': '6.0.0',
} as const;

/** The exporters of stable releases of Debian are older than those of the manifests, and have other arguments. */
function exporter(name: string, server: string) {
  return {
    judges: `metrics of ${server} that alert rules use`,
    probe: ['--version'],
    isMoving: true,
    install: `apt-get install --target-release sid prometheus-${name}-exporter`,
    project: 'reality',
  } as const;
}

/** Every judge. A new one is one entry here and its installation in `.ci/run`. */
export const JUDGES = {
  'cfn-lint': {
    judges: 'templates against the CloudFormation schemas',
    probe: ['--version'],
    startsSlowly: true,
    install: 'pip install cfn-lint',
  },
  moto_server: {
    judges: 'stacks in an emulator of AWS: creation, and moves between tiers',
    probe: ['--help'],
    install: "pip install 'moto[server]==5.2.1'",
    project: 'long',
  },
  mariadbd: {
    judges: 'the queueing model against a real database',
    probe: ['--version'],
    install: 'apt-get install mariadb-server',
    project: 'reality',
  },
  mysqld: {
    judges: 'MySQL servers of the manifests, as real servers',
    probe: ['--version'],
    // Debian's package of MariaDB has a program of the same name.
    isNot: 'MariaDB',
    isMoving: true,
    install: 'MySQL 8.4 or newer, with mysql and mysqldump',
    project: 'reality',
  },
  'prometheus-mysqld-exporter': exporter('mysqld', 'MySQL and MariaDB'),
  'prometheus-postgres-exporter': exporter('postgres', 'PostgreSQL'),
  'prometheus-pgbouncer-exporter': exporter('pgbouncer', 'PgBouncer'),
  'prometheus-redis-exporter': exporter('redis', 'Redis and Valkey'),
  'redis-server': {
    judges: 'the cache of the manifests, as a real cluster',
    probe: ['--version'],
    install: 'apt-get install redis-server',
    project: 'reality',
  },
  postgres: {
    judges: 'the configuration of PostgreSQL in containers',
    probe: ['--version'],
    install: 'apt-get install postgresql',
    project: 'reality',
  },
  pgbouncer: {
    judges: 'the configuration of PgBouncer in containers',
    probe: ['--version'],
    install: 'apt-get install pgbouncer',
    project: 'reality',
  },
  jest: {
    judges: 'the example of tests with Jest',
    probe: ['--version'],
    install: 'npm install --global jest jest-snapshot',
    project: 'long',
  },
  'kubernetes-models': {
    judges: 'manifests against the models of Kubernetes, Karpenter and the Prometheus operator',
    packages: MODEL_PACKAGES,
    install: `npm install --no-save ${Object.entries(MODEL_PACKAGES)
      .map(([name, version]) => `${name}@${version}`)
      .join(' ')}`,
  },
  'valkey-server': {
    judges: 'the cache of the manifests, as a real cluster of Valkey',
    probe: ['--version'],
    isMoving: true,
    install: 'Valkey 8.1 or newer, with valkey-cli',
    project: 'reality',
  },
  zsh: { judges: 'the completion of zsh', probe: ['--version'], install: 'apt-get install zsh' },
  fish: { judges: 'the completion of fish', probe: ['--version'], install: 'apt-get install fish' },
  chromium: { judges: 'the site of the documentation', probe: ['--version'], install: 'apt-get install chromium', project: 'site' },
  promtool: { judges: 'alert rules: their syntax, and when they fire', probe: ['--version'], install: 'apt-get install prometheus' },
} as const satisfies Readonly<Record<string, AnyJudge>>;

type AnyJudge = JudgeProgram | JudgePackages;

export type Judge = keyof typeof JUDGES;

declare module 'vitest' {
  interface ProvidedContext {
    missingJudges: Judge[];
  }
}

/** Determines once which judges of the projects of this run are missing, prints them, and provides them to the tests. */
export default function setup(project: TestProject): void {
  const projects = project.vitest.projects.map(({ name }) => name);
  const missing = missingAmong(neededBy(projects, JUDGES));
  for (const judge of missing) process.stderr.write(`${missingText(judge, JUDGES[judge])}\n`);
  project.provide('missingJudges', missing);
}

/** The project of all tests, and those of its parts that require judges. */
const WITH_JUDGES: readonly string[] = ['tests', 'exhaustive', 'integration'];

/** The judges that the tests of these projects require. */
export function neededBy<Name extends string>(
  projects: readonly string[],
  judges: Readonly<Record<Name, AnyJudge>>,
): Partial<Readonly<Record<Name, AnyJudge>>> {
  const needed = Object.entries<AnyJudge>(judges).filter(([, { project }]) =>
    project === undefined
      ? projects.some((each) => WITH_JUDGES.includes(each))
      : projects.some((each) => each === project || each.startsWith(`${project}-`)),
  );
  return Object.fromEntries(needed) as Partial<Readonly<Record<Name, AnyJudge>>>;
}

/** A group of tests that require a judge. If it is missing they are skipped, except in CI, where they fail unless it is a moving one. */
export function judged(judge: Judge, tests: () => void): void {
  describe.skipIf(inject('missingJudges').includes(judge) && (isMoving(judge) || !mustBePresent(process.env)))(judge, tests);
}

/** Whether CI goes on without a judge. */
export function isMoving(judge: Judge): boolean {
  const { isMoving: moves }: Partial<JudgeProgram> = JUDGES[judge];
  return moves === true;
}

/** A group of tests that require Linux. On other systems they are skipped, with the reason in their name; in CI they run. */
export function onLinux(reason: string, tests: () => void): void {
  describe.skipIf(process.platform !== 'linux' && !mustBePresent(process.env))(`on Linux alone, for ${reason}`, tests);
}

/** In CI nothing is skipped. */
export function mustBePresent(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment.CI === 'true';
}

/** Folders of servers on Debian, which are not in the PATH of users; PostgreSQL has a folder for each version. */
const SERVER_FOLDERS = ['/usr/sbin', ...versionsIn('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin'))];

function versionsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
}

/** The PATH of the tests. */
export function programPath(): string {
  return [process.env.PATH, ...SERVER_FOLDERS].join(delimiter);
}

/** The programs that do not start, and the judges with a package that is missing or has another version. */
export function missingAmong<Name extends string>(judges: Partial<Readonly<Record<Name, AnyJudge>>>): Name[] {
  const env = { ...process.env, PATH: programPath() };
  return Object.entries<AnyJudge | undefined>(judges).flatMap(([name, judge]) =>
    judge === undefined || ('packages' in judge ? areInstalled(judge) : starts(name, judge, env)) ? [] : [name as Name],
  );
}

function areInstalled({ packages }: JudgePackages): boolean {
  return Object.entries(packages).every(([name, version]) => {
    const file = join(ROOT, 'node_modules', name, 'package.json');
    return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version === version;
  });
}

/** Time after which the probe of a program that starts slowly is cut off. */
const CUT_OFF_MS = 50;

function starts(name: string, { probe, startsSlowly, isNot }: JudgeProgram, env: NodeJS.ProcessEnv): boolean {
  const settings = { encoding: 'utf8', env, ...(startsSlowly && { timeout: CUT_OFF_MS }) } as const;
  const { status, error, stdout } = spawnSync(name, probe, settings);
  if (isNot !== undefined && stdout?.includes(isNot)) return false;
  return status === 0 || (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT');
}

export function missingText(name: string, { judges, install }: AnyJudge): string {
  return `skipped: ${judges}, because ${name} is not installed (${install})`;
}
