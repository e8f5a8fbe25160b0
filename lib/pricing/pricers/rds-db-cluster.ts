import type { Pricer } from '../pricer';
import { auroraClusterCharges, isAurora } from './aurora';
import { managedSecretCharges } from './managed-secret';
import { requiredText } from './properties';
import { ONE_MONTH_HOURS } from './quantities';
import { databaseAddressCharges, isInDefaultVpc } from './rds-addresses';
import { rdsSupportCharges } from './rds-extended-support';
import { databaseLogCharges } from './rds-logs';
import { type Deployment, storageCharges } from './rds-storage';

/** Type of storage by default. Source: AWS CloudFormation, AWS::RDS::DBCluster, StorageType. */
const TWO_STANDBYS: Deployment = { sku: 'multi-az-cluster', name: 'Multi-AZ, two readable standbys', servers: 3, defaultStorage: 'io1' };

/** Storage of an Aurora cluster, or a Multi-AZ DB cluster with its instances and their storage. */
export const rdsDbCluster: Pricer = {
  types: ['AWS::RDS::DBCluster'],
  charges: (resource, context) => {
    const { properties } = resource;
    const engine = requiredText(properties, 'Engine').toLowerCase();
    const secret = managedSecretCharges(resource);
    if (isAurora(engine)) return [...auroraClusterCharges(resource, context), ...secret];
    const instanceClass = requiredText(properties, 'DBClusterInstanceClass');
    const sku = `rds/${engine}/${instanceClass}/${TWO_STANDBYS.sku}`;
    const supported = { engine, properties: { ...properties, DBInstanceClass: instanceClass }, servers: TWO_STANDBYS.servers };
    return [
      {
        kind: 'database-cluster-hours',
        details: [instanceClass, TWO_STANDBYS.name],
        sku,
        quantity: ONE_MONTH_HOURS,
        group: 'database',
      },
      ...rdsSupportCharges(resource, supported, context),
      ...storageCharges(resource, properties, TWO_STANDBYS, context),
      ...databaseLogCharges(resource, context),
      ...databaseAddressCharges({ isPublicByDefault: isInDefaultVpc(properties), servers: TWO_STANDBYS.servers }, properties),
      ...secret,
    ];
  },
};
