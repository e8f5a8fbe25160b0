import type { Construct } from 'constructs';
import { Queue } from '../aws/data/queue';
import { declareComponent } from '../aws/declare-component';
import type { SystemDefinition } from '../model/tier-extension';
import { componentRequest, type TierComponentProps } from './tier-component';

/** Properties of TierQueue. */
export type TierQueueProps<Definition extends SystemDefinition = SystemDefinition> = TierComponentProps<Definition, 'queue'>;

/**
 * The queue of a tier with its dead-letter queue, as a construct in a stack of your own:
 * `new TierQueue(this, 'Jobs', { system: shop, tier: 'small', component: 'jobs' })`. `queue` is the CDK resource. Throws an InputError
 * with the problems of the system, the tier and the properties.
 */
export class TierQueue<const Definition extends SystemDefinition = SystemDefinition> extends Queue {
  constructor(scope: Construct, id: string, props: TierQueueProps<Definition>) {
    const { component, blueprint } = componentRequest(scope, id, 'queue', { ...props }, { options: [], keys: [] });
    super(scope, component);
    declareComponent(this, blueprint, props.component);
  }
}
