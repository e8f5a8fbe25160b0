import { billedAs } from '../../core/free-reason';
import type { Pricer, PricingContext } from '../pricer';
import { storedBackups } from './backup-vault';
import { allFollowed } from './following';
import { object, objects } from './properties';

/** Backup plan: the vault has its backups, unless the plan stores them in a vault outside of the template, such as the default one. */
export const backupPlan: Pricer = {
  types: ['AWS::Backup::BackupPlan'],
  charges: (resource, context) => {
    const rules = objects(object(resource.properties, 'BackupPlan'), 'BackupPlanRule');
    const isElsewhere = rules.some(({ TargetBackupVault: vault }) => !isInTemplate(vault, context));
    return isElsewhere ? [storedBackups(resource, context)] : [];
  },
  freeReason: () => billedAs('backup-vault'),
};

function isInTemplate(vault: unknown, context: PricingContext): boolean {
  const vaults = context.ofType('AWS::Backup::BackupVault');
  if (typeof vault === 'string') return vaults.some(({ properties }) => properties.BackupVaultName === vault);
  return allFollowed(vault, context).some(({ type }) => type === 'AWS::Backup::BackupVault');
}
