import { type FitAnswer, type FitRequest, fitLoadTests } from '../../lib/answers/fit';
import type { SystemReference } from '../../lib/answers/system-reference';
import { allParts, mapErrors } from '../../lib/core/all-parts';
import { InputError, type Problem, shown } from '../../lib/core/problems';
import { writeTextFile } from '../../lib/io/write-file';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { fitView } from '../../lib/output/fit';
import { calibrationFile, fitJson } from '../../lib/output/json/fit';
import { type Command, type FlagValues, textFlag } from '../command';
import { type Systems, systemFlag } from '../systems';
import { instanceCounts } from './instance-counts';
import { requireFiles } from './require-files';
import { asTyped, flagOf } from './tier-options';

/** Prints the answer of fitLoadTests. */
export const fit: Command = {
  arguments: [
    {
      name: 'results',
      description:
        'k6 summary or JSON stream, Locust history, Artillery or autocannon JSON, a Prometheus range query, or a CSV file; several files of the same test may be given',
      repeatable: true,
    },
  ],
  flags: [
    { name: 'system', value: 'system', description: 'the tested system' },
    { name: 'tier', value: 'tier', description: 'the tested tier' },
    { name: 'measured-on', value: 'date', description: 'date of the test, such as 2026-01-31' },
    {
      name: 'instances',
      value: 'service=number',
      description: 'number of instances of a service during the test, such as api=2; may be repeated; default: the minimum of the tier',
      repeatable: true,
    },
    { name: 'p95', value: 'ms', description: 'limit of the 95th percentile of latency in milliseconds; default: the limit of the system' },
    { name: 'errors', value: 'percent', description: 'limit of failed requests, such as 0.5%; default: the limit of the system' },
    {
      name: 'calibration-output',
      value: 'file',
      description: 'write the calibration to this file, for --calibration of recommend, design and capacity',
    },
  ],
  readsDefinition: true,
  examples: ['sizing fit results.csv --system aiva --tier medium --measured-on 2026-01-31'],
  run: async ({ arguments: results, flags, systems }) => {
    const answer = await fitLoadTests(
      requestOf(
        results.filter((path) => path !== undefined),
        flags,
        systems,
      ),
    ).catch((error: unknown) => {
      throw error instanceof InputError ? mapErrors(error, (part) => asTyped(part, flagOf)) : error;
    });
    return {
      report: { data: fitJson(answer), ...fitView(answer) },
      warnings: answer.warnings.map(answerWarningText),
      notes: written(answer, textFlag(flags, 'calibrationOutput')),
    };
  },
};

/** The request, or an InputError with the problems of all flags and files: the files are large, and are read only if all is well. */
function requestOf(files: readonly string[], flags: FlagValues, systems: Systems): FitRequest {
  const { tested, instances, p95LatencyMs, percent } = allParts({
    tested: () => testedTier(flags, systems),
    instances: () => instanceCounts(flags),
    p95LatencyMs: () => numberFlag(flags, 'p95', /^(\d+(?:\.\d+)?)(?:\s*ms)?$/, 'milliseconds such as 500'),
    percent: () => numberFlag(flags, 'errors', /^(100(?:\.0+)?|\d{1,2}(?:\.\d+)?)\s*%?$/, 'a percentage of at most 100%, such as 0.5%'),
    kinds: () => requireFiles(files, 'a readable file of results'),
  });
  const thresholds = {
    ...(p95LatencyMs !== undefined && { p95LatencyMs }),
    ...(percent !== undefined && { errorShare: percent / 100 }),
  };
  return { files, ...tested, instances, thresholds };
}

function testedTier(
  flags: FlagValues,
  systems: Systems,
): { readonly system: SystemReference; readonly tier: string; readonly measuredOn: string } {
  const [system, tier, measuredOn] = ['system', 'tier', 'measuredOn'].map((name) => textFlag(flags, name));
  const problems: Problem[] = [
    ...(system === undefined ? [{ path: '--system', expected: 'the tested system' }] : []),
    ...(tier === undefined ? [{ path: '--tier', expected: 'the tested tier' }] : []),
    ...(measuredOn === undefined ? [{ path: '--measured-on', expected: 'the date of the test, such as 2026-01-31' }] : []),
  ];
  if (system === undefined || tier === undefined || measuredOn === undefined) throw new InputError('flags', problems);
  return { system: systemFlag(system, systems), tier, measuredOn };
}

function numberFlag(flags: FlagValues, name: string, pattern: RegExp, expected: string): number | undefined {
  const text = textFlag(flags, name);
  if (text === undefined) return undefined;
  const digits = pattern.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  throw new InputError('flags', [{ path: `--${name}`, received: shown(text), expected }]);
}

function written(answer: FitAnswer, path: string | undefined): string[] {
  if (path === undefined) return [];
  writeTextFile(path, calibrationFile(answer));
  return [`calibration written to ${path}`];
}
