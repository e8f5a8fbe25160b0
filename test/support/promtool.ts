/**
 * promtool, a part of Prometheus: it reads rules as Prometheus does, and evaluates them for the series of a test. Its output on
 * stderr is the result; no output means no error.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Values of series by selector, one each minute, in the notation of promtool: `0+1x60`. */
export type Series = Readonly<Record<string, string>>;

export interface RuleTest {
  /** Name of the test, shown when it fails. */
  readonly name: string;
  readonly series: Series;
  /** Minutes after the first value. */
  readonly at: number;
  /** PromQL, and the series that it must give, with a value of 1. */
  readonly query: string;
  readonly expected: readonly string[];
}

/** Rules, and the tests of them. */
export interface RuleTests {
  readonly rules: object;
  readonly tests: readonly RuleTest[];
}

/** Errors of promtool about files of rules; empty if all are valid. */
export function refusedRules(files: Readonly<Record<string, object>>): string {
  return inFolder((folder) => {
    const names = Object.entries(files).map(([name, rules]) => written(folder, `${name}.yaml`, rules));
    return complaints(['check', 'rules', '--lint=all', '--lint-fatal', ...names]);
  });
}

/**
 * Differences between the results of rules and the expected ones; empty if there are none. promtool evaluates all rules of a
 * file every minute for each test of the file, so a file is quick when it has only the rules that its tests query.
 */
export function failedTests(files: readonly RuleTests[]): string {
  return inFolder((folder) => {
    const names = files.map(({ rules, tests }, index) =>
      written(folder, `tests-${index}.yaml`, {
        rule_files: [written(folder, `rules-${index}.yaml`, rules)],
        evaluation_interval: '1m',
        tests: tests.map(({ name, series, at, query, expected }) => ({
          interval: '1m',
          input_series: Object.entries(series).map(([selector, values]) => ({ series: selector, values })),
          promql_expr_test: [
            { expr: `${query} # ${name}`, eval_time: `${at}m`, exp_samples: expected.map((labels) => ({ labels, value: 1 })) },
          ],
        })),
      }),
    );
    return complaints(['test', 'rules', ...names]);
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
