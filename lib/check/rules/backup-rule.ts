import { is } from '../property-condition';
import { each, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const backupRule: Rule = {
  id: 'backup-rule',
  severity: 'error',
  description: 'Rule of a backup plan has a start window below an hour, or continuous backups retained for more than 35 days',
  fix: 'Set StartWindowMinutes to at least 60, and DeleteAfterDays to at most 35 for continuous backups',
  citation: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
  unsettled:
    'The page states the start window. The developer guide states 35 days for point-in-time recovery: https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Backup::BackupPlan',
      each(
        'BackupPlan.BackupPlanRule',
        within('StartWindowMinutes', { least: 60 }),
        when(is('EnableContinuousBackup', 'true'), within('Lifecycle.DeleteAfterDays', { least: 1, most: 35 })),
      ),
    ),
};
