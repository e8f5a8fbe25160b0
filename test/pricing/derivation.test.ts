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
    // 5.32224 × 3.864 ÷ 3.2256
    expect(derived('eu-central-1', 'ec2/m7i.metal-24xl')).toEqual({
      basis: 'derived',
      unit: 'hours',
      usd: ['6.3756'],
      rule: '5.32224 in us-east-1 × 3.864 ÷ 3.2256, the prices of ec2/m7i.16xlarge in eu-central-1 and us-east-1: another size of the same family',
      asOf: '2025-04-04',
    });
  });

  it('otherwise scales with the nearest older family of the line', () => {
    const { usd, rule } = derived('eu-central-1', 'ec2/c9g.medium');
    // 0.04347 × 0.0388 ÷ 0.034 = 0.04960694…, to six digits
    expect(usd).toEqual(['0.0496069']);
    expect(rule).toBe(
      '0.04347 in us-east-1 × 0.0388 ÷ 0.034, the prices of ec2/c6g.medium in eu-central-1 and us-east-1: the nearest older family of the same line',
    );
  });

  it.each([
    ['eu-central-1', 'ec2/c8i.2xlarge', 'ec2/c6i.2xlarge'],
    ['ap-southeast-1', 'ec2/g6.xlarge', 'ec2/g4dn.xlarge'],
    ['eu-central-1', 'ec2/g7.2xlarge', 'ec2/g5.2xlarge'],
    ['ap-southeast-1', 'ec2/p4d.24xlarge', 'ec2/p3.16xlarge'],
    ['eu-west-1', 'rds/postgres/db.m7i.large/single-az', 'rds/postgres/db.m6i.large/single-az'],
    ['eu-west-1', 'rds/mysql/db.r8g.2xlarge/single-az', 'rds/mysql/db.r7g.2xlarge/single-az'],
    ['eu-central-1', 'aurora/db.r8g.48xlarge', 'aurora/db.r6g.16xlarge'],
    ['us-west-2', 'fargate/arm64/memory', 'fargate/amd64/memory'],
    ['eu-west-1', 'efs/standard/storage', 'ebs/gp3/storage'],
    ['eu-central-1', 'elasticache/redis/cache.c7gn.large', 'elasticache/redis/cache.r7g.large'],
    ['ap-southeast-1', 'rds/proxy', 'rds/mysql/db.m5.large/single-az'],
  ])('in %s: %s scales with %s', (region, sku, like) => {
    expect(derived(region, sku).rule).toContain(`the prices of ${like} in ${region} and us-east-1`);
  });

  it('is the price of us-east-1 where charges hardly differ', () => {
    const { usd, rule } = derived('eu-central-1', 'kms/key');
    expect(usd).toEqual(['1']);
    expect(rule).toBe('1, as in us-east-1: charges of this kind are the same in most regions');
  });

  it('is the price of us-west-2 where only that region lists a class of us-east-1', () => {
    const { usd, rule } = derived('us-east-1', 'rds/mysql/db.m7i.large/single-az');
    expect(usd).toEqual(['0.178']);
    expect(rule).toBe('0.178, as in us-west-2: classes of databases cost the same in both regions wherever both are known');
  });

  it('has the tiers of the price that it is derived from', () => {
    // 0.059 ÷ 0.045 is the ratio of the hours of a NAT gateway: 0.01, 0.006 and 0.004 times it, to six digits.
    expect(derived('ap-southeast-1', 'vpc-endpoint/data').usd).toEqual(['0.0131111', '0.00786667', '0.00524444']);
  });

  it('is derived from another price of the region, and states how that one is derived', () => {
    const { usd, rule } = derived('us-west-2', 'rds/mysql/db.r8g.large/multi-az');
    expect(usd).toEqual(['0.478']);
    expect(rule).toMatch(
      /^2 × 0\.239, the price of rds\/mysql\/db\.r8g\.large\/single-az in us-west-2: .*; that price is itself derived: 0\.956 ÷ 4, the price of rds\/mysql\/db\.r8g\.2xlarge\/single-az/,
    );
  });

  it.each([
    ['us-east-1', 'documentdb/db.r5.large', '0.277', '2.216 ÷ 8'],
    ['us-east-1', 'documentdb/db.r5.24xlarge', '13.296', '6 × 2.216'],
    ['us-west-2', 'rds/mysql/db.m8g.16xlarge/single-az', '5.376', '16 × 0.336'],
    ['us-west-2', 'aurora/db.r8gd.xlarge', '0.624', '4.992 ÷ 8'],
    // AWS Price List of RDS in flexera-public/policy_templates data/aws/aws_rds_pricing.json@09ce44964ac6, I/O-Optimized
    ['us-west-2', 'aurora/io-optimized/db.r7i.large', '0.377', '13 × 0.29 ÷ 10'],
    ['us-west-2', 'aurora/io-optimized/db.r8gd.xlarge', '0.8112', '13 × 0.624 ÷ 10'],
    // https://aws.amazon.com/rds/aurora/pricing/: $0.225 per GB-month, $0.156 per ACU-hour
    // The list of eu-west-1 of 2023-02-23 has one price of db.r5 and db.r6i in each size.
    ['us-east-1', 'aurora/db.r6i.8xlarge', '4.64', '4.64, the price of aurora/db.r5.8xlarge'],
    ['us-east-1', 'aurora/io-optimized/storage', '0.225', '9 × 0.1 ÷ 4'],
    ['us-east-1', 'aurora/io-optimized/serverless-v2', '0.156', '13 × 0.12 ÷ 10'],
    // AWS Price List of eu-west-1, Multi-AZ (readable standbys), in cycloidio/terracost mysql/testdata/2023-02-23-pricing.sql.gz
    ['eu-west-1', 'rds/storage/io1/multi-az-cluster', '0.414', '3 × 0.138'],
    ['eu-west-1', 'rds/iops/io1/multi-az-cluster', '0.33', '3 × 0.11'],
    ['ap-southeast-1', 'rds/storage/gp3/multi-az', '0.276', '2 × 0.138'],
  ])('in %s: %s is %s by %s', (region, sku, usd, rule) => {
    expect(derived(region, sku).usd).toEqual([usd]);
    expect(derived(region, sku).rule?.startsWith(rule)).toBe(true);
  });

  it('is as old as the oldest price that it relies on', () => {
    // 2026-08-17 for m7i in us-west-2, 2024-09-28 for m6i in either region.
    expect(derived('eu-west-1', 'rds/postgres/db.m7i.large/single-az').asOf).toBe('2024-09-28');
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
    expect(() => openPriceBook('eu-west-0')).toThrow(InputError);
    expect(() => openPriceBook('eu-west-0')).toThrow(/one of ap-southeast-1, .*Did you mean "eu-west-1"/);
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
    const book = makePriceBook(PriceFile.parse(file), openPriceBook);
    expect(book.find('nat/hours')).toMatchObject({ basis: 'list', source: { asOf: '2026-01-01' } });
    expect(book.find('vpc-endpoint/hours')?.tiers[0]?.usd.toFixed()).toBe('0.02');
    expect(book.find('ec2/m5.large')).toBeUndefined();
  });

  it('can state that the region sells a type whose list price is not known', () => {
    const sold = [{ sku: 'ec2', source: 'list', types: ['m5.large'] }];
    const book = makePriceBook(PriceFile.parse({ ...file, sold }), openPriceBook);
    expect(['nat/hours', 'ec2/m5.large', 'ec2/m5.xlarge'].map((sku) => book.sells(sku))).toEqual([true, true, false]);
    expect(book.listPrice('ec2/m5.large')).toBeUndefined();
  });

  it.each([
    ['a source that is not there', { tables: [{ sku: 'nat', unit: 'hours', source: 'lost', prices: { hours: '0.09' } }] }],
    ['a source of sold types that is not there', { sold: [{ sku: 'ec2', source: 'lost', types: ['m5.large'] }] }],
    ['a price that is a float', { tables: [{ sku: 'nat', unit: 'hours', source: 'list', prices: { hours: 0.09 } }] }],
    ['a price in words', { tables: [{ sku: 'nat', unit: 'hours', source: 'list', prices: { hours: 'nine cents' } }] }],
    ['an invalid date', { sources: { list: { name: 'a list', asOf: 'last year' } } }],
    ['two zones', { zones: ['mars-1a', 'mars-1b'] }],
    ['an unknown key', { prices: {} }],
  ])('is refused with %s', (_, change) => {
    expect(PriceFile.safeParse({ ...file, ...change }).success).toBe(false);
  });

  it('is refused with two prices of one thing', () => {
    const twice = PriceFile.parse({ ...file, tables: [...file.tables, ...file.tables] });
    expect(() => makePriceBook(twice, openPriceBook)).toThrow('two prices of nat/hours');
  });
});
