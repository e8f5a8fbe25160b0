import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHARGE_KINDS, CHARGE_NAMES, chargeName } from '../../lib/pricing/charge-kinds';

const PRICING = join(__dirname, '../../lib/pricing');

describe('kinds of charges', () => {
  test('every kind of the registry is charged somewhere', () => {
    const files = readdirSync(PRICING, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'charge-kinds.ts',
    );
    const sources = files.map((file) => readFileSync(join(PRICING, file), 'utf8')).join('\n');
    expect(CHARGE_KINDS.filter((kind) => !sources.includes(`'${kind}'`))).toEqual([]);
  });

  test('are plain lower-case words, and their names have no brackets', () => {
    for (const kind of CHARGE_KINDS) expect(kind).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    for (const name of Object.values(CHARGE_NAMES)) expect(name).not.toMatch(/[()]/);
  });

  test('a line is named by its kind, with details in brackets', () => {
    expect(chargeName('nat-gateway-hours')).toBe('NAT gateway hours');
    expect(chargeName('database-instance-hours', ['db.m6g.large', 'Multi-AZ'])).toBe('DB instance hours (db.m6g.large, Multi-AZ)');
  });
});
