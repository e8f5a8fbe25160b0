import type { Construct } from 'constructs';
import { Cache } from '../aws/data/cache';
import { declareComponent } from '../aws/declare-component';
import type { OptionsInput } from '../model/inputs';
import type { SystemDefinition } from '../model/tier-extension';
import { dataStoreRequest, type TierDataStoreProps } from './tier-component';

/** Options of a tier that apply to a cache. */
const OPTIONS = ['cacheEngine'] as const satisfies readonly (keyof OptionsInput)[];

/** Properties of TierCache. */
export interface TierCacheProps<Definition extends SystemDefinition = SystemDefinition>
  extends TierDataStoreProps<Definition, 'cache'>,
    Pick<OptionsInput, (typeof OPTIONS)[number]> {}

/**
 * The cache of a tier as a construct in a stack of your own:
 * `new TierCache(this, 'Sessions', { system: shop, tier: 'small', component: 'cache', vpc })`. It has the resources that it has in a
 * TierStack, and `estimate(stack)` has its line items. Its parts are CDK resources: `replicationGroup`, `secret`, `connections`. Keep
 * the construct id when you change the tier: a change of the id replaces the cache. Throws an InputError with the problems of the
 * system, the tier and the properties.
 */
export class TierCache<const Definition extends SystemDefinition = SystemDefinition> extends Cache {
  constructor(scope: Construct, id: string, props: TierCacheProps<Definition>) {
    const { component, blueprint, context } = dataStoreRequest(scope, id, 'cache', props, OPTIONS);
    super(scope, component, context);
    declareComponent(this, blueprint, props.component);
  }
}
