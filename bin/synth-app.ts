import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { chartObjects } from '../lib/answers/chart-objects';
import { estimateFailures, priceAge } from '../lib/answers/check-estimate';
import { estimateTemplateFiles } from '../lib/answers/estimate-template-files';
import { createApp } from '../lib/aws/app';
import { BlueprintStack } from '../lib/aws/blueprint-stack';
import type { Blueprint } from '../lib/blueprint/blueprint';
import { MonthlyBudget } from '../lib/cdk/monthly-budget';
import { toCents } from '../lib/core/money';
import { LimitExceededError } from '../lib/core/problems';
import { writeTextFile } from '../lib/io/write-file';
import { estimateToJson } from '../lib/output/json/estimate';
import type { Estimate } from '../lib/pricing/estimate';
import { requestFromContext, type StackRequest } from './context-request';
import { EXIT, errorText, exitCodeOf } from './errors';

/** One run of the CDK app. */
export interface SynthRequest {
  /** What `-c`, `cdk.json` and the CLI itself gave. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Where the assembly goes. Default: a temporary folder. */
  readonly outdir?: string;
  /** Prints messages. */
  readonly stderr: (text: string) => void;
  /** The date that prices are compared with. */
  readonly today: Date;
  /** Adds stack traces to errors. */
  readonly debug?: boolean;
}

/** The bill, beside the templates that it is of. */
export const ESTIMATE_FILE = 'estimate.json';

/** Synthesizes the stack that the context asks for, writes its bill beside it and returns the exit code. */
export function synthApp(request: SynthRequest): number {
  try {
    const wanted = requestFromContext(request.context);
    const directory = synthesized(wanted, request);
    return bill(wanted.blueprint, directory, request);
  } catch (error) {
    request.stderr(errorText(error, request.debug === true));
    return exitCodeOf(error);
  }
}

/** Writes templates and returns their folder. A stack above its budget is written too: its bill says why. */
function synthesized({ blueprint, imageTag }: StackRequest, { context, outdir }: SynthRequest): string {
  const app = createApp({ context: { ...context }, ...(outdir === undefined ? {} : { outdir }) });
  new BlueprintStack(app, undefined, { blueprint, chartObjects, ...(imageTag === undefined ? {} : { imageTag }) });
  const { budget: usd } = blueprint.options;
  const budget = usd === undefined ? undefined : new MonthlyBudget({ usd });
  if (budget !== undefined) Validations.of(app).addPlugins(budget);
  try {
    app.synth();
  } catch (error) {
    // Under its CLI the CDK only reports a violation, elsewhere it throws: the bill has the last word in both.
    if (!budget?.violated) throw error;
  }
  return app.outdir;
}

function bill(blueprint: Blueprint, directory: string, { stderr, today }: SynthRequest): number {
  const { estimate } = estimateTemplateFiles(directory);
  const file = join(directory, ESTIMATE_FILE);
  writeTextFile(file, `${JSON.stringify(estimateToJson(estimate), null, 2)}\n`);
  const [incomplete] = estimateFailures(estimate);
  if (incomplete !== undefined) throw incomplete;
  const within = budgetText(blueprint.options.budget, estimate);
  stderr(`${summary(blueprint, estimate)}${within} · report: ${file}\n`);
  const age = priceAge([estimate], today);
  if (age !== undefined) stderr(`${age}\n`);
  return EXIT.fine;
}

/** Throws a LimitExceededError when the bill is above the budget. */
function budgetText(usd: number | undefined, { monthlyUsd: { mid } }: Estimate): string {
  if (usd === undefined) return '';
  if (mid.gt(usd)) throw new LimitExceededError(`$${toCents(mid)}/month exceeds the budget of $${usd}/month`);
  return ` · budget $${usd}: within`;
}

function summary({ stackName }: Blueprint, { monthlyUsd: { low, mid, high } }: Estimate): string {
  return `${stackName}: $${toCents(mid)}/month (low $${toCents(low)}, high $${toCents(high)})`;
}
