import { estimateFailures } from '../answers/check-estimate';
import { estimateTemplateFiles } from '../answers/estimate-template-files';
import { Decimal } from '../core/money';
import type { LimitExceededError } from '../core/problems';
import type { Estimate } from '../pricing/estimate';
import type { UnpricedError } from '../pricing/unpriced-error';
import { type SynthesizeRequest, writeAssembly } from './write-assembly';

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
export function synthesizeTier(request: SynthesizeRequest): SynthesizedTier {
  const directory = writeAssembly(request);
  return { directory, ...assemblyEstimate(directory, request.blueprint.options.budget) };
}

/** The estimate of a cloud assembly, and why it fails. `budget` is in US dollars per month; undefined for none. */
export function assemblyEstimate(directory: string, budget: number | undefined): Pick<SynthesizedTier, 'estimate' | 'failures'> {
  const { estimate } = estimateTemplateFiles(directory);
  return { estimate, failures: estimateFailures(estimate, budget === undefined ? {} : { budgetUsd: new Decimal(budget) }) };
}
