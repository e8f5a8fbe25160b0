import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, stringAt } from '../../manifests/values';
import { hostsOf } from '../hosts';
import type { FoundPart } from './found-part';
import { queuesIn } from './named-resources';
import type { Setting } from './workload-settings';

/** Memory for data: the directive `maxmemory` of a configuration file or an argument. Source: redis.conf of Redis. */
const MAX_MEMORY = /(?:^|\s|--)maxmemory[ \t=]+(\d+)(kb|mb|gb|k|m|g|b)?\b/im;
/** Source: redis.conf of Redis, "Note on units". */
const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
};

/** The memory that a server of Redis fills with data, in bytes; undefined when no setting limits it. */
export function maxMemoryBytes(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const [, digits, unit = 'b'] = MAX_MEMORY.exec(text) ?? [];
    const bytes = Number(digits ?? 0) * (UNITS[unit.toLowerCase()] ?? 1);
    if (bytes > 0) return bytes;
  }
  return undefined;
}

/** Triggers of KEDA that count jobs: in a list or a stream of Redis, in a queue of SQS or RabbitMQ. Source: KEDA documentation, "Scalers". */
const JOB_TRIGGERS = /^(?:redis(?:-cluster|-sentinel)?(?:-streams)?|aws-sqs-queue|rabbitmq)$/;
const JOB_ADDRESSES = ['address', 'addresses', 'host', 'hosts', 'queueURL'];
const BROKER_SETTING = /(?:^|_)(?:QUEUES?|BROKER|JOBS?|CELERY|SIDEKIQ|BULL|RQ|RESQUE|TASKS?)(?:_|$)/i;
const CACHE_SETTING = /(?:^|_)(?:CACHES?|SESSIONS?)(?:_|$)/i;
/** A policy that removes entries when the memory is full loses jobs. */
const EVICTS = /maxmemory-policy[ \t=]+(?:allkeys|volatile)-/i;
const KEEPS = /maxmemory-policy[ \t=]+noeviction\b/i;

/** Use of a server of Redis. */
export type CacheUse = 'cache' | 'queue' | 'both' | 'unknown';

/** Hosts and queues whose jobs the triggers of a ScaledObject count. `settings` are the variables of the workload that it scales. */
export function jobHostsOf(scaler: ManifestObject, settings: readonly Setting[]): readonly string[] {
  const triggers = itemsAt(scaler.raw, 'spec', 'triggers').filter(({ value }) => JOB_TRIGGERS.test(stringAt(value, 'type') ?? ''));
  const addresses = triggers.flatMap(({ value }) =>
    JOB_ADDRESSES.flatMap((key) => {
      const variable = stringAt(value, 'metadata', `${key}FromEnv`);
      return stringAt(value, 'metadata', key) ?? settings.find(({ name }) => name === variable)?.value ?? [];
    }),
  );
  return addresses.flatMap((value) => [value, ...hostsOf(value), ...queuesIn({ value })]);
}

/** The use of a server of Redis, by the triggers, the names of the variables that name it, its own name and its policy. */
export function cacheUseOf(
  cache: FoundPart,
  {
    others,
    jobHosts,
    texts,
  }: { readonly others: readonly FoundPart[]; readonly jobHosts: readonly string[]; readonly texts: readonly string[] },
): CacheUse {
  const naming = others.flatMap(({ settings }) => settings.filter(({ value }) => hostsOf(value).some((host) => cache.isOwnHost(host))));
  const isQueue = jobHosts.some((host) => cache.isOwnHost(host)) || naming.some(({ name }) => BROKER_SETTING.test(name));
  const isCache =
    naming.some(({ name }) => CACHE_SETTING.test(name)) ||
    /cache|session/i.test(cache.part.name) ||
    texts.some((text) => EVICTS.test(text) && !KEEPS.test(text));
  if (isQueue) return isCache ? 'both' : 'queue';
  return isCache ? 'cache' : 'unknown';
}
