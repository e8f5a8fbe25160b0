/**
 * Pricing: from resources of a template to a bill. An Estimate has line items, a line item is a quantity times a
 * Price, a Price is from a region's price book (a list price, or derived by a stated rule). Pricers ask for prices by
 * their stable names and never see one; what nobody can price is a line that says so, never zero.
 * Knows template, units and the data in `data/prices`; no CDK, no sizing and no model.
 */

export { packageFolderNames, readPackageData } from '../source';
export { CHARGE_KINDS, CHARGE_NAMES, type ChargeKind, chargeName, LINE_KINDS, type LineKind } from './charge-kinds';
export { combineEstimates } from './combine-estimates';
export * from './estimate';
export * from './estimate-json';
export { estimateManifests, type ManifestEstimate, type ManifestsToPrice } from './estimate-manifests';
export { type EstimateSettings, estimateTemplates } from './estimate-template';
export { FREE_RESOURCES } from './free-resources';
export type { Price, PriceBook, PriceTier } from './price';
export * from './price-age';
export { openPriceBook, pricedRegions, REFERENCE_REGION } from './price-book';
export * from './pricer';
export { PRICERS } from './pricers';
export { requireAllCounted } from './require-all-counted';
export * from './require-complete';
export { UNPRICED_KINDS, type UnpricedKind } from './unpriced-kinds';
