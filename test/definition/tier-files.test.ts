import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { InputError, readTierFiles, TierStack } from '../../lib';
import { tierFileText } from '../../lib/definition/tier-files';
import { shop } from '../cdk/fixtures/shop';
import { temporaryFolder } from '../support/temporary-folder';

/** A folder with tier files by name. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'tiers'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'tiers', name), text);
  return folder;
}

const MEASURED = { id: 'measured', extends: 'small', components: { database: { memoryGib: 16 } } };

describe('readTierFiles', () => {
  const folder = folderWith({
    'measured.tier.json': tierFileText('shop', MEASURED),
    'other.tier.json': tierFileText('bookings', { id: 'measured', extends: 'small' }),
    'notes.json': '{}',
  });

  it('adds the tiers of the system, after those that they extend', () => {
    expect(readTierFiles(shop, folder).tiers.map(({ id }) => id)).toEqual(['small', 'measured', 'large']);
    expect(shop.tiers.map(({ id }) => id)).toEqual(['small', 'large']);
  });

  it('is the system of a TierStack', () => {
    const stack = new TierStack(new App(), 'Shop', { system: readTierFiles(shop, folder), tier: 'measured', imageTag: '1.4.2' });
    expect(stack.blueprint.tier.id).toBe('measured');
  });

  it('refuses a tier file whose system is misspelled, unless the id is that of another system', () => {
    const file = folderWith({ 'measured.tier.json': tierFileText('shpo', MEASURED) });
    expect(() => readTierFiles(shop, file)).toThrow('system: invalid value "shpo"; expected shop. Did you mean "shop"?');
    expect(readTierFiles(shop, file, [{ ...shop, id: 'shpo' }])).toBe(shop);
  });

  it('leaves a system without tier files as it is', () => {
    expect(readTierFiles(shop, temporaryFolder())).toBe(shop);
  });

  it.each([
    ['measured.tier.json', '{', 'JSON'],
    ['measured.tier.json', '{"system": "shop"}', 'tier: missing; expected a tier, such as'],
    [
      'measured.tier.json',
      tierFileText('shop', { id: 'large', extends: 'small' }),
      'tier.id: invalid value "large"; expected an id that no other tier of shop has',
    ],
  ])('refuses %s with %s', (name, text, message) => {
    const attempt = () => readTierFiles(shop, folderWith({ [name]: text }));
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
  });
});
