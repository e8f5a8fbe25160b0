import { type Shape, type ShapedService, shapesOf } from './instance-shapes';
import type { Offer, Offers, Rates } from './offer';
import type { PriceBook } from './price';
import { openPriceBook, REFERENCE_REGION } from './price-book';

const offers = new Map<string, Offers>();

/**
 * Every instance type that a region sells, with its shape and its list price or derived price: a list price that is not known
 * does not change what is deployed. Throws an InputError for a region without price data.
 */
export function offersIn(region: string): Offers {
  const known = offers.get(region) ?? joinOffers(openPriceBook(region));
  offers.set(region, known);
  return known;
}

function joinOffers(book: PriceBook): Offers {
  const database = (engine: string) => join(book, 'rds', `rds/${engine}/`, '/single-az');
  const cache = (engine: string) => join(book, 'elasticache', `elasticache/${engine}/`);
  return {
    region: book.region,
    zones: book.zones,
    zoneIds: book.zoneIds,
    compute: join(book, 'ec2', 'ec2/'),
    database: { mysql: database('mysql'), mariadb: database('mariadb'), postgres: database('postgres') },
    cache: { redis: cache('redis'), valkey: cache('valkey') },
    ...documentStores(book),
    rates: ratesOf(book),
    elsewhere: offersIn,
  };
}

/**
 * Few classes of document stores have a list price. The other sizes of their families are included: within a family the price
 * is proportional to the size, so the order is right even if the amount is not exact. A region without any list price uses
 * those of the reference region, because the order by price is the same in every region. The estimate labels derived prices.
 */
function documentStores(book: PriceBook): Pick<Offers, 'documentStore' | 'documentStorePricedIn'> {
  const offered = documentStoresOf(book);
  if (offered.length > 0 || book.region === REFERENCE_REGION) return { documentStore: offered };
  return { documentStore: documentStoresOf(openPriceBook(REFERENCE_REGION)), documentStorePricedIn: REFERENCE_REGION };
}

function ratesOf(book: PriceBook): Rates {
  const usdOf = (sku: string): number => {
    const [tier] = book.find(sku)?.tiers ?? [];
    if (tier === undefined) throw new Error(`${book.region} has no price of ${sku}`);
    return tier.usd.toNumber();
  };
  return {
    volumeGibMonthUsd: usdOf('ebs/gp3/storage'),
    publicAddressHourUsd: usdOf('ipv4/hours'),
    computeCreditUsd: usdOf('ec2/cpu-credits'),
    databaseGibMonthUsd: usdOf('rds/storage/gp3/single-az'),
    databaseIopsMonthUsd: usdOf('rds/iops/gp3/single-az'),
    databaseCreditUsd: usdOf('rds/cpu-credits'),
    databaseProxyVcpuHourUsd: usdOf('rds/proxy'),
    documentCreditUsd: usdOf('documentdb/cpu-credits'),
  };
}

function documentStoresOf(book: PriceBook): Offer[] {
  const families = new Set(join(book, 'documentdb', 'documentdb/').map(({ type }) => familyOf(type)));
  return Object.entries(shapesOf('documentdb')).flatMap(([type, shape]) => {
    const price = families.has(familyOf(type)) ? book.find(`documentdb/${type}`)?.tiers[0] : undefined;
    return price === undefined ? [] : [offerOf(type, shape, price.usd.toFixed())];
  });
}

/** `db.r5` of `db.r5.4xlarge`. */
function familyOf(type: string): string {
  return type.slice(0, type.lastIndexOf('.'));
}

function join(book: PriceBook, service: ShapedService, prefix: string, suffix = ''): Offer[] {
  return Object.entries(shapesOf(service)).flatMap(([type, shape]) => {
    const sku = `${prefix}${type}${suffix}`;
    const price = book.sells(sku) ? book.find(sku)?.tiers[0] : undefined;
    return price === undefined ? [] : [offerOf(type, shape, price.usd.toFixed())];
  });
}

function offerOf(type: string, { vcpu, memoryGib, architecture, gpu, maxPods }: Shape, hourlyUsd: string): Offer {
  return {
    type,
    vcpu,
    memoryGib,
    architecture,
    hourlyUsd,
    ...(gpu !== undefined && { gpu: { model: gpu.model, count: gpu.count } }),
    ...(maxPods !== undefined && { maxPods }),
  };
}
