import { Decimal, usd } from '../core/money';
import { InputError, notOneOf } from '../core/problems';
import { hasPackageData, packageFolderNames, readPackageData } from '../io/package-data';
import { type Derived, derive } from './derivation';
import type { Price, PriceBook, PriceTier } from './price';
import type { PriceFile, PricesEverywhere, PriceTable } from './price-file';

/** The region with the longest price list. Missing prices of other regions are derived from its prices. */
export const REFERENCE_REGION = 'us-east-1';

const books = new Map<string, PriceBook>();

/** Regions with a price file, in alphabetical order. */
export function pricedRegions(): readonly string[] {
  return packageFolderNames('prices').map((name) => name.replace(/\.json$/, ''));
}

/** The prices of a region, read from `data/prices/<region>.json` on first use, and those that are the same in every region. Throws an InputError for a region without a file. */
export function openPriceBook(region: string): PriceBook {
  const known = books.get(region);
  if (known !== undefined) return known;
  const book = makePriceBook(readPriceFile(region), openPriceBook);
  books.set(region, book);
  return book;
}

function readPriceFile(region: string): PriceFile {
  const name = `prices/${region}.json`;
  if (!/^[a-z0-9-]+$/.test(region) || !hasPackageData(name)) throw new InputError('prices', [notOneOf('region', region, pricedRegions())]);
  // A test checks the files of the package against their schemas, which takes longer than reading them.
  const file = readPackageData(name) as PriceFile;
  const everywhere = readPackageData('prices-everywhere.json') as PricesEverywhere;
  return { ...file, sources: { ...file.sources, ...everywhere.sources }, tables: [...file.tables, ...everywhere.tables] };
}

/** A price book of a price file. Missing prices are derived from the books of other regions, which are opened on first use. */
export function makePriceBook(file: PriceFile, open: (region: string) => PriceBook): PriceBook {
  const tables = tablesBySku(file);
  const sold = new Set((file.sold ?? []).flatMap(({ sku, types }) => types.map((type) => `${sku}/${type}`)));
  const found = new Map<string, Price | undefined>();
  const listPrice = (sku: string) => {
    const table = tables.get(sku);
    return table === undefined ? undefined : priceOf(sku, table, file);
  };
  const book: PriceBook = {
    region: file.region,
    zones: file.zones,
    zoneIds: file.zoneIds,
    find: (sku) => {
      if (!found.has(sku)) found.set(sku, listPrice(sku) ?? asPrice(sku, derive(sku, book, reference(), open)));
      return found.get(sku);
    },
    listPrice,
    sells: (sku) => tables.has(sku) || sold.has(sku),
    listed: (prefix) => [...tables.keys()].filter((sku) => sku.startsWith(prefix)),
  };
  const reference = () => (file.region === REFERENCE_REGION ? book : open(REFERENCE_REGION));
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
