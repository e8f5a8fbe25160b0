import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, PricingContext } from '../pricer';
import { list, optionalNumber } from './properties';
import { usageCharge } from './quantities';

/** Logs that the database writes to CloudWatch. No template contains their log groups. */
export function databaseLogCharges(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const { properties } = resource;
  const exports = list(properties, 'EnableCloudwatchLogsExports').length > 0;
  if (!exports && (optionalNumber(properties, 'MonitoringInterval') ?? 0) === 0) return [];
  const group = 'observability and security';
  return [
    usageCharge(resource, context, {
      kind: 'database-log-ingest-gb',
      details: ['exported by the database'],
      sku: 'logs/ingest',
      group,
      key: 'logIngestGb',
    }),
    usageCharge(resource, context, {
      kind: 'database-log-storage-gb-months',
      details: ['exported by the database'],
      sku: 'logs/storage',
      group,
      key: 'logStoredGb',
    }),
  ];
}
