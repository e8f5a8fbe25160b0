import { barePart } from '../bare-part';
import { hostsOf } from '../hosts';
import type { FoundPart } from './found-part';
import type { Setting } from './workload-settings';

/** Names of variables with the name of a bucket. */
const BUCKET_SETTING = /(?:^|_)BUCKET(?:_NAME)?(?:_|$)/i;
/** Source: Amazon S3 user guide, "General purpose bucket naming rules". */
const BUCKET = /^(?=.*[a-z])[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const S3_URL = /\bs3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/g;
/** Source: Amazon SQS developer guide, "Queue and message identifiers". */
const QUEUE_URL = /\bhttps:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com\/\d{12}\/([\w-]{1,80}(?:\.fifo)?)/g;
/** Hosts of AWS that run a part of a system: databases, caches, search, brokers, caches in front of DynamoDB. */
const OUTSIDE = /\.(?:rds|cache|es|aoss|mq|kafka|docdb|elb)(?:\.[a-z0-9-]+)?\.amazonaws\.com$|\.docdb\.amazonaws\.com$/;

/** The bucket that a setting names; undefined when it names none. */
function bucketsIn({ name, value }: Setting): readonly string[] {
  const named = BUCKET_SETTING.test(name) && BUCKET.test(value) ? [value] : [];
  return [...named, ...[...value.matchAll(S3_URL)].flatMap(([, bucket]) => bucket ?? [])];
}

/** Names of the queues of SQS whose URLs are in a setting. */
export function queuesIn({ value }: Pick<Setting, 'value'>): readonly string[] {
  return [...value.matchAll(QUEUE_URL)].flatMap(([, queue]) => queue ?? []);
}

/** Buckets and queues of AWS that settings name, and that no object of the source is. */
export function namedResources(settings: readonly Setting[]): readonly FoundPart[] {
  const buckets = [...new Set(settings.flatMap(bucketsIn))];
  const queues = [...new Set(settings.flatMap(queuesIn))];
  return [...buckets.map((name) => named(name, { kind: 'bucket' })), ...queues.map((name) => named(name, { kind: 'queue', isSqs: true }))];
}

function named(name: string, role: FoundPart['part']['role']): FoundPart {
  return {
    part: barePart(name, role),
    hosts: [],
    settings: [],
    isOwnHost: (host) => host === name,
    isReadHost: () => false,
  };
}

/** Names of the buckets and queues of AWS that a part names, as hosts. */
export function namedBy({ settings }: FoundPart): readonly string[] {
  return settings.flatMap((setting) => [...bucketsIn(setting), ...queuesIn(setting)]);
}

/** Hosts of AWS that settings name and that run a part of the system outside the source. */
export function outsideHostsOf(settings: readonly Setting[]): readonly string[] {
  return [...new Set(settings.flatMap(({ value }) => hostsOf(value)).filter((host) => OUTSIDE.test(host)))];
}
