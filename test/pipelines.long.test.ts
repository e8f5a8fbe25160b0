import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWithPackage, run } from './support/packed-package';
import { textOf } from './support/sources';
import { temporaryFolder } from './support/temporary-folder';

/**
 * The jobs of the page about pipelines, run here with the packed package: all of their commands except `npm ci`, whose packages
 * are linked, and with a stub of `gh` that records its calls.
 */
const BLOCKS = [...textOf('docs/continuous-integration.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => load(text));

interface Step {
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface WorkflowJob {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const EXPRESSIONS: Readonly<Record<string, string>> = {
  'github.token': 'token',
  'github.repository': 'example/shop',
  'github.event.number': '7',
};

const evaluated = (text: string) => text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => EXPRESSIONS[name] ?? `unknown ${name}`);

let folder = '';
const inProject = (command: string, args: readonly string[]) => run(command, args, folder);

function git(...parameters: readonly string[]) {
  const { status, stdout, stderr } = inProject('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...parameters]);
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

/** Runs a script as the runner of a pipeline does, without the commands that need a registry. */
function runScript(script: string, env: Readonly<Record<string, string | number>>) {
  const assignments = Object.entries(env).map(([name, value]) => `export ${name}='${evaluated(String(value))}'`);
  const lines = script.split('\n').filter((line) => line.trim() !== 'npm ci');
  const path = `export PATH="${join(folder, '..', 'bin')}:$PATH" GITHUB_STEP_SUMMARY="${join(folder, '..', 'summary.md')}"`;
  return inProject('bash', ['-e', '-o', 'pipefail', '-c', [path, ...assignments, ...lines].join('\n')]);
}

beforeAll(() => {
  const scratch = temporaryFolder();
  folder = join(scratch, 'shop');
  folderWithPackage(folder);
  mkdirSync(join(scratch, 'bin'));
  writeFileSync(join(scratch, 'bin/gh'), '#!/bin/sh\necho "$@" >> "$(dirname "$0")/calls"\ncase $* in *--paginate*) echo 42;; esac\n', {
    mode: 0o755,
  });
  expect(inProject('npx', ['sizing', 'init', 'shop', '--as', 'yaml']).status).toBe(0);
  writeFileSync(join(folder, '.gitignore'), 'node_modules\ncdk.out\n');
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'base');
});

/** The page shows the second job of the workflow alone. */
const [WORKFLOW, SECOND_JOB, GITLAB] = BLOCKS as [
  { readonly jobs: Readonly<Record<string, WorkflowJob>> },
  Readonly<Record<string, WorkflowJob>>,
  Readonly<Record<string, { readonly variables: Readonly<Record<string, string | number>>; readonly script: readonly string[] }>>,
];

/** Runs the steps of a job until one fails. Steps with `if` run in any case. */
function runJob({ env = {}, steps }: WorkflowJob): readonly number[] {
  const codes: number[] = [];
  for (const step of steps) {
    if (step.run === undefined || (step.if === undefined && codes.some((code) => code !== 0))) continue;
    codes.push(runScript(step.run, { ...env, ...step.env }).status ?? -1);
  }
  return codes;
}

const calls = () => readFileSync(join(folder, '../bin/calls'), 'utf8').trim().split('\n');

describe('the pipelines of the guide', () => {
  test('are the files that init writes', () => {
    for (const [pipeline, path, block] of [
      ['github', '.github/workflows/cost.yml', WORKFLOW],
      ['gitlab', '.gitlab-ci.yml', GITLAB],
    ] as const) {
      const project = join(folder, '..', pipeline);
      const { status, stderr } = inProject('npx', ['sizing', 'init', '--ci', pipeline, '--output-dir', project]);
      expect(status, stderr).toBe(0);
      expect(load(readFileSync(join(project, path), 'utf8')), path).toEqual(block);
    }
  });

  test('test the tiers, check their budget, and write a comparison to the summary', () => {
    const { sizing } = SECOND_JOB;
    expect(sizing && runJob(sizing)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(join(folder, '../summary.md'), 'utf8')).toContain('| **monthly, mid** |');
  });

  test('write the cost of a change to a comment, and fail when it exceeds the limit', () => {
    const { cost } = WORKFLOW.jobs;
    appendFileSync(join(folder, 'README.md'), 'A change without a cost.\n');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'small');
    expect(cost && runJob(cost)).toEqual([0, 0, 0]);
    expect(calls()).toEqual([
      expect.stringMatching(/^api --paginate repos\/example\/shop\/issues\/7\/comments --jq /),
      expect.stringMatching(/^api --method PATCH repos\/example\/shop\/issues\/comments\/42 --field body=@diff\.md$/),
    ]);

    enlarge();
    expect(cost && runJob(cost)).toEqual([0, 2, 0]);
    expect(readFileSync(join(folder, 'diff.md'), 'utf8')).toMatch(/^<!-- sizing diff -->[\s\S]*HEAD\^1 → working tree/);
  });

  test('report the limits to GitLab', () => {
    const { cost } = GITLAB;
    const env = { ...cost?.variables, CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'HEAD^1') };
    expect(cost && runScript(cost.script.join('\n'), env).status).toBe(2);
    expect(readFileSync(join(folder, 'diff.xml'), 'utf8')).toMatch(/<testsuites?[\s\S]*<failure/);
  });
});

/** Commits a change that makes tier large far more expensive. */
function enlarge(): void {
  const file = join(folder, 'sizing.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('{ min: 6, max: 24 }', '{ min: 40, max: 80 }'));
  git('commit', '--quiet', '--all', '--message', 'large');
}
