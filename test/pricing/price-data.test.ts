import { describe, expect, it } from 'vitest';
import { SHAPED_SERVICES, ShapeFile, shapesOf } from '../../lib/catalog/instance-shapes';
import type { PriceBook } from '../../lib/catalog/price';
import { openPriceBook, pricedRegions, REFERENCE_REGION } from '../../lib/catalog/price-book';
import { PriceFile, PricesEverywhere } from '../../lib/catalog/price-file';
import type { Decimal } from '../../lib/core/money';
import { packageFolderNames, readPackageData } from '../../lib/io/package-data';
import { REGIONS as OPTION_REGIONS } from '../../lib/model/options';

const REGIONS = pricedRegions();
const REFERENCE = openPriceBook(REFERENCE_REGION);

/** The only price of zero on the lists: the first gigabytes of data transfer out to the internet. */
const FREE_FIRST_TIER = 'transfer/internet-out';

function hourly(book: PriceBook, sku: string): Decimal {
  const price = book.find(sku)?.tiers[0]?.usd;
  if (price === undefined) throw new Error(`no price of ${sku}`);
  return price;
}

/** SKUs of all prices of the reference region: those of its list, and Multi-AZ of each Single-AZ database. */
function knownSkus(): string[] {
  const listed = REFERENCE.listed('');
  const standbys = listed.filter((sku) => sku.endsWith('/single-az')).map((sku) => sku.replace('single-az', 'multi-az'));
  const skus = [...listed, ...standbys, 'documentdb/db.r5.large', 'rds/mysql/db.m7i.large/single-az'];
  return [...new Set(skus)].filter((sku) => !ONLY_WHERE_LISTED.test(sku));
}

/** Prices that no rule derives: they are known in the regions that list them only. */
const ONLY_WHERE_LISTED =
  /^(?:amplify|app-runner|athena|aurora\/data-api|direct-connect|fsx|mwaa|opensearch-serverless|sagemaker\/(?:hosting|notebook)\/ml|traffic-mirroring)\b/;

/** Families of RDS that us-east-1 sells, and that the complete list of 2024-09-28 of another region does not have. */
const DATABASE_FAMILIES_NOT_SOLD: Readonly<Record<string, readonly string[]>> = {
  'ap-southeast-1': ['db.m6id', 'db.m6idn', 'db.m6in', 'db.r6id', 'db.r6idn', 'db.r6in', 'db.x2g', 'db.x2iedn'],
  'eu-central-1': ['db.m1', 'db.m2', 'db.m6idn', 'db.m6in', 'db.r6idn', 'db.r6in', 'db.t1', 'db.x2g'],
  'eu-west-1': ['db.r5b'],
  'us-east-1': [],
  'us-west-2': [],
};

/** `db.r5b` of `rds/mysql/db.r5b.large/single-az`. */
function databaseFamily(sku: string): string {
  return sku.split('/')[2]?.replace(/\.[^.]+$/, '') ?? '';
}

describe('data files that are read without a check match their schemas', () => {
  it.each(REGIONS)('prices of %s', (region) => {
    const file = PriceFile.parse(readPackageData(`prices/${region}.json`));
    expect(file.region).toBe(region);
  });

  it('prices of every region', () => {
    expect(PricesEverywhere.parse(readPackageData('prices-everywhere.json')).tables).not.toEqual([]);
  });

  it('shapes of every service', () => {
    expect(packageFolderNames('shapes')).toEqual(SHAPED_SERVICES.map((service) => `${service}.json`).sort());
    for (const service of SHAPED_SERVICES) expect(ShapeFile.parse(readPackageData(`shapes/${service}.json`)).types).not.toEqual({});
  });
});

describe('every region', () => {
  it('is a value of the option, and each value has prices', () => {
    expect(REGIONS).toEqual([...OPTION_REGIONS].sort());
  });

  it.each(REGIONS)('%s has three zones of its own', (region) => {
    const { zones } = openPriceBook(region);
    expect(zones).toEqual([`${region}a`, `${region}b`, `${region}c`]);
  });

  it.each(REGIONS)('%s has a positive price, a source and a date for everything on its list', (region) => {
    const book = openPriceBook(region);
    const incomplete: string[] = [];
    for (const sku of book.listed('')) {
      const { basis, source, tiers } = book.listPrice(sku) ?? {};
      const paid = sku === FREE_FIRST_TIER ? tiers?.slice(1) : tiers;
      const isComplete = basis === 'list' && source?.name !== '' && /^20\d\d-\d\d-\d\d$/.test(source?.asOf ?? '');
      if (!isComplete || paid?.every(({ usd }) => usd.gt(0)) !== true) incomplete.push(sku);
    }
    expect(incomplete).toEqual([]);
  });

  it.each(REGIONS)('%s has tiers that ascend and get cheaper', (region) => {
    const book = openPriceBook(region);
    for (const sku of book.listed('')) {
      const tiers = book.listPrice(sku)?.tiers ?? [];
      const bounds = tiers.flatMap(({ upTo }) => upTo ?? []);
      expect(bounds, sku).toEqual([...bounds].sort((a, b) => a.comparedTo(b)));
      const paid = tiers.filter(({ usd }) => !usd.isZero()).map(({ usd }) => usd);
      expect(paid, sku).toEqual([...paid].sort((a, b) => b.comparedTo(a)));
    }
  });

  it.each(REGIONS)('%s has a price, listed or derived by a rule, for all that us-east-1 has one for', (region) => {
    const book = openPriceBook(region);
    const skus = knownSkus();
    expect(skus.length).toBeGreaterThan(2_000);
    const missing = skus.filter((sku) => book.find(sku) === undefined);
    expect([...new Set(missing.map(databaseFamily))].sort()).toEqual(DATABASE_FAMILIES_NOT_SOLD[region]);
    const prices = skus
      .filter((sku) => !missing.includes(sku))
      .map((sku) => ({ sku, price: book.find(sku), unit: REFERENCE.find(sku)?.unit }));
    expect(prices.filter(({ price, unit }) => price?.unit !== unit)).toEqual([]);
    expect(prices.filter(({ price }) => (price?.derivation !== undefined) !== (price?.basis === 'derived'))).toEqual([]);
  });

  it.each(REGIONS)('%s lists nothing that us-east-1 does not know, but instance types that are not sold there', (region) => {
    const book = openPriceBook(region);
    const others = book.listed('').filter((sku) => REFERENCE.find(sku) === undefined);
    expect(others.filter((sku) => !/^ec2\/(?:hpc|dl)|^rds\/\w+\/db\.x2idn\.|^aurora\/db\.(?:r3|r6i|x2g)\./.test(sku))).toEqual([]);
    expect(others.filter((sku) => book.find(sku)?.unit !== 'hours')).toEqual([]);
  });

  it.each(REGIONS)('%s sells no type without a price', (region) => {
    const book = openPriceBook(region);
    const sold = Object.keys(shapesOf('ec2')).filter((type) => book.sells(`ec2/${type}`));
    expect(sold.length).toBeGreaterThan(600);
    expect(sold.filter((type) => book.find(`ec2/${type}`) === undefined)).toEqual([]);
  });

  it.each(REGIONS)('%s derives no price that is far from that of us-east-1', (region) => {
    const book = openPriceBook(region);
    const derived = knownSkus().filter((sku) => book.find(sku)?.basis === 'derived');
    const ratios = derived.map((sku) => ({ sku, ratio: hourly(book, sku).plus(1e-12).div(hourly(REFERENCE, sku).plus(1e-12)).toNumber() }));
    expect(ratios.filter(({ ratio }) => ratio < 0.95 || ratio > 2)).toEqual([]);
  });
});

describe('prices in a family are proportional to the size', () => {
  const LARGES: Readonly<Record<string, number>> = {
    large: 1,
    xlarge: 2,
    '2xlarge': 4,
    '4xlarge': 8,
    '8xlarge': 16,
    '12xlarge': 24,
    '16xlarge': 32,
    '24xlarge': 48,
  };
  const FAMILIES = ['c5', 'c6a', 'c6g', 'c6i', 'm5', 'm6g', 'm6i', 'r5', 'r6g', 'r6i', 't3', 't4g'];

  it.each(FAMILIES)('EC2 %s in every region that lists it, to the last digit of the list', (family) => {
    for (const book of REGIONS.map(openPriceBook)) {
      const sizes = book.listed(`ec2/${family}.`).filter((sku) => (sku.split('.')[1] ?? '') in LARGES);
      const perLarge = sizes.map((sku) =>
        hourly(book, sku)
          .div(LARGES[sku.split('.')[1] ?? ''] ?? 1)
          .toNumber(),
      );
      // Prices of small sizes are rounded to the fourth decimal, some to the third: 1% covers both.
      expect(Math.max(...perLarge, 0) / Math.min(...perLarge, Number.POSITIVE_INFINITY), `${family} in ${book.region}`).toBeLessThan(1.01);
    }
  });

  it('RDS for MySQL in every region: two xlarge are a 2xlarge, to a rounded thousandth', () => {
    for (const book of REGIONS.map(openPriceBook)) {
      for (const sku of book.listed('rds/mysql/').filter((name) => /db\.[mr][4-9]\w*\.xlarge\/single-az$/.test(name))) {
        const double = book.listPrice(sku.replace('.xlarge', '.2xlarge'));
        const ratio = double?.tiers[0]?.usd.div(hourly(book, sku)).toNumber() ?? 2;
        expect(Math.abs(ratio - 2), `${sku} in ${book.region}`).toBeLessThan(0.012);
      }
    }
  });
});

describe('facts worth a test', () => {
  it.each([
    ['ec2/t3.medium', '0.0416'],
    ['ec2/c5.4xlarge', '0.68'],
    ['ec2/p4d.24xlarge', '21.957642'],
    ['rds/mysql/db.t3.micro/single-az', '0.017'],
    ['elasticache/redis/cache.t3.micro', '0.017'],
    ['nat/hours', '0.045'],
    ['ipv4/hours', '0.005'],
    ['transfer/inter-zone', '0.02'],
    ['eks/cluster-extended-support', '0.6'],
    ['fargate/amd64/vcpu', '0.04048'],
    ['rds/iops/gp3/multi-az', '0.04'],
  ])('%s is %s in us-east-1', (sku, usd) => {
    expect(REFERENCE.listPrice(sku)?.tiers[0]?.usd.toFixed()).toBe(usd);
  });

  it.each([
    // AWS Price List of us-west-2, 2026-10-01; us-east-1 had 9.89578 on 2026-07-20.
    ['us-west-2', 'ec2/c8i.metal-48xl', '8.99616'],
    ['us-west-2', 'rds/postgres/db.m6gd.large/single-az', '0.187'],
    ['eu-west-1', 'ec2/m7g.large', '0.091'],
    ['eu-west-1', 'rds/mysql/db.t4g.micro/multi-az', '0.035'],
    ['eu-west-1', 'fargate/amd64/vcpu', '0.04048'],
    ['eu-west-1', 'elasticache/backup', '0.085'],
    ['eu-central-1', 'ec2/g5.xlarge', '1.258'],
    ['eu-central-1', 's3/standard/storage', '0.0245'],
    ['eu-central-1', 's3/put', '0.0054'],
    ['eu-central-1', 'fargate/arm64/vcpu', '0.03725'],
    ['eu-central-1', 'rds/storage/gp3/multi-az', '0.274'],
    ['eu-central-1', 'ebs/snapshots', '0.054'],
    ['ap-southeast-1', 'ebs/standard/storage', '0.08'],
    ['ap-southeast-1', 'logs/ingest', '0.7'],
    ['ap-southeast-1', 's3/put', '0.005'],
    ['ap-southeast-1', 'fargate/amd64/vcpu', '0.05056'],
    ['ap-southeast-1', 'cloudfront/out', '0.12'],
    ['eu-west-1', 'ec2/g5.xlarge', '1.123'],
    ['eu-central-1', 'ec2/t3.xlarge', '0.192'],
    ['us-west-2', 'rds/mysql/db.t3.micro/multi-az', '0.034'],
    ['ap-southeast-1', 'transfer/inter-region', '0.09'],
    ['ap-southeast-1', 'ipv4/hours', '0.005'],
  ])('%s: %s is on the list at %s', (region, sku, usd) => {
    expect(openPriceBook(region).listPrice(sku)?.tiers[0]?.usd.toFixed()).toBe(usd);
  });

  it('knows that Multi-AZ is not always twice Single-AZ', () => {
    const multi = REFERENCE.listPrice('rds/mysql/db.t4g.small/multi-az');
    expect(multi?.tiers[0]?.usd.toFixed()).toBe('0.065');
    expect(hourly(REFERENCE, 'rds/mysql/db.t4g.small/single-az').times(2).toFixed()).toBe('0.064');
    expect(REFERENCE.listPrice('rds/postgres/db.r6g.xlarge/multi-az')?.tiers[0]?.usd.toFixed()).toBe('0.899');
  });

  it.each(REGIONS)('has Valkey nodes exactly 20%% below Redis in %s', (region) => {
    const book = openPriceBook(region);
    const nodes = book.listed('elasticache/redis/');
    expect(nodes.length).toBeGreaterThan(70);
    for (const sku of nodes) {
      expect(hourly(book, sku.replace('redis', 'valkey')).toFixed(), sku).toBe(hourly(book, sku).times('0.8').toFixed());
    }
  });

  it('counts the first 10 TB out to the internet beyond the free 100 GB', () => {
    const tiers = REFERENCE.listPrice('transfer/internet-out')?.tiers.map(({ upTo, usd }) => [upTo?.toFixed(), usd.toFixed()]);
    expect(tiers).toEqual([
      ['100', '0'],
      ['10340', '0.09'],
      ['51300', '0.085'],
      ['153700', '0.07'],
      [undefined, '0.05'],
    ]);
  });

  it.each([
    ['us-east-1', ['0.065', '0.0455', '0.03185']],
    ['ap-southeast-1', ['0.072', '0.0504', '0.03528']],
  ])('%s has IOPS of io2 above 32,000 and 64,000 at 70%% and 49%% of the first tier', (region, usd) => {
    expect(
      openPriceBook(region)
        .listPrice('ebs/io2/iops')
        ?.tiers.map((tier) => tier.usd.toFixed()),
    ).toEqual(usd);
  });

  it('has no list price for types whose price is only inferred', () => {
    expect(REFERENCE.listPrice('rds/mysql/db.m7i.large/single-az')).toBeUndefined();
    expect(openPriceBook('us-west-2').listPrice('rds/mysql/db.r8g.large/single-az')).toBeUndefined();
    expect(openPriceBook('eu-central-1').listPrice('ec2/p4d.24xlarge')).toBeUndefined();
  });
});
