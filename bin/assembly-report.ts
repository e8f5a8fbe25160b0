import { oldPrices } from '../lib/answers/check-estimate';
import { assemblyEstimate } from '../lib/cdk/synthesize-tier';
import { cents } from '../lib/output/amounts';
import { estimateToJson } from '../lib/output/json/estimate';
import { priceAgeText } from '../lib/output/price-age';

/** A cloud assembly to estimate. */
export interface ReportRequest {
  /** Folder of the assembly. */
  readonly directory: string;
  /** The most US dollars per month that the estimate may be. Default: no limit. */
  readonly budget?: number | undefined;
  /** The date that the age of prices is measured against. */
  readonly today: Date;
}

/** The cost of a cloud assembly, as `cdk synth` reports it. */
export interface AssemblyReport {
  /** Content of the file with the estimate. */
  readonly estimateFile: string;
  /** `$493.63/month (low $493.63, high $583.05)`. */
  readonly cost: string;
  /** A warning about old prices; absent without one. */
  readonly priceAge?: string;
}

/** A report, and why the estimate fails; absent for an estimate that is complete and within the budget. */
export interface CheckedReport extends AssemblyReport {
  readonly failure?: Error;
}

/** Estimates the templates of a cloud assembly. */
export function assemblyReport({ directory, budget, today }: ReportRequest): CheckedReport {
  const { estimate, failures } = assemblyEstimate(directory, budget);
  const [failure] = failures;
  const { low, mid, high } = estimate.monthlyUsd;
  const age = oldPrices([estimate], today);
  return {
    estimateFile: `${JSON.stringify(estimateToJson(estimate), null, 2)}\n`,
    cost: `${cents(mid)}/month (low ${cents(low)}, high ${cents(high)})`,
    ...(age !== undefined && { priceAge: priceAgeText(age) }),
    ...(failure !== undefined && { failure }),
  };
}
