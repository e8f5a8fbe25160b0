/**
 * promtool, which comes with Prometheus: it reads rules as Prometheus does, and evaluates them over series that a test
 * makes up. What it says on standard error is the answer; nothing is an answer too.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Series by their selector and their values, one a minute, in promtool's notation: `0+1x60`. */
export type Series = Readonly<Record<string, string>>;

export interface RuleTest {
  /** Said when it fails. */
  readonly name: string;
  readonly series: Series;
  /** Minutes after the first value. */
  readonly at: number;
  /** PromQL, and the series that it must give, with a value of 1. */
  readonly query: string;
  readonly expected: readonly string[];
}

/** What promtool has against files of rules, by file; empty when all are right. */
export function refusedRules(files: Readonly<Record<string, object>>): string {
  return inFolder((folder) => {
    const names = Object.entries(files).map(([name, rules]) => written(folder, `${name}.yaml`, rules));
    return complaints(['check', 'rules', '--lint=all', '--lint-fatal', ...names]);
  });
}

/** How rules differ from what tests expect of them; empty when they don't. */
export function failedTests(rules: object, tests: readonly RuleTest[]): string {
  return inFolder((folder) => {
    const file = written(folder, 'tests.yaml', {
      rule_files: [written(folder, 'rules.yaml', rules)],
      evaluation_interval: '1m',
      tests: tests.map(({ name, series, at, query, expected }) => ({
        interval: '1m',
        input_series: Object.entries(series).map(([selector, values]) => ({ series: selector, values })),
        promql_expr_test: [
          { expr: `${query} # ${name}`, eval_time: `${at}m`, exp_samples: expected.map((labels) => ({ labels, value: 1 })) },
        ],
      })),
    });
    return complaints(['test', 'rules', file]);
  });
}

function inFolder(work: (folder: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
  try {
    return work(folder).replaceAll(`${folder}/`, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function written(folder: string, name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, stringify(content));
  return path;
}

function complaints(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}` || `exit code ${status}`;
}
