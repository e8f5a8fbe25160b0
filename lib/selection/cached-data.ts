import { BYTES_PER_MIB, MIB_PER_GIB } from '../core/data-size';
import { rdsServerMemoryGib } from './mysql-settings';
import { CACHE_SHARE } from './postgres-settings';

/** A server, as far as its memory for data is concerned. */
interface Server {
  readonly engine: 'mysql' | 'mariadb' | 'postgres';
  readonly memoryGib: number;
  readonly isManaged: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A share of the memory of the class, as parameters of RDS state it: `{DBInstanceClassMemory*75/100}`. */
const FORMULA = /^\{DBInstanceClassMemory\*(\d+)\/(\d+)\}$/;

/**
 * Memory that keeps pages of tables and indexes, MiB: the buffer pool of InnoDB, or the buffers of PostgreSQL with the cache of the operating
 * system. Undefined where a parameter of the tier is written in another way.
 */
export function cachedMib({ engine, memoryGib, isManaged, parameters }: Server): number | undefined {
  const serverMib = (isManaged ? rdsServerMemoryGib(memoryGib) : memoryGib) * MIB_PER_GIB;
  if (engine === 'postgres') return serverMib * CACHE_SHARE;
  const pool = parameters.innodb_buffer_pool_size ?? '';
  if (/^\d+$/.test(pool)) return Number(pool) / BYTES_PER_MIB;
  const [, share, of] = FORMULA.exec(pool) ?? [];
  return share === undefined || of === undefined ? undefined : (serverMib * Number(share)) / Number(of);
}
