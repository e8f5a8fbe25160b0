import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { supportYear } from './extended-support';
import { flag, object, optionalText } from './properties';
import { ONE_MONTH_HOURS } from './quantities';

/** Control plane of EKS. Versions in extended support cost more. */
export const eksCluster: Pricer = {
  types: ['AWS::EKS::Cluster'],
  charges: ({ properties }) => {
    if (flag(object(properties, 'ComputeConfig'), 'Enabled', false)) {
      throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'ComputeConfig', by: 'eks-auto-mode' });
    }
    const version = optionalText(properties, 'Version');
    const isExtended =
      supportYear('kubernetes', version) !== undefined && optionalText(object(properties, 'UpgradePolicy'), 'SupportType') !== 'STANDARD';
    return [
      {
        kind: 'cluster-hours',
        details: isExtended ? [`${version}`, 'extended support'] : [],
        sku: isExtended ? 'eks/cluster-extended-support' : 'eks/cluster',
        quantity: ONE_MONTH_HOURS,
        group: 'compute',
      },
    ];
  },
};
