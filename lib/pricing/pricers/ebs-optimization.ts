import { UnreadableProperty } from '../property-problem';
import { flag, type Properties } from './properties';

/**
 * Types for which EBS optimization has an hourly fee; all later types include it. Source: Amazon EC2 user guide, "Amazon EBS-optimized
 * instances", EBS optimization supported.
 */
const WITH_FEE =
  /^(?:c1\.xlarge|(?:c3|i2|r3)\.(?:xlarge|2xlarge|4xlarge)|g2\.2xlarge|m1\.(?:large|xlarge)|m2\.(?:2xlarge|4xlarge)|m3\.(?:xlarge|2xlarge))$/;

/** Throws an UnreadableProperty for EBS optimization with a fee, which is not in the price list. */
export function requireNoOptimizationFee(instanceType: string, ...properties: readonly Properties[]): void {
  const stated = properties.find(({ EbsOptimized }) => EbsOptimized !== undefined) ?? {};
  if (!WITH_FEE.test(instanceType) || !flag(stated, 'EbsOptimized', false)) return;
  throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'EbsOptimized', feature: `EBS optimization of ${instanceType}` });
}
