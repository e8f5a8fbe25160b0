import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

const GB_PER_TB = 1_024;

/** Work group of Athena: the data that its SQL queries scan. */
export const athenaWorkGroup: Pricer = {
  types: ['AWS::Athena::WorkGroup'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'scanned-tb',
      sku: 'athena/scanned',
      group: 'database',
      key: 'scannedGb',
      per: GB_PER_TB,
    }),
  ],
};
