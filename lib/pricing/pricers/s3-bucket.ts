import type { TemplateResource } from '../../cloudformation/template-resource';
import type { UsageKey } from '../../contract/usage';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object, objects, optionalText, type Properties } from './properties';
import { type UsageOf, usageCharge } from './quantities';

const GROUP = 'storage and backup';

/**
 * S3 bucket: storage and requests of the class Standard, and storage of each class to which its lifecycle rules move objects, with the
 * requests that move them. Declared data without data of a class counts in Standard, whose price is an upper bound.
 */
export const s3Bucket: Pricer = {
  types: ['AWS::S3::Bucket'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'object-storage-gb-months',
      details: ['Standard'],
      sku: 's3/standard/storage',
      group: GROUP,
      key: 'storedGb',
    }),
    usageCharge(resource, context, {
      kind: 'object-write-requests',
      details: ['Standard'],
      sku: 's3/put',
      group: GROUP,
      key: 'putRequests',
      per: 1_000,
    }),
    usageCharge(resource, context, {
      kind: 'object-read-requests',
      details: ['Standard'],
      sku: 's3/get',
      group: GROUP,
      key: 'getRequests',
      per: 1_000,
    }),
    ...laterClasses(resource.properties).flatMap((word) => classCharges(resource, word, context)),
  ],
};

/** A storage class to which lifecycle rules move objects. */
interface StorageClass {
  /** Name of the class in brackets of lines. */
  readonly name: string;
  /** Part of the names of its prices. */
  readonly sku: string;
  /** Key of the data that is stored in it. */
  readonly key: UsageKey;
}

/** Storage classes by the words of lifecycle rules. Source: AWS CloudFormation, property type Transition, StorageClass; https://aws.amazon.com/s3/pricing/. */
const CLASSES: Readonly<Record<string, StorageClass>> = {
  STANDARD_IA: { name: 'Standard-IA', sku: 'standard-ia', key: 'infrequentAccessGb' },
  ONEZONE_IA: { name: 'One Zone-IA', sku: 'one-zone-ia', key: 'oneZoneInfrequentAccessGb' },
  INTELLIGENT_TIERING: { name: 'Intelligent-Tiering', sku: 'intelligent-tiering', key: 'intelligentTieringGb' },
  GLACIER_IR: { name: 'Glacier Instant Retrieval', sku: 'glacier-instant-retrieval', key: 'instantArchiveGb' },
  GLACIER: { name: 'Glacier Flexible Retrieval', sku: 'glacier-flexible-retrieval', key: 'archiveGb' },
  DEEP_ARCHIVE: { name: 'Glacier Deep Archive', sku: 'glacier-deep-archive', key: 'deepArchiveGb' },
};

/** Properties of a rule with one transition, and those with several. Source: AWS CloudFormation, property type Rule of AWS::S3::Bucket. */
const ONE_TRANSITION = ['Transition', 'NoncurrentVersionTransition'] as const;
const TRANSITIONS = ['Transitions', 'NoncurrentVersionTransitions'] as const;

/** Storage classes that the enabled lifecycle rules name, each once. */
function laterClasses(properties: Properties): readonly string[] {
  const rules = objects(object(properties, 'LifecycleConfiguration'), 'Rules').filter(
    (rule) => optionalText(rule, 'Status') !== 'Disabled',
  );
  const transitions = rules.flatMap((rule) => [
    ...ONE_TRANSITION.flatMap((key) => (rule[key] === undefined ? [] : [object(rule, key)])),
    ...TRANSITIONS.flatMap((key) => objects(rule, key)),
  ]);
  return [...new Set(transitions.flatMap((transition) => optionalText(transition, 'StorageClass') ?? []))];
}

function classCharges(resource: TemplateResource, word: string, context: PricingContext): readonly Charge[] {
  const storageClass = Object.hasOwn(CLASSES, word) ? CLASSES[word] : undefined;
  if (storageClass === undefined) {
    throw new UnreadableProperty({ kind: 'unlisted-value', property: 'StorageClass', value: word, known: 'other-words' });
  }
  const { name, sku, key } = storageClass;
  const charge = { details: [name], group: GROUP } as const;
  const charges: readonly UsageOf[] = [
    { ...charge, kind: 'object-storage-gb-months', sku: `s3/${sku}/storage`, key },
    { ...charge, kind: 'object-transitions', sku: `s3/${sku}/transitions`, key: 'transitionedObjects', per: 1_000 },
    ...(word === 'INTELLIGENT_TIERING'
      ? [{ ...charge, kind: 'object-monitoring', sku: `s3/${sku}/monitoring`, key: 'monitoredObjects', per: 1_000 } as const]
      : []),
  ];
  const declaresClass = !context.declaresUsageOf(resource) || context.declaresUsageOf(resource, key);
  return charges
    .filter((each) => declaresClass || context.declaresUsageOf(resource, each.key))
    .map((each) => usageCharge(resource, context, each));
}
