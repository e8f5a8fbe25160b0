import type { Database } from '../model/database';

/** A database of one server: without read replicas and without a standby. */
export function asSingleServer<D extends Pick<Database, 'readReplicas' | 'multiAz'>>(database: D): D {
  return { ...database, readReplicas: 0, multiAz: false };
}

/** A range of instances whose expected number is its minimum. */
export function expectedAtMinimum({ min, max }: { readonly min: number; readonly max: number }): {
  min: number;
  expected: number;
  max: number;
} {
  return { min, expected: min, max };
}
