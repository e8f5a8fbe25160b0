import type { UsageDeclaration } from '../contract/schema';
import { USAGE_KEYS, type UsageKey } from '../contract/usage';
import { type FreeReason, noCharge } from '../core/free-reason';
import { mapInterval } from '../core/interval';
import type { ChargeKind } from './charge-kinds';
import type { Charge } from './pricer';
import { exact } from './pricers/quantities';

interface DeclaredPrice {
  /** Kind of the charge. */
  readonly kind: ChargeKind;
  /** Details in the brackets of the line's name. Default: none. */
  readonly details?: readonly string[];
  readonly sku: string;
  readonly group: Charge['group'];
  /** How many declared units make one of the price. Default: 1. */
  readonly per?: number;
}

const OBSERVABILITY = 'observability and security';
const STORAGE = 'storage and backup';

/** Prices of declared usage that no object represents, by key of the declaration: usage of AWS services that no manifest creates. */
const PRICES: Readonly<Partial<Record<UsageKey, DeclaredPrice>>> = {
  logIngestGb: { kind: 'log-ingest-gb', sku: 'logs/ingest', group: OBSERVABILITY },
  logStoredGb: { kind: 'log-storage-gb-months', sku: 'logs/storage', group: OBSERVABILITY },
  apiCalls: { kind: 'secret-requests', sku: 'secrets/api-calls', group: OBSERVABILITY, per: 10_000 },
  storedGb: { kind: 'object-storage-gb-months', details: ['Standard'], sku: 's3/standard/storage', group: STORAGE },
  backupGb: { kind: 'object-storage-gb-months', details: ['Standard', 'backups'], sku: 's3/standard/storage', group: STORAGE },
  putRequests: { kind: 'object-write-requests', details: ['Standard'], sku: 's3/put', group: STORAGE, per: 1_000 },
  getRequests: { kind: 'object-read-requests', details: ['Standard'], sku: 's3/get', group: STORAGE, per: 1_000 },
  transitionedObjects: {
    kind: 'object-transitions',
    details: ['Standard-IA'],
    sku: 's3/standard-ia/transitions',
    group: STORAGE,
    per: 1_000,
  },
  natProcessedGb: { kind: 'nat-gateway-gb', sku: 'nat/data', group: 'transfer' },
  cdnOutGb: { kind: 'cdn-gb', sku: 'cloudfront/out', group: 'transfer' },
  cdnRequests: { kind: 'cdn-requests', sku: 'cloudfront/https-requests', group: 'transfer', per: 10_000 },
};

/** For components with pods, `storedGb` is the size of their container images. */
const IMAGES: DeclaredPrice = { kind: 'image-storage-gb-months', sku: 'ecr/storage', group: STORAGE };

/** Usage that costs nothing in a cluster, with the reason. */
export const FREE_USE: Readonly<Partial<Record<UsageKey, FreeReason>>> = {
  queueRequests: noCharge('broker-requests'),
  deadLetterRequests: noCharge('broker-requests'),
};

/** Keys that `declaredCharge` has a price for. */
export const DECLARED_KEYS: readonly UsageKey[] = USAGE_KEYS.filter((key) => PRICES[key] !== undefined);

/** The charge for declared usage that no object counts. */
export function declaredCharge({ key, quantity, basis }: UsageDeclaration, hasPods: boolean): Charge | undefined {
  const price = key === 'storedGb' && hasPods ? IMAGES : PRICES[key];
  if (price === undefined) return undefined;
  const { per = 1, ...charge } = price;
  return {
    ...charge,
    quantity: exact(mapInterval(quantity, (amount) => amount / per)),
    assumption: { kind: 'declared-usage', basis },
  };
}
