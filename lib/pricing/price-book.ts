import { existsSync } from 'node:fs';
import { InputError, notOneOf } from '../problems';
import { packageDataPath, packageFolderNames, readPackageData } from '../source';
import { Decimal, type Usd, usd } from '../units';
import { type Derived, derive } from './derivation';
import { PriceFile, type PriceTable } from './price-file';

/** What one unit costs, up to how many of them. */
export interface PriceTier {
  /** Units in all that the tiers up to and with this one reach; absent on a last tier without an end. */
  readonly upTo?: Decimal;
  readonly usd: Usd;
}

/** What something costs in a region, and how we know. */
export interface Price {
  /** Our stable name of the price: `rds/mysql/db.m6g.large/multi-az`. */
  readonly sku: string;
  /** What is counted: `hours`, `GB-month`. */
  readonly unit: string;
  /** A flat price is one tier without an end. Quantities are per month. */
  readonly tiers: readonly PriceTier[];
  readonly basis: 'list' | 'derived';
  /** How a derived price came about, with its numbers; absent for list prices. */
  readonly rule?: string;
  /** Where the price is from; of a derived price, the oldest date that it stands on. */
  readonly source: { readonly name: string; readonly asOf: string };
}

/** All prices of one region. */
export interface PriceBook {
  readonly region: string;
  readonly zones: readonly [string, string, string];
  /** The list price, else one derived by a stated rule, else undefined. */
  find(sku: string): Price | undefined;
  /** The list price, or undefined. */
  listPrice(sku: string): Price | undefined;
  /** Names of the list prices that start with a prefix, in the order of the data file. */
  listed(prefix: string): readonly string[];
}

/** The region whose list is the longest: prices that another region lacks are derived from its. */
export const REFERENCE_REGION = 'us-east-1';

const books = new Map<string, PriceBook>();

/** Regions that there is a price file for, in alphabetical order. */
export function pricedRegions(): readonly string[] {
  return packageFolderNames('prices').map((name) => name.replace(/\.json$/, ''));
}

/** The prices of a region, read from `data/prices/<region>.json` when first asked for. Throws an InputError for a region without a file. */
export function openPriceBook(region: string): PriceBook {
  const known = books.get(region);
  if (known !== undefined) return known;
  const book = makePriceBook(readPriceFile(region), () => openPriceBook(REFERENCE_REGION));
  books.set(region, book);
  return book;
}

function readPriceFile(region: string): PriceFile {
  const name = `prices/${region}.json`;
  if (!/^[a-z0-9-]+$/.test(region) || !existsSync(packageDataPath(name)))
    throw new InputError('prices', [notOneOf('region', region, pricedRegions())]);
  return PriceFile.parse(readPackageData(name));
}

/** A book of a file's prices. What the file lacks is derived from the reference region's book, opened only when needed. */
export function makePriceBook(file: PriceFile, openReference: () => PriceBook): PriceBook {
  const tables = tablesBySku(file);
  const found = new Map<string, Price | undefined>();
  const listPrice = (sku: string) => {
    const table = tables.get(sku);
    return table === undefined ? undefined : priceOf(sku, table, file);
  };
  const book: PriceBook = {
    region: file.region,
    zones: file.zones,
    find: (sku) => {
      if (!found.has(sku)) found.set(sku, listPrice(sku) ?? asPrice(sku, derive(sku, book, reference())));
      return found.get(sku);
    },
    listPrice,
    listed: (prefix) => [...tables.keys()].filter((sku) => sku.startsWith(prefix)),
  };
  const reference = () => (file.region === REFERENCE_REGION ? book : openReference());
  return book;
}

function tablesBySku(file: PriceFile): ReadonlyMap<string, PriceTable> {
  const tables = new Map<string, PriceTable>();
  for (const table of file.tables) {
    for (const key of Object.keys(table.prices)) {
      const sku = `${table.sku}/${key}`;
      if (tables.has(sku)) throw new Error(`data/prices/${file.region}.json has two prices of ${sku}`);
      tables.set(sku, table);
    }
  }
  return tables;
}

function priceOf(sku: string, table: PriceTable, file: PriceFile): Price | undefined {
  const entry = table.prices[sku.slice(table.sku.length + 1)];
  const source = file.sources[table.source];
  if (entry === undefined || source === undefined) return undefined;
  const tiers = typeof entry === 'string' ? [{ usd: usd(entry) }] : entry.map(tierOf);
  return { sku, unit: table.unit, tiers, basis: 'list', source };
}

function tierOf(tier: { upTo?: string | undefined; usd: string }): PriceTier {
  return { ...(tier.upTo !== undefined && { upTo: new Decimal(tier.upTo) }), usd: usd(tier.usd) };
}

function asPrice(sku: string, derived: Derived | undefined): Price | undefined {
  return derived === undefined ? undefined : { sku, basis: 'derived', ...derived };
}
