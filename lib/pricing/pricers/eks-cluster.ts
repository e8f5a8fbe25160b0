import type { Charge, Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { supportYear } from './extended-support';
import { controlPlaneLogs } from './implicit-logs';
import { flag, isIntrinsic, object, optionalText, type Properties } from './properties';
import { eitherOf, ONE_MONTH_HOURS } from './quantities';

/** Control plane of EKS, and its logs. Versions in extended support cost more: a version that is known only at deployment may be one of them. */
export const eksCluster: Pricer = {
  types: ['AWS::EKS::Cluster'],
  charges: (resource, context) => {
    const { properties } = resource;
    if (flag(object(properties, 'ComputeConfig'), 'Enabled', false)) {
      throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'ComputeConfig', by: 'eks-auto-mode' });
    }
    return [...clusterHours(properties), ...controlPlaneLogs(resource, context)];
  },
};

function clusterHours(properties: Properties): readonly Charge[] {
  if (optionalText(object(properties, 'UpgradePolicy'), 'SupportType') === 'STANDARD') return [STANDARD];
  if (isIntrinsic(properties.Version)) return eitherOf(STANDARD, extended('of a version in extended support'));
  const version = optionalText(properties, 'Version');
  return [supportYear('kubernetes', version) === undefined ? STANDARD : extended(`${version}`, 'extended support')];
}

const STANDARD: Charge = { kind: 'cluster-hours', sku: 'eks/cluster', quantity: ONE_MONTH_HOURS, group: 'compute' };

function extended(...details: readonly string[]): Charge {
  return { ...STANDARD, details, sku: 'eks/cluster-extended-support' };
}
