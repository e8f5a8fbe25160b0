import type { Offer, Rates } from '../catalog/offer';
import { HOURS_PER_MONTH } from '../core/time';
import { surplusShare } from './burstable-load';

/** Charges of the nodes of a pool on top of their hours. */
export interface NodeCharges {
  /** US dollars an hour of each node. */
  readonly eachHourlyUsd: number;
  /** vCPUs that the services of the pool use at the peak. */
  readonly busyVcpu: number;
  /** Average utilization of these vCPUs over a month, 0 to 1. */
  readonly averageLoad: number;
  /** US dollars of a vCPU-hour above the baseline of a burstable type. */
  readonly creditUsd: number;
}

/** US dollars an hour of the root volume of a node, and of its public address if it has one. */
export function eachHourlyUsd(
  { rootDiskGib, publicAddresses }: { readonly rootDiskGib: number; readonly publicAddresses: boolean },
  { volumeGibMonthUsd, publicAddressHourUsd }: Rates,
): number {
  return (rootDiskGib * volumeGibMonthUsd) / HOURS_PER_MONTH + (publicAddresses ? publicAddressHourUsd : 0);
}

/** US dollars an hour of a number of nodes with their charges: all that an estimate bills for them. */
export function nodesHourlyUsd(nodes: number, { type, hourlyUsd }: Offer, charges: NodeCharges | undefined): number {
  if (charges === undefined) return nodes * Number(hourlyUsd);
  const { eachHourlyUsd: each, busyVcpu, averageLoad, creditUsd } = charges;
  return nodes * (Number(hourlyUsd) + each) + surplusShare(type, averageLoad) * busyVcpu * creditUsd;
}
