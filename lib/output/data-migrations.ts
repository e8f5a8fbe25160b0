import type { StepEffect } from '../answers/move-steps';
import type { DataKind } from '../transition/data-kind';
import type { DataMigration } from '../transition/data-migration';

/** The section that describes the procedures. */
export const COPY_DOCUMENT = 'docs/restore.md#copy-data-to-another-store';

/** How data of a kind leaves a store and gets into the next one, each as an imperative clause; without the second, nothing is left to do. */
interface Procedure {
  readonly out: (store: string) => string;
  readonly in?: (store: string) => string;
  readonly duration: string;
}

const DUMP_DURATION = 'as long as the dump and the load of all data take, during which nothing may be written';
const REPLICATED = `${DUMP_DURATION}; AWS DMS with ongoing replication reduces this to the switch of the services`;

const PROCEDURES: Readonly<Record<DataKind, Procedure>> = {
  mysql: dumped('mysqldump', 'mysql', 'the rows of each table', REPLICATED),
  postgres: dumped('pg_dump', 'pg_restore', 'the rows of each table', REPLICATED),
  mongodb: dumped('mongodump', 'mongorestore', 'the documents of each collection', REPLICATED),
  redis: {
    out: (store) => `stop the services that write to ${store}, and save its keys as an RDB file`,
    in: (store) => `load the RDB file into ${store}, compare the number of keys, and start the services`,
    duration: `${DUMP_DURATION}; a cache whose keys the services write again needs no copy`,
  },
  opensearch: {
    out: (store) => `stop the services that write to ${store}, and take a manual snapshot in S3`,
    in: (store) => `restore the snapshot in ${store}, compare the documents of each index, and start the services`,
    duration: 'as long as the snapshot and its restore take, during which nothing may be written',
  },
  chroma: {
    out: (store) => `stop the services that write to ${store}, and read the records of each collection`,
    in: (store) => `add the records to ${store}, compare their number, and start the services`,
    duration: `${DUMP_DURATION}; an index can also be built again from its sources`,
  },
  queue: {
    out: (store) =>
      `stop the services that send to ${store}, and wait until it has no visible and no in-flight messages; the deployment starts the services again`,
    duration: 'as long as the consumers need for the messages that wait',
  },
  bucket: {
    out: (store) => `stop the services that write to ${store}, and copy its objects with aws s3 sync`,
    in: (store) => `copy the objects into ${store}, and start the services`,
    duration: 'as long as the copy of all objects takes',
  },
  secret: {
    out: (store) => `save the value of ${store} with aws secretsmanager get-secret-value, if clients outside of the stack use it`,
    duration: 'no interruption of its own',
  },
  other: {
    out: (store) => `stop the services that write to ${store}, and export its data with the tools of its service`,
    in: (store) => `import the data into ${store}, and start the services`,
    duration: 'not known: no procedure for this type is known here',
  },
};

function dumped(dump: string, load: string, compared: string, duration: string): Procedure {
  return {
    out: (store) => `stop the services that write to ${store}, and dump its data with ${dump}`,
    in: (store) => `load the dump into ${store} with ${load}, compare ${compared}, and start the services`,
    duration,
  };
}

/** A step that copies data, as an imperative sentence without a full stop. */
export function copyText({ direction, from, migration }: Extract<StepEffect, { kind: 'data-copy' }>): string {
  const procedure = PROCEDURES[migration.kind];
  const text = direction === 'out' ? procedure.out(from) : (procedure.in?.(nextStore(from, migration)) ?? '');
  const details = `: ${COPY_DOCUMENT}. If skipped: ${skippedText(from, migration)}. Duration: ${procedure.duration}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${direction === 'out' ? details : ''}`;
}

function nextStore(from: string, { into }: Pick<DataMigration, 'into'>): string {
  return into === from ? `the new ${from}` : into;
}

/** The loss without the copy, without a full stop. */
export function skippedText(from: string, migration: DataMigration): string {
  return `${nextStore(from, migration)} has none of this data, ${PLACES[migration.data ?? 'volume']}`;
}

/** Words for the duration of a migration. */
export function migrationDuration({ kind }: Pick<DataMigration, 'kind'>): string {
  return PROCEDURES[kind].duration;
}

const PLACES = {
  retained: 'which is then only in the retained resource outside of the stack',
  snapshot: 'which is then only in the final snapshot',
  lost: 'which is deleted',
  volume: 'which is then only on the volume of the container, as far as that is retained',
} as const;
