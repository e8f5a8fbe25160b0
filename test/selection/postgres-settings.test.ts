import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postgresParameters } from '../../lib/selection/postgres-settings';

describe('postgresParameters', () => {
  test('are a quarter and a half of memory in pages of 8 KiB, and a part of it in KiB', () => {
    expect(postgresParameters(8)).toEqual({ shared_buffers: '262144', effective_cache_size: '524288', maintenance_work_mem: '131072' });
  });

  test('are numbers that a server of any size accepts', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 1_024, noNaN: true }), (memoryGib) => {
        const { shared_buffers, maintenance_work_mem } = postgresParameters(memoryGib);
        // The smallest that the server starts with, and that vacuum takes. Source: PostgreSQL 17 manual, 19.4.1.
        expect(Number(shared_buffers)).toBeGreaterThanOrEqual(16);
        expect(Number(maintenance_work_mem)).toBeGreaterThanOrEqual(64);
        expect(Number.isInteger(Number(shared_buffers))).toBe(true);
      }),
    );
  });
});
