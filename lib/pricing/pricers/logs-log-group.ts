import type { Pricer } from '../pricer';
import { optionalText } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'observability and security';
const STANDARD = 'STANDARD';

/** CloudWatch log group: ingestion and storage. */
export const logsLogGroup: Pricer = {
  types: ['AWS::Logs::LogGroup'],
  charges: (resource, context) => {
    const logClass = optionalText(resource.properties, 'LogGroupClass') ?? STANDARD;
    const sku = logClass === STANDARD ? 'logs/ingest' : `logs/${logClass.toLowerCase()}/ingest`;
    return [
      usageCharge(resource, context, { kind: 'log-ingest-gb', sku, group: GROUP, key: 'logIngestGb' }),
      usageCharge(resource, context, { kind: 'log-storage-gb-months', sku: 'logs/storage', group: GROUP, key: 'logStoredGb' }),
    ];
  },
};
