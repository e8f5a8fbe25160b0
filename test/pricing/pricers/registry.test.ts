import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPriceBook } from '../../../lib/catalog/price-book';
import { freeReasonText } from '../../../lib/output/free-reasons';
import { chargeName } from '../../../lib/pricing/charge-kinds';
import { FREE_RESOURCES } from '../../../lib/pricing/free-resources';
import { PRICERS } from '../../../lib/pricing/pricers';
import { rawCharges } from '../../support/charges';
import { cloudFormationTypes } from '../../support/cloudformation-types';
import { STACK } from '../../support/priced-examples';

const TYPES = PRICERS.flatMap(({ types }) => types);

describe('the registry', () => {
  test('every file that has a pricer is in the list', () => {
    const folder = join(__dirname, '../../../lib/pricing/pricers');
    const files = readdirSync(folder).filter((file) => /export const \w+: Pricer/.test(readFileSync(join(folder, file), 'utf8')));
    const list = readFileSync(join(folder, 'index.ts'), 'utf8');
    expect(files.filter((file) => !list.includes(`'./${file.replace('.ts', '')}'`))).toEqual([]);
    expect(files).toHaveLength(PRICERS.length);
  });

  test('no type has two pricers, or one and a reason to be free', () => {
    expect(TYPES.filter((type, index) => TYPES.indexOf(type) !== index)).toEqual([]);
    expect(TYPES.filter((type) => type in FREE_RESOURCES)).toEqual([]);
  });

  test('every type is one that CloudFormation has, spelt as it is', () => {
    const known = cloudFormationTypes();
    const ofTheCdk = /^Custom::|^AWS::CDK::/;
    const types = [...TYPES, ...Object.keys(FREE_RESOURCES)].filter((type) => !ofTheCdk.test(type));
    expect(known.size).toBeGreaterThan(1_000);
    expect(types.filter((type) => !known.has(type))).toEqual([]);
  });

  test('every free type has a reason', () => {
    expect(Object.entries(FREE_RESOURCES).filter(([, reason]) => freeReasonText(reason).trim().length < 10)).toEqual([]);
  });
});

/** Types whose price depends on other files or resources, which the examples do not have. */
const WITHOUT_EXAMPLE = ['AWS::CloudFormation::CustomResource', 'AWS::CloudFormation::Stack'];

describe('prices', () => {
  const priced = Object.entries(STACK).filter(([, [type]]) => TYPES.includes(type));

  test('the example STACK has a resource of every type that is priced', () => {
    const inExamples = new Set(priced.map(([, [type]]) => type));
    expect(TYPES.filter((type) => !inExamples.has(type) && !WITHOUT_EXAMPLE.includes(type))).toEqual([]);
  });

  test.each(priced.map(([id]) => id))('every price that %s looks up is in the price book of us-east-1', (id) => {
    const book = openPriceBook('us-east-1');
    const skus = rawCharges(STACK, id).map(({ sku }) => sku);
    expect(skus.filter((sku) => book.find(sku) === undefined)).toEqual([]);
  });

  test.each(priced.map(([id]) => id))('names of lines of %s tell them apart, and quantities are in order', (id) => {
    const charges = rawCharges(STACK, id);
    expect(new Set(charges.map(({ kind, details }) => chargeName(kind, details))).size).toBe(charges.length);
    for (const { quantity } of charges.filter(({ isOfMix }) => isOfMix !== true)) {
      expect(quantity.low).toBeLessThanOrEqual(quantity.mid);
      expect(quantity.mid).toBeLessThanOrEqual(quantity.high);
    }
  });
});
