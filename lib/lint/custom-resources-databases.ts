/**
 * Custom resources of the operators that run relational databases. From the operators' definitions, not from what this
 * project writes; `any` is what is left to them.
 */

import type { CustomTypes } from './custom-kind';
import { CLOUDNATIVE_PG_KINDS, CLOUDNATIVE_PG_TYPES } from './custom-resources-cloudnative-pg';
import { MARIADB_KINDS, MARIADB_TYPES } from './custom-resources-mariadb';
import { PERCONA_KINDS, PERCONA_TYPES } from './custom-resources-percona-mysql';
import type { Kind } from './schema';

export const DATABASE_KINDS: Readonly<Record<string, Kind>> = { ...CLOUDNATIVE_PG_KINDS, ...MARIADB_KINDS, ...PERCONA_KINDS };

/** What several of them have. */
const SHARED: CustomTypes = {
  OperatorName: { name: 'string!' },
  OperatorMetadata: { annotations: '{}string', labels: '{}string' },
  OperatorSecretKey: { key: 'string!', name: 'string!' },
  OperatorBudget: { maxUnavailable: 'int-or-string', minAvailable: 'int-or-string' },
};

export const DATABASE_TYPES: CustomTypes = {
  ...SHARED,
  ...CLOUDNATIVE_PG_TYPES,
  ...MARIADB_TYPES,
  ...PERCONA_TYPES,
};
