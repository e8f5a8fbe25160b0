import { openPriceBook, type PriceBook, REFERENCE_REGION } from './pricing';
import { type Shape, type ShapedService, shapesOf } from './shapes';
import type { Offer, Offers } from './sizing';

const offers = new Map<string, Offers>();

/**
 * Every instance type that has a list price in a region, with its shape. Derived prices are left out: nothing is
 * chosen by a price that may be wrong. Throws an InputError for a region without price data.
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
    compute: join(book, 'ec2', 'ec2/'),
    database: { mysql: database('mysql'), mariadb: database('mariadb'), postgres: database('postgres') },
    cache: { redis: cache('redis'), valkey: cache('valkey') },
    ...documentStores(book),
  };
}

/**
 * A region without any list price of a document store borrows the reference region's: the order of its few classes by
 * price is the same everywhere, and only that order decides. The bill still says that its own price is derived.
 */
function documentStores(book: PriceBook): Pick<Offers, 'documentStore' | 'documentStorePricedIn'> {
  const listed = join(book, 'documentdb', 'documentdb/');
  if (listed.length > 0 || book.region === REFERENCE_REGION) return { documentStore: listed };
  return { documentStore: join(openPriceBook(REFERENCE_REGION), 'documentdb', 'documentdb/'), documentStorePricedIn: REFERENCE_REGION };
}

function join(book: PriceBook, service: ShapedService, prefix: string, suffix = ''): Offer[] {
  return Object.entries(shapesOf(service)).flatMap(([type, shape]) => {
    const price = book.listPrice(`${prefix}${type}${suffix}`)?.tiers[0];
    return price === undefined ? [] : [offerOf(type, shape, price.usd.toFixed())];
  });
}

function offerOf(type: string, { vcpu, memoryGib, architecture, gpu }: Shape, hourlyUsd: string): Offer {
  return { type, vcpu, memoryGib, architecture, hourlyUsd, ...(gpu !== undefined && { gpu: { model: gpu.model, count: gpu.count } }) };
}
