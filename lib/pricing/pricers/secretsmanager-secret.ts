import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { list } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Secret, including its replicas in other regions, and the API calls that read it. */
export const secretsmanagerSecret: Pricer = {
  types: ['AWS::SecretsManager::Secret'],
  charges: (resource, context) => [
    { kind: 'secrets', sku: 'secrets/secret', quantity: certain(1 + list(resource.properties, 'ReplicaRegions').length), group: GROUP },
    usageCharge(resource, context, { kind: 'secret-requests', sku: 'secrets/api-calls', group: GROUP, key: 'apiCalls', per: 10_000 }),
  ],
};
