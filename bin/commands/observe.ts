import { type ObserveAnswer, type ObserveRequest, observeMetrics } from '../../lib/answers/observe';
import { allParts, mapErrors } from '../../lib/core/all-parts';
import { InputError } from '../../lib/core/problems';
import { writeTextFile } from '../../lib/io/write-file';
import { observationFile, observeJson } from '../../lib/output/json/observe';
import { observeView } from '../../lib/output/observe';
import { type Command, type Request, textFlag } from '../command';
import { measuredTier } from './measured-tier';
import { requireFiles } from './require-files';
import { asTyped, flagOf } from './tier-options';

/** Prints the answer of observeMetrics. */
export const observe: Command = {
  arguments: [
    {
      name: 'metrics',
      description:
        'a Prometheus range query, or the output of aws cloudwatch get-metric-data or get-metric-statistics, as JSON; several files of the same period may be given',
      repeatable: true,
    },
  ],
  flags: [
    { name: 'system', value: 'system', description: 'the system in production; default: the system of your definition' },
    { name: 'tier', value: 'tier', description: 'the tier in production' },
    {
      name: 'instances',
      value: 'service=number',
      description:
        'number of instances of a service, such as api=2; may be repeated; default: a series such as api_instances, or the minimum of the tier',
      repeatable: true,
    },
    {
      name: 'calibration-output',
      value: 'file',
      description: 'write the calibration to this file, for --calibration of recommend, design and capacity',
    },
  ],
  readsDefinition: true,
  examples: ['sizing observe metrics.json --system aiva --tier medium'],
  check: (request) => void requestOf(request),
  run: async (request) => {
    const { flags } = request;
    const answer = await observeMetrics(requestOf(request)).catch((error: unknown) => {
      throw error instanceof InputError ? mapErrors(error, (part) => asTyped(part, flagOf)) : error;
    });
    return {
      report: { data: observeJson(answer), ...observeView(answer) },
      notes: written(answer, textFlag(flags, 'calibrationOutput')),
    };
  },
};

/** The request, or an InputError with the problems of all flags and files: the files may be large, and are read only if all is well. */
function requestOf(request: Request): ObserveRequest {
  const files = request.arguments.filter((path) => path !== undefined);
  const { measured } = allParts({
    measured: () => measuredTier(request, { system: 'the system in production', tier: 'the tier in production' }),
    files: () => requireFiles(files, 'a readable file of metrics'),
  });
  return { files, ...measured };
}

function written(answer: ObserveAnswer, path: string | undefined): string[] {
  if (path === undefined) return [];
  writeTextFile(path, observationFile(answer));
  return [`calibration written to ${path}`];
}
