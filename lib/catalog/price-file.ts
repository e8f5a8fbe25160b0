import { z } from 'zod';

const Price = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal such as "0.0416"');

/** One tier of a price: the cumulative quantity up to which it applies, and the price of one unit. */
const Tier = z.strictObject({
  /** Absent on a last tier that has no end. */
  upTo: Price.optional(),
  usd: Price,
});

/** Id of an Availability Zone, such as `use1-az1`. */
const ZoneId = z.string().regex(/^[a-z]{3,5}\d-az\d$/);

const Source = z.strictObject({
  name: z.string().min(1),
  /** The day on which the price was in force; of a span, its older end. */
  asOf: z.iso.date(),
});

/** Prices of one kind, unit and source. The name of a price is `<sku>/<key>`. */
const PriceTable = z.strictObject({
  sku: z.string().min(1),
  unit: z.string().min(1),
  source: z.string(),
  prices: z.record(z.string(), z.union([Price, z.array(Tier).min(1)])),
});

/** Instance types that a region sells at a list price that is not known. The name of a price is `<sku>/<type>`. */
const SoldTable = z.strictObject({
  sku: z.string().min(1),
  source: z.string(),
  types: z.array(z.string().min(1)),
});

const LISTS = { sources: z.record(z.string(), Source), tables: z.array(PriceTable) };

/** The price file of a region in `data/prices`. Its prices are list prices; `derivation.ts` derives others. */
export const PriceFile = z
  .strictObject({
    region: z.string(),
    /** The three zones that a system spreads over. */
    zones: z.tuple([z.string(), z.string(), z.string()]),
    /** Ids of three zones, which are the same places in every account, while names differ. Without zones that EKS does not support. */
    zoneIds: z.tuple([ZoneId, ZoneId, ZoneId]),
    currency: z.literal('USD'),
    ...LISTS,
    /** Types that the region sells at a list price that is not known. Default: none. */
    sold: z.array(SoldTable).optional(),
  })
  .superRefine((file, context) => checkSources([...(file.sold ?? []), ...file.tables], file.sources, context));

/** Prices that are the same in every region, in `data/prices-everywhere.json`. */
export const PricesEverywhere = z.strictObject(LISTS).superRefine((file, context) => checkSources(file.tables, file.sources, context));

function checkSources(
  tables: readonly { readonly sku: string; readonly source: string }[],
  sources: Readonly<Record<string, unknown>>,
  context: z.core.$RefinementCtx,
): void {
  for (const { sku, source } of tables) {
    if (!(source in sources)) context.addIssue(`table ${sku} names an unknown source: ${source}`);
  }
}

export type PriceFile = z.infer<typeof PriceFile>;
export type PricesEverywhere = z.infer<typeof PricesEverywhere>;
export type PriceTable = z.infer<typeof PriceTable>;
