import { type FitAnswer, type FitRequest, fitLoadTests, measuredOnProblems } from '../../lib/answers/fit';
import { allParts, mapErrors } from '../../lib/core/all-parts';
import { InputError, shown } from '../../lib/core/problems';
import { writeTextFile } from '../../lib/io/write-file';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { fitView } from '../../lib/output/fit';
import { calibrationFile, fitJson } from '../../lib/output/json/fit';
import { type Command, type FlagValues, type Request, textFlag } from '../command';
import { measuredTier, requireNone } from './measured-tier';
import { requireFiles } from './require-files';
import { asTyped, flagOf } from './tier-options';

/** Prints the answer of fitLoadTests. */
export const fit: Command = {
  arguments: [
    {
      name: 'results',
      description:
        'k6 summary or JSON stream, Locust history, JMeter results in CSV, Artillery or autocannon JSON, a Prometheus range query, or a CSV file; several files of the same test may be given',
      repeatable: true,
    },
  ],
  flags: [
    { name: 'system', value: 'system', description: 'the tested system; default: the system of your definition' },
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
  check: (request) => void requestOf(request),
  run: async (request) => {
    const { flags } = request;
    const answer = await fitLoadTests(requestOf(request)).catch((error: unknown) => {
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
function requestOf(request: Request): FitRequest {
  const { flags } = request;
  const files = request.arguments.filter((path) => path !== undefined);
  const { measured, measuredOn, p95LatencyMs, percent } = allParts({
    measured: () => measuredTier(request, { system: 'the tested system', tier: 'the tested tier' }),
    measuredOn: () => measuredOnFlag(flags),
    p95LatencyMs: () => numberFlag(flags, 'p95', /^(\d+(?:\.\d+)?)(?:\s*ms)?$/, 'milliseconds such as 500'),
    percent: () => numberFlag(flags, 'errors', /^(100(?:\.0+)?|\d{1,2}(?:\.\d+)?)\s*%?$/, 'a percentage of at most 100%, such as 0.5%'),
    kinds: () => requireFiles(files, 'a readable file of results'),
  });
  const thresholds = {
    ...(p95LatencyMs !== undefined && { p95LatencyMs }),
    ...(percent !== undefined && { errorShare: percent / 100 }),
  };
  return { files, ...measured, measuredOn, thresholds };
}

function measuredOnFlag(flags: FlagValues): string {
  const text = textFlag(flags, 'measuredOn');
  if (text === undefined) throw new InputError('flags', [{ path: '--measured-on', expected: 'the date of the test, such as 2026-01-31' }]);
  requireNone(measuredOnProblems(text));
  return text;
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
