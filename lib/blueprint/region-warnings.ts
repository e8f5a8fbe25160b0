import type { Offers } from '../catalog/offer';
import type { Component } from '../model/component';
import type { Options } from '../model/options';
import type { Tier } from '../model/tier';
import type { ResolvedOptions } from './blueprint';
import type { BlueprintWarning } from './warnings';

/** A warning if the region is not known to sell the GPU model of the tier. */
export function gpuWarnings(tier: Tier, options: Options, resolved: ResolvedOptions): BlueprintWarning[] {
  const tierGpu = tier.gpu?.default ?? 'none';
  if (options.gpu !== undefined || resolved.gpu === tierGpu) return [];
  return [{ kind: 'gpu-substituted', tierGpu, usedGpu: resolved.gpu, region: options.region }];
}

/** A warning if a choice uses prices of another region, in which case the estimate has derived prices. */
export function borrowedPriceWarnings(
  components: Readonly<Record<string, Component>>,
  { region, documentStorePricedIn: pricedIn }: Offers,
): BlueprintWarning[] {
  if (pricedIn === undefined || !Object.values(components).some(({ kind }) => kind === 'document-store')) return [];
  return [{ kind: 'document-store-priced-elsewhere', region, pricedIn }];
}
