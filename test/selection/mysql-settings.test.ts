import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionsThatFit, connectionsToConfigure, mysqlParameters } from '../../lib/selection/mysql-settings';

const MIB = 1_024 ** 2;
const GIB = 1_024 ** 3;

describe('connections', () => {
  it('are the maximum of the services plus a reserve, or the number in the document if larger', () => {
    expect(connectionsToConfigure(45)).toBe(55);
    expect(connectionsToConfigure(5, 50)).toBe(50);
  });

  // Defaults of max_connections that RDS had set, DBInstanceClassMemory / 12582880 (tritoneco.com, 23 November 2015).
  it.each([
    [1, 66],
    [2, 150],
    [4, 312],
    [8, 648],
    [15.25, 1_258],
    [30, 2_492],
    [30.5, 2_540],
  ])('that fit into a class of %s GiB are at most, and nearly, the %s of RDS', (memoryGib, observed) => {
    expect(connectionsThatFit(memoryGib)).toBeLessThanOrEqual(observed);
    expect(connectionsThatFit(memoryGib)).toBeGreaterThan(observed * 0.9);
  });

  it('are none where a server has no memory for its smallest buffer pool', () => {
    expect(connectionsThatFit(0.5)).toBe(0);
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
    // 2,048 MiB less 460 of the server, 61 of temporary tables and 30 × 3 of connections are 1,437 MiB: 1,335 with the overhead of 7.6%.
    expect(Number(mysqlParameters(2, 30).innodb_buffer_pool_size) / GIB).toBe(1.25);
    // 100 connections take 300 MiB: 1,227 MiB are left, 1,140 with the overhead, eight chunks of 128.
    expect(Number(mysqlParameters(2, 100).innodb_buffer_pool_size) / GIB).toBe(1);
  });

  // Measured with MySQL 9.7.4: 460 MiB + 1.076 × innodb_buffer_pool_size + 1.2 to 2 MiB for each busy connection. Temporary tables
  // take up to temptable_max_ram, and 1 MiB of each thread in addition (MySQL 8.4 reference manual, 10.4.4).
  it('never exceeds the memory of the server with all connections busy, for any number of connections that fits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.75, max: 256, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (memoryGib, share) => {
        const connections = Math.floor(connectionsThatFit(memoryGib) * share);
        const { innodb_buffer_pool_size, temptable_max_ram } = mysqlParameters(memoryGib, connections);
        const bytes = 460 * MIB + 1.076 * Number(innodb_buffer_pool_size) + Number(temptable_max_ram) + connections * (2 + 1) * MIB;
        expect(bytes).toBeLessThanOrEqual(memoryGib * GIB);
      }),
    );
  });

  it('limits temporary tables by 3% of memory, at most 4 GiB: the default of MySQL 8.4 is at least 1 GiB in a container of any size', () => {
    const tablesMib = (memoryGib: number): number => Number(mysqlParameters(memoryGib, 20).temptable_max_ram) / MIB;
    expect([0.5, 1.5, 32, 256].map(tablesMib)).toEqual([16, 46, 983, 4_096]);
  });

  it('sets no variable of MySQL that MariaDB does not have: it does not start with one', () => {
    expect(mysqlParameters(2, 20, 'mariadb')).not.toHaveProperty('temptable_max_ram');
    expect(mysqlParameters(2, 20, 'mariadb').innodb_buffer_pool_size).toBe(mysqlParameters(2, 20).innodb_buffer_pool_size);
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
