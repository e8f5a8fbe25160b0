import type { Pricer } from '../pricer';
import { managedSecretCharges } from './managed-secret';
import { usageCharge } from './quantities';

/** Namespace of Redshift Serverless: its data, in managed storage. */
export const redshiftserverlessNamespace: Pricer = {
  types: ['AWS::RedshiftServerless::Namespace'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'warehouse-storage-gb-months',
      sku: 'redshift/managed-storage',
      group: 'database',
      key: 'storedGb',
    }),
    ...managedSecretCharges(resource),
  ],
};
