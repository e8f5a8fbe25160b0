/** The part of a stack of EKS that keeps the dumps of data stores in containers; the chart knows its bucket by this name. */
export const BACKUP_STORAGE = 'backup-storage';

/** The account that a data store in containers is dumped as. */
export function backupAccount(component: string): string {
  return `${component}-backup`;
}

/** How long a dump that was deleted can be brought back: it may have been a mistake, or somebody's with bad intent. Days. */
export const DUMP_RECOVERABLE_DAYS = 7;
