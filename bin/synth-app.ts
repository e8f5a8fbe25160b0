import { join } from 'node:path';
import { clusterAccessWarnings } from '../lib/answers/cluster-access';
import { entryWarnings } from '../lib/answers/entry-warnings';
import { handledWarnings } from '../lib/answers/handled-warnings';
import { missingImageProblems, placeholderWarnings } from '../lib/answers/service-images';
import { writeAssembly } from '../lib/cdk/write-assembly';
import { InputError } from '../lib/core/problems';
import { thousands } from '../lib/core/thousands';
import type { StringCache } from '../lib/io/cached-files';
import { writeTextFile } from '../lib/io/write-file';
import { answerWarningText } from '../lib/output/answer-warnings';
import { blueprintWarningText } from '../lib/output/blueprint-warnings';
import { handledText } from '../lib/output/handled-workload';
import { cachedReport } from './cached-report';
import { requestFromContext } from './context-request';
import { EXIT, errorText, exitCodeOf } from './errors';
import { warningText } from './warnings';

/** One run of the CDK app. */
export interface SynthRequest {
  /** Context of `cdk.json`, of `-c`, and of the CDK CLI itself. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Folder of `cdk.json`, whose folder `environments` has the files of the environments. Default: the working directory. */
  readonly projectFolder?: string;
  /** Folder of the cloud assembly. Default: a temporary folder. */
  readonly outdir?: string;
  /** Prints messages. */
  readonly stderr: (text: string) => void;
  /** Width of the terminal of stderr, where warnings are wrapped. Default: stderr is no terminal. */
  readonly stderrColumns?: number | undefined;
  /** The date that the age of prices is measured against. */
  readonly today: Date;
  /** Where reports of assemblies are cached between runs. Default: nowhere. */
  readonly cache?: StringCache | undefined;
  /** Adds stack traces to errors. Default: false. */
  readonly debug?: boolean;
}

/** Name of the file with the estimate, in the folder of the cloud assembly. */
export const ESTIMATE_FILE = 'estimate.json';

/** Synthesizes the stack that the context requests, writes its estimate next to the templates and returns the exit code. */
export function synthApp({ context, projectFolder, outdir, stderr, stderrColumns, today, cache, debug = false }: SynthRequest): number {
  try {
    const { blueprint, system, deployment, environmentFile, warnings } = requestFromContext(context, projectFolder);
    const missing = missingImageProblems(blueprint, deployment, environmentFile);
    if (missing.length > 0) throw new InputError('context', missing);
    // Before the synthesis, because the validation of the CDK keeps the threads busy that compile this loop.
    const { notHandled, moreInstances } = handledWarnings(system, blueprint);
    const directory = writeAssembly({ blueprint, ...deployment, context, ...(outdir !== undefined && { outdir }) });
    const { budget } = blueprint.options;
    const { estimateFile, cost, priceAge, failure } = cachedReport(cache, { directory, budget, today });
    const file = join(directory, ESTIMATE_FILE);
    writeTextFile(file, estimateFile);
    if (failure !== undefined) throw failure;
    const within = budget === undefined ? '' : ` · budget $${thousands(String(budget))}: within`;
    stderr(`${[`${blueprint.stackName}: ${cost}${within}`, ...notHandled.map(handledText)].join(' · ')} · report: ${file}\n`);
    const all = [
      ...warnings,
      ...[
        ...placeholderWarnings(blueprint, deployment),
        ...entryWarnings(blueprint),
        ...clusterAccessWarnings(blueprint, deployment),
        ...moreInstances,
      ].map(answerWarningText),
      ...blueprint.warnings.map(blueprintWarningText),
    ];
    for (const warning of [...all, ...(priceAge === undefined ? [] : [priceAge])]) stderr(warningText(warning, stderrColumns));
    return EXIT.fine;
  } catch (error) {
    stderr(errorText(error, debug));
    return exitCodeOf(error);
  }
}
