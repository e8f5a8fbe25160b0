import type { TemplateResource } from '../cloudformation/template-resource';
import { itemsAt, rawAt } from './values';

/** A cache behavior of a distribution, with its path. */
export interface CacheBehavior {
  /** The behavior. */
  readonly behavior: unknown;
  /** `Properties.DistributionConfig.CacheBehaviors[0]` */
  readonly path: string;
}

/** Cache behaviors of a distribution: the default, then the others. */
export function cacheBehaviors({ properties }: TemplateResource): readonly CacheBehavior[] {
  const config = rawAt(properties, 'DistributionConfig');
  const first = rawAt(config, 'DefaultCacheBehavior');
  return [
    ...(first === undefined ? [] : [{ behavior: first, path: 'Properties.DistributionConfig.DefaultCacheBehavior' }]),
    ...itemsAt(config, 'CacheBehaviors').map((behavior, index) => ({
      behavior,
      path: `Properties.DistributionConfig.CacheBehaviors[${index}]`,
    })),
  ];
}
