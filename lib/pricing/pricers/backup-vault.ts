import type { Charge, Counted, Pricer, PricingContext } from '../pricer';
import { usageCharge } from './quantities';

/** Backup vault: the stored backups, which only usage states. */
export const backupVault: Pricer = {
  types: ['AWS::Backup::BackupVault'],
  charges: (resource, context) => [storedBackups(resource, context)],
};

/** The unit price is that of EBS backups, which is that of snapshots; other resources have other prices. Source: AWS Backup pricing. */
export function storedBackups(resource: Counted, context: PricingContext): Charge {
  return usageCharge(resource, context, {
    kind: 'backup-gb-months',
    details: ['of EBS volumes'],
    sku: 'ebs/snapshots',
    group: 'storage and backup',
    key: 'backupGb',
  });
}
