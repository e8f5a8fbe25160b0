import { describe, expect, it } from 'vitest';
import { makePriceBook, openPriceBook } from '../../lib/catalog/price-book';
import { PriceFile } from '../../lib/catalog/price-file';
import { InputError } from '../../lib/core/problems';
import { derivationText } from '../../lib/output/price-derivations';

function derived(region: string, sku: string) {
  const price = openPriceBook(region).find(sku);
  return {
    basis: price?.basis,
    unit: price?.unit,
    usd: price?.tiers.map(({ usd }) => usd.toFixed()),
    rule: price?.derivation === undefined ? undefined : derivationText(price.derivation),
    asOf: price?.source.asOf,
  };
}

describe('a price that no list has', () => {
  it('scales with another size of the same family if the region lists one', () => {
    // 0.1632 × 0.0910 ÷ 0.0816
    expect(derived('eu-west-1', 'ec2/m7g.xlarge')).toEqual({
      basis: 'derived',
      unit: 'hours',
      usd: ['0.182'],
      rule: '0.1632 in us-east-1 × 0.091 ÷ 0.0816, the prices of ec2/m7g.large in eu-west-1 and us-east-1: another size of the same family',
      asOf: '2022-09-03',
    });
  });

  it('otherwise scales with the nearest older family of the line', () => {
    const { usd, rule } = derived('eu-central-1', 'ec2/m7g.large');
    // 0.0816 × 0.092 ÷ 0.077 = 0.09749610…, to six digits
    expect(usd).toEqual(['0.0974961']);
    expect(rule).toBe(
      '0.0816 in us-east-1 × 0.092 ÷ 0.077, the prices of ec2/m6g.large in eu-central-1 and us-east-1: the nearest older family of the same line',
    );
  });

  it.each([
    ['eu-central-1', 'ec2/m7i.2xlarge', 'ec2/m6i.2xlarge'],
    ['eu-central-1', 'ec2/g6.xlarge', 'ec2/g4dn.xlarge'],
    ['eu-west-1', 'ec2/g6.xlarge', 'ec2/g5.xlarge'],
    ['ap-southeast-1', 'ec2/p4d.24xlarge', 'ec2/p3.16xlarge'],
    ['eu-west-1', 'rds/postgres/db.m6i.large/single-az', 'rds/postgres/db.m5.large/single-az'],
    ['eu-west-1', 'aurora/db.r8g.48xlarge', 'aurora/db.r6g.16xlarge'],
    ['eu-west-1', 'fargate/amd64/vcpu', 'ec2/m5.large'],
    ['eu-west-1', 'fargate/arm64/memory', 'ec2/m6g.large'],
    ['eu-west-1', 's3/standard/storage', 'ebs/gp3/storage'],
    ['eu-west-1', 'ebs/snapshots', 'ebs/gp3/storage'],
    ['eu-central-1', 'elasticache/redis/cache.c7gn.large', 'elasticache/redis/cache.r7g.large'],
    ['ap-southeast-1', 'logs/ingest', 'ec2/m5.large'],
  ])('in %s: %s scales with %s', (region, sku, like) => {
    expect(derived(region, sku).rule).toContain(`the prices of ${like} in ${region} and us-east-1`);
  });

  it('is the price of us-east-1 where charges hardly differ', () => {
    const { usd, rule } = derived('eu-central-1', 'kms/key');
    expect(usd).toEqual(['1']);
    expect(rule).toBe('1, as in us-east-1: no other region is known; charges of this kind are mostly the same in every region');
  });

  it('takes the tiers along', () => {
    // 0.072 ÷ 0.065 is the ratio of io1 operations.
    expect(derived('ap-southeast-1', 'ebs/io2/iops').usd).toEqual(['0.072', '0.0509538', '0.0354462']);
  });

  it('follows from a sibling in the same region, and says what that one follows from', () => {
    const { usd, rule } = derived('us-east-1', 'rds/mysql/db.m7g.large/multi-az');
    expect(usd).toEqual(['0.336']);
    expect(rule).toMatch(
      /^2 × 0\.168, the price of rds\/mysql\/db\.m7g\.large\/single-az in us-east-1: .*; that price is itself derived: 0\.168, the price of rds\/postgres\/db\.m7g\.large\/single-az/,
    );
  });

  it.each([
    ['us-east-1', 'documentdb/db.r5.large', '0.277', '2.216 ÷ 8'],
    ['us-east-1', 'documentdb/db.r5.24xlarge', '13.296', '6 × 2.216'],
    ['us-east-1', 'msk/kafka.m5.large', '0.21', '10.08 ÷ 48'],
    ['us-east-1', 'rds/mysql/db.m6i.4xlarge/single-az', '1.368', '2 × 0.684'],
    ['ap-southeast-1', 'elb/application/hours', '0.0252', '0.0252, the price of elb/network/hours'],
    ['us-east-1', 'rds/storage/gp3/multi-az', '0.23', '2 × 0.115'],
  ])('in %s: %s is %s by %s', (region, sku, usd, rule) => {
    expect(derived(region, sku).usd).toEqual([usd]);
    expect(derived(region, sku).rule?.startsWith(rule)).toBe(true);
  });

  it('keeps its unit when the sibling counts something else', () => {
    expect(derived('ap-southeast-1', 'nat/data')).toMatchObject({ usd: ['0.059'], unit: 'GB' });
  });

  it('is as old as the oldest price that it relies on', () => {
    // 2026-07-18 for m7g in us-east-1, 2021-08-03 for m6g in either region.
    expect(derived('eu-west-1', 'rds/postgres/db.m7g.large/single-az').asOf).toBe('2021-08-03');
  });
});

describe('an unknown price', () => {
  it.each(['ec2/m99.large', 'rds/throughput/gp3/single-az', 'rds/throughput/gp3/multi-az', 'nonsense', ''])(
    '%j stays unknown everywhere',
    (sku) => {
      expect(openPriceBook('us-east-1').find(sku)).toBeUndefined();
      expect(openPriceBook('eu-west-1').find(sku)).toBeUndefined();
    },
  );

  it('a region without a file is an input error with a suggestion', () => {
    expect(() => openPriceBook('eu-west-2')).toThrow(InputError);
    expect(() => openPriceBook('eu-west-2')).toThrow(/one of ap-southeast-1, .*Did you mean "eu-west-1"/);
    expect(() => openPriceBook('../shapes/ec2')).toThrow(InputError);
  });
});

describe('a price file', () => {
  const file = {
    region: 'mars-1',
    zones: ['mars-1a', 'mars-1b', 'mars-1c'],
    zoneIds: ['mrs1-az1', 'mrs1-az2', 'mrs1-az3'],
    currency: 'USD',
    sources: { list: { name: 'a list', asOf: '2026-01-01' } },
    tables: [{ sku: 'nat', unit: 'hours', source: 'list', prices: { hours: '0.09' } }],
  };

  it('is all that a region takes', () => {
    const book = makePriceBook(PriceFile.parse(file), () => openPriceBook('us-east-1'));
    expect(book.find('nat/hours')).toMatchObject({ basis: 'list', source: { asOf: '2026-01-01' } });
    expect(book.find('vpc-endpoint/hours')?.tiers[0]?.usd.toFixed()).toBe('0.02');
    expect(book.find('ec2/m5.large')).toBeUndefined();
  });

  it.each([
    ['a source that is not there', { tables: [{ sku: 'nat', unit: 'hours', source: 'lost', prices: { hours: '0.09' } }] }],
    ['a price that is a float', { tables: [{ sku: 'nat', unit: 'hours', source: 'list', prices: { hours: 0.09 } }] }],
    ['a price in words', { tables: [{ sku: 'nat', unit: 'hours', source: 'list', prices: { hours: 'nine cents' } }] }],
    ['a date that is none', { sources: { list: { name: 'a list', asOf: 'last year' } } }],
    ['two zones', { zones: ['mars-1a', 'mars-1b'] }],
    ['an unknown key', { prices: {} }],
  ])('is refused with %s', (_, change) => {
    expect(PriceFile.safeParse({ ...file, ...change }).success).toBe(false);
  });

  it('is refused with two prices of one thing', () => {
    const twice = PriceFile.parse({ ...file, tables: [...file.tables, ...file.tables] });
    expect(() => makePriceBook(twice, () => openPriceBook('us-east-1'))).toThrow('two prices of nat/hours');
  });
});
