import { Validations } from 'aws-cdk-lib';
import { chartObjects } from '../answers/chart-objects';
import { createApp } from '../aws/app';
import { BlueprintStack } from '../aws/blueprint-stack';
import type { ContainerImages } from '../aws/ecs/container-images';
import type { EksPlatformProps } from '../aws/eks/eks-platform';
import type { Blueprint } from '../blueprint/blueprint';

/** A tier to synthesize. */
export interface SynthesizeRequest extends ContainerImages, Pick<EksPlatformProps, 'clusterAdmins'> {
  /** The tier with its options, resolved; see `blueprintFor`. Its `budget` limits the estimate. */
  readonly blueprint: Blueprint;
  /** Context of the CDK app, as `cdk.json`, `-c` and the CDK CLI set it. Default: none. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Folder of the cloud assembly. Default: a new temporary folder. */
  readonly outdir?: string;
}

/**
 * Writes the stacks of a blueprint as a cloud assembly that `cdk deploy` accepts, and returns its folder. A tier above its budget is
 * written too. Throws an InputError for a component that is not supported on AWS.
 */
export function writeAssembly({ blueprint, context = {}, outdir, ...deployment }: SynthesizeRequest): string {
  const app = createApp({ context: { ...context }, ...(outdir !== undefined && { outdir }) });
  new BlueprintStack(app, undefined, { blueprint, chartObjects, ...deployment });
  const { budget: usd } = blueprint.options;
  const budget = usd === undefined ? undefined : monthlyBudget(usd);
  if (budget !== undefined) Validations.of(app).addPlugins(budget);
  try {
    app.synth();
  } catch (error) {
    // The CDK throws for a violation, or under its CLI only reports it. The failures of the estimate have it in both cases.
    if (!budget?.violated) throw error;
  }
  return app.outdir;
}

/** A budget needs the code that prices templates, and is the only part of a synthesis that does. */
function monthlyBudget(budget: number) {
  const { MonthlyBudget } = require('./monthly-budget') as typeof import('./monthly-budget');
  return new MonthlyBudget({ budget });
}
