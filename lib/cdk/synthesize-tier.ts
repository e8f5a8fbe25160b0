import { Validations } from 'aws-cdk-lib';
import { chartObjects } from '../answers/chart-objects';
import { estimateFailures } from '../answers/check-estimate';
import { estimateTemplateFiles } from '../answers/estimate-template-files';
import { createApp } from '../aws/app';
import { BlueprintStack } from '../aws/blueprint-stack';
import type { ContainerImages } from '../aws/ecs/container-images';
import type { EksPlatformProps } from '../aws/eks/eks-platform';
import type { Blueprint } from '../blueprint/blueprint';
import { Decimal } from '../core/money';
import type { LimitExceededError } from '../core/problems';
import type { Estimate } from '../pricing/estimate';
import type { UnpricedError } from '../pricing/unpriced-error';
import { MonthlyBudget } from './monthly-budget';

/** A tier to synthesize. */
export interface SynthesizeRequest extends ContainerImages, Pick<EksPlatformProps, 'clusterAdmins'> {
  /** The tier with its options, resolved; see `blueprintFor`. Its `budget` limits the estimate. */
  readonly blueprint: Blueprint;
  /** Context of the CDK app, as `cdk.json`, `-c` and the CDK CLI set it. Default: none. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Folder of the cloud assembly. Default: a new temporary folder. */
  readonly outdir?: string;
}

/** A cloud assembly on disk, and the estimate of its templates. */
export interface SynthesizedTier {
  /** Folder of the cloud assembly. */
  readonly directory: string;
  /** All stacks of the tier together, each at the prices of its region. */
  readonly estimate: Estimate;
  /** Why the estimate fails: unpriced resources first, then a budget that is exceeded. Empty when it is complete and within the budget. */
  readonly failures: readonly (UnpricedError | LimitExceededError)[];
}

/**
 * Synthesizes the stacks of a blueprint as a CDK app that `cdk deploy` accepts, and estimates the written templates. A tier above
 * its budget is written and estimated too. Throws an InputError for a component that is not supported on AWS.
 */
export function synthesizeTier({ blueprint, context = {}, outdir, ...deployment }: SynthesizeRequest): SynthesizedTier {
  const app = createApp({ context: { ...context }, ...(outdir !== undefined && { outdir }) });
  new BlueprintStack(app, undefined, { blueprint, chartObjects, ...deployment });
  const { budget: usd } = blueprint.options;
  const budget = usd === undefined ? undefined : new MonthlyBudget({ budget: usd });
  if (budget !== undefined) Validations.of(app).addPlugins(budget);
  try {
    app.synth();
  } catch (error) {
    // The CDK throws for a violation, or under its CLI only reports it. `failures` has it in both cases.
    if (!budget?.violated) throw error;
  }
  const { estimate } = estimateTemplateFiles(app.outdir);
  return {
    directory: app.outdir,
    estimate,
    failures: estimateFailures(estimate, usd === undefined ? {} : { budgetUsd: new Decimal(usd) }),
  };
}
