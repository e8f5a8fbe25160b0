import { referencesIn } from '../../cloudformation/references';
import { own, section } from '../../core/plain-object';
import { barePart } from '../bare-part';
import type { Part } from '../part';
import type { StackPart } from './stack-part';
import { objectAt, objectsAt, resourcesOf, type StackReading } from './stack-reading';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';

/** Distributions of CloudFront in front of a bucket of the template. Those with other origins are listed. */
export function cdnParts(reading: StackReading, stores: readonly StackPart[]): readonly Part[] {
  return resourcesOf(reading.template, DISTRIBUTION).map((distribution): Part => {
    const config = objectAt(distribution, 'DistributionConfig');
    const behavior = own(section(config, 'DefaultCacheBehavior'), 'TargetOriginId');
    const origins = [...objectsAt(config, 'Origins')].sort((one, other) => rank(one, behavior) - rank(other, behavior));
    const buckets = origins.flatMap((origin) => {
      const references = referencesIn(own(origin, 'DomainName'));
      return stores.filter(({ part, ids }) => part.role.kind === 'bucket' && ids.some((id) => references.includes(id)));
    });
    const [bucket] = buckets;
    const name = reading.nameOf(distribution);
    if (bucket === undefined) return barePart(`${DISTRIBUTION} ${name}`, { kind: 'omitted', reason: 'not-read' });
    const others = origins.length - 1;
    return {
      ...barePart(name, { kind: 'cdn', origin: bucket.part.name }),
      ...(others > 0 && { notRead: [`${others} other ${others === 1 ? 'origin' : 'origins'}`] }),
    };
  });
}

/** The origin of the default behavior is first. */
function rank(origin: Readonly<Record<string, unknown>>, first: unknown): number {
  return own(origin, 'Id') === first ? 0 : 1;
}
