import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** Workgroup of Redshift Serverless, charged by the RPU-hours of its queries: at least 60 s each time that it runs. */
export const redshiftserverlessWorkgroup: Pricer = {
  types: ['AWS::RedshiftServerless::Workgroup'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'warehouse-capacity-unit-hours',
      sku: 'redshift/serverless',
      group: 'database',
      key: 'rpuHours',
    }),
  ],
};
