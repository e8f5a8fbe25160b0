import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { list } from './properties';
import { hoursOf, usageCharge } from './quantities';

const GROUP = 'storage and backup';

/** Transfer Family server: each of its protocols for an hour, SFTP by default, and the data that is transferred. */
export const transferServer: Pricer = {
  types: ['AWS::Transfer::Server'],
  charges: (resource, context) => {
    const protocols = Math.max(list(resource.properties, 'Protocols').length, 1);
    return [
      { kind: 'file-server-protocol-hours', sku: 'transfer-family/protocol', quantity: hoursOf(certain(protocols)), group: GROUP },
      usageCharge(resource, context, {
        kind: 'file-server-gb',
        details: ['uploads'],
        sku: 'transfer-family/upload',
        group: GROUP,
        key: 'ingestedGb',
      }),
      usageCharge(resource, context, {
        kind: 'file-server-gb',
        details: ['downloads'],
        sku: 'transfer-family/download',
        group: GROUP,
        key: 'retrievedGb',
      }),
    ];
  },
};
