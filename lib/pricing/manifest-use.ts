import { mapInterval } from '../units';
import type { UsageDeclaration } from './declared-use';
import type { Charge } from './pricer';
import { exact } from './pricers/quantities';

interface DeclaredPrice {
  readonly name: string;
  readonly sku: string;
  readonly group: Charge['group'];
  /** How many declared units make one of the price. Default: 1. */
  readonly per?: number;
}

const OBSERVABILITY = 'observability and security';
const STORAGE = 'storage and backup';

/** What a cluster uses beside its objects, by the key of the declaration: services of AWS that no manifest makes. */
const PRICES: Readonly<Record<string, DeclaredPrice>> = {
  logIngestGb: { name: 'Log gigabytes written', sku: 'logs/ingest', group: OBSERVABILITY },
  logStoredGb: { name: 'Log gigabytes stored', sku: 'logs/storage', group: OBSERVABILITY },
  apiCalls: { name: 'Secret API calls', sku: 'secrets/api-calls', group: OBSERVABILITY, per: 10_000 },
  storedGb: { name: 'Stored gigabytes (standard)', sku: 's3/standard/storage', group: STORAGE },
  backupGb: { name: 'Stored gigabytes (backups)', sku: 's3/standard/storage', group: STORAGE },
  putRequests: { name: 'Write requests (standard)', sku: 's3/put', group: STORAGE, per: 1_000 },
  getRequests: { name: 'Read requests (standard)', sku: 's3/get', group: STORAGE, per: 1_000 },
  natProcessedGb: { name: 'NAT gateway gigabytes', sku: 'nat/data', group: 'transfer' },
  cdnOutGb: { name: 'Delivered gigabytes', sku: 'cloudfront/out', group: 'transfer' },
  cdnRequests: { name: 'Requests (HTTPS)', sku: 'cloudfront/https-requests', group: 'transfer', per: 10_000 },
};

/** What components with pods store under the same key: the images of their containers. */
const IMAGES: DeclaredPrice = { name: 'Stored gigabytes (images)', sku: 'ecr/storage', group: STORAGE };

/** Use that costs nothing in a cluster, with the reason. */
export const FREE_USE: Readonly<Record<string, string>> = {
  queueRequests: 'a broker in the cluster takes no fee for requests',
  deadLetterRequests: 'a broker in the cluster takes no fee for requests',
};

/** Keys that `declaredCharge` has a price for. */
export const DECLARED_KEYS: readonly string[] = Object.keys(PRICES);

/** The charge for declared use that no object counts. */
export function declaredCharge({ key, quantity, assumption }: UsageDeclaration, hasPods: boolean): Charge | undefined {
  const price = key === 'storedGb' && hasPods ? IMAGES : PRICES[key];
  if (price === undefined) return undefined;
  const { per = 1, name, sku, group } = price;
  return { name, sku, group, quantity: exact(mapInterval(quantity, (amount) => amount / per)), assumption };
}
