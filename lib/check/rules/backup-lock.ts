import { ordered, violationsOf, within } from '../requirements';
import type { Rule } from '../rule';

export const backupLock: Rule = {
  id: 'backup-lock',
  severity: 'error',
  description: 'Lock of a backup vault has a minimum retention above its maximum, or can be changed for less than three days',
  fix: 'Set MinRetentionDays to at most MaxRetentionDays, and ChangeableForDays to at least 3',
  citation: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Backup::BackupVault',
      ordered('LockConfiguration.MinRetentionDays', 'LockConfiguration.MaxRetentionDays'),
      within('LockConfiguration.ChangeableForDays', { least: 3 }),
    ),
};
