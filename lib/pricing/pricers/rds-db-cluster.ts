import type { Pricer } from '../pricer';
import { auroraClusterCharges, isAurora } from './aurora';
import { managedSecretCharges } from './managed-secret';
import { requiredText } from './properties';
import { ONE_MONTH_HOURS } from './quantities';

/** Storage of an Aurora cluster, or a Multi-AZ DB cluster with its instances. */
export const rdsDbCluster: Pricer = {
  types: ['AWS::RDS::DBCluster'],
  charges: (resource, context) => {
    const { properties } = resource;
    const engine = requiredText(properties, 'Engine').toLowerCase();
    const secret = managedSecretCharges(resource);
    if (isAurora(engine)) return [...auroraClusterCharges(resource, context), ...secret];
    const instanceClass = requiredText(properties, 'DBClusterInstanceClass');
    const sku = `rds/${engine}/${instanceClass}/multi-az-cluster`;
    return [
      {
        kind: 'database-cluster-hours',
        details: [instanceClass, 'Multi-AZ, two readable standbys'],
        sku,
        quantity: ONE_MONTH_HOURS,
        group: 'database',
      },
      ...secret,
    ];
  },
};
