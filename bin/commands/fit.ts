import { type FitAnswer, fitLoadTests } from '../../lib/answers/fit';
import type { SystemReference } from '../../lib/answers/system-reference';
import { InputError, type Problem, shown } from '../../lib/core/problems';
import { writeTextFile } from '../../lib/io/write-file';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { fitView } from '../../lib/output/fit';
import { calibrationFile, fitJson } from '../../lib/output/json/fit';
import { type Command, type FlagValues, listFlag, textFlag } from '../command';
import { type Systems, systemFlag } from '../systems';
import { asTyped, flagOf } from './tier-options';

/** Prints the answer of fitLoadTests. */
export const fit: Command = {
  arguments: [{ name: 'results', description: 'k6 summary or JSON stream, Locust history, Artillery or autocannon JSON, or a CSV file' }],
  flags: [
    { name: 'and', value: 'file', description: 'another result file of the same test; may be repeated', repeatable: true },
    { name: 'system', value: 'system', description: 'the tested system' },
    { name: 'tier', value: 'tier', description: 'the tested tier' },
    { name: 'measured-on', value: 'date', description: 'day of the test, such as 2026-01-31' },
    { name: 'p95', value: 'ms', description: 'limit of the 95th percentile of latency in milliseconds; default: the limit of the system' },
    { name: 'errors', value: 'percent', description: 'limit of failed requests, such as 0.5%; default: the limit of the system' },
    {
      name: 'calibration-output',
      value: 'file',
      description: 'write the calibration to this file, for --calibration of recommend and capacity',
    },
  ],
  readsDefinition: true,
  examples: ['sizing fit results.csv --system aiva --tier medium --measured-on 2026-01-31'],
  run: async ({ arguments: [results = ''], flags, systems }) => {
    const request = { files: [results, ...listFlag(flags, 'and')], ...testedTier(flags, systems), thresholds: thresholdsOf(flags) };
    const answer = await fitLoadTests(request).catch((error: unknown) => {
      throw error instanceof InputError ? asTyped(error, flagOf) : error;
    });
    return {
      report: { data: fitJson(answer), ...fitView(answer) },
      warnings: answer.warnings.map(answerWarningText),
      notes: written(answer, textFlag(flags, 'calibrationOutput')),
    };
  },
};

function testedTier(
  flags: FlagValues,
  systems: Systems,
): { readonly system: SystemReference; readonly tier: string; readonly measuredOn: string } {
  const [system, tier, measuredOn] = ['system', 'tier', 'measuredOn'].map((name) => textFlag(flags, name));
  const problems: Problem[] = [
    ...(system === undefined ? [{ path: '--system', expected: 'the tested system' }] : []),
    ...(tier === undefined ? [{ path: '--tier', expected: 'the tested tier' }] : []),
    ...(measuredOn === undefined ? [{ path: '--measured-on', expected: 'the day of the test, such as 2026-01-31' }] : []),
  ];
  if (system === undefined || tier === undefined || measuredOn === undefined) throw new InputError('flags', problems);
  return { system: systemFlag(system, systems), tier, measuredOn };
}

function thresholdsOf(flags: FlagValues): { readonly p95LatencyMs?: number; readonly errorShare?: number } {
  const p95LatencyMs = numberFlag(flags, 'p95', /^(\d+(?:\.\d+)?)(?:\s*ms)?$/, 'milliseconds such as 500');
  const percent = numberFlag(flags, 'errors', /^(100(?:\.0+)?|\d{1,2}(?:\.\d+)?)\s*%?$/, 'a percentage of at most 100%, such as 0.5%');
  return { ...(p95LatencyMs !== undefined && { p95LatencyMs }), ...(percent !== undefined && { errorShare: percent / 100 }) };
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
