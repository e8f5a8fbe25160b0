/** Id of the construct on EKS that stores the dumps of data stores in containers; the chart refers to its bucket by this name. */
export const BACKUP_STORAGE = 'backup-storage';

/** The service account that dumps a data store in containers. */
export function backupAccount(component: string): string {
  return `${component}-backup`;
}

/** Days that a deleted dump can be restored, after a mistake or an attack. */
export const DUMP_RECOVERABLE_DAYS = 7;
