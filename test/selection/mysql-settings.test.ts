import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionsThatFit, connectionsToConfigure, mysqlParameters } from '../../lib/selection/mysql-settings';

const GIB = 1_024 ** 3;

describe('connections', () => {
  it('are the maximum of the services plus a reserve, or the number in the document if larger', () => {
    expect(connectionsToConfigure(45)).toBe(55);
    expect(connectionsToConfigure(5, 50)).toBe(50);
  });

  it('fit by the rule of RDS: memory divided by 12,582,880 bytes', () => {
    expect(connectionsThatFit(8)).toBe(682);
    expect(connectionsThatFit(2)).toBe(170);
  });
});

describe('mysqlParameters', () => {
  it('switches are numbers: RDS refuses ON and OFF for its servers', () => {
    expect(Object.values(mysqlParameters(8, 100)).filter((value) => !/^\d+$/.test(value))).toEqual([]);
    expect(mysqlParameters(8, 100).require_secure_transport).toBe('1');
  });

  it('gives the buffer pool three quarters of a large instance', () => {
    expect(Number(mysqlParameters(32, 100).innodb_buffer_pool_size) / GIB).toBe(24);
  });

  it('reserves memory for connections on a small instance', () => {
    // 2,048 MiB less 400 of the system and 30 × 3 of connections are 1,558 MiB: 1,536 in whole chunks, its 75% bound.
    expect(Number(mysqlParameters(2, 30).innodb_buffer_pool_size) / GIB).toBe(1.5);
    // 100 connections take 300 MiB: 1,348 MiB are left, ten chunks of 128.
    expect(Number(mysqlParameters(2, 100).innodb_buffer_pool_size) / GIB).toBe(1.25);
  });

  it('always is a whole number of chunks and leaves the system its memory', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 256 }), fc.integer({ min: 10, max: 500 }), (memoryGib, connections) => {
        const bytes = Number(mysqlParameters(memoryGib, connections).innodb_buffer_pool_size);
        expect(bytes % (128 * 1_024 ** 2)).toBe(0);
        expect(bytes).toBeGreaterThan(0);
        expect(bytes).toBeLessThanOrEqual(memoryGib * GIB * 0.75);
      }),
    );
  });
});
