import { z } from 'zod';
import type { QuotaNeed, QuotasAnswer, QuotaVerdict } from '../../answers/quotas';
import type { QuotaScope } from '../../catalog/service-quotas';
import { unknownDefaultText } from '../quotas';

const Amount = z.union([z.number(), z.literal('unknown')]);
const SCOPES = ['region', 'account', 'zone', 'cluster', 'node-group', 'primary'] as const satisfies readonly QuotaScope[];
const VERDICTS = ['exceeded-at-minimum', 'exceeded-at-maximum', 'within', 'unknown'] as const satisfies readonly QuotaVerdict[];

const QuotaJson = z.strictObject({
  region: z.string().describe('region whose quota it is; for a quota of the account the region that manages it'),
  scope: z.enum(SCOPES).describe('limited: all uses in the region or the account, or those of each zone, cluster, node group or primary'),
  service: z.string().describe('code of the service in Service Quotas'),
  code: z.string().describe('code of the quota'),
  name: z.string().describe('name of the quota'),
  minimum: Amount.describe('need of a deployment before it scales, or `unknown`'),
  maximum: Amount.describe('largest need: of auto scaling, with room for deployments and updates of nodes, or `unknown`'),
  default: Amount.describe('default of AWS in the region, or `unknown`'),
  defaultUnknownBecause: z.string().optional().describe('why the default is unknown; absent when it is known'),
  newAccountsMayStartLower: z.boolean().describe('whether the documentation states that new accounts may start below the default'),
  verdict: z.enum(VERDICTS).describe('whether the default is enough: not even for the minimum, not for the maximum, always, or unknown'),
  source: z.string().describe('address of the documentation that states the default'),
  request: z.string().optional().describe('command that requests the maximum; absent unless it exceeds the default'),
});

/** Output of `quotas --json`. */
export const QuotasJson = z
  .strictObject({
    subject: z.string().describe('name of the system and id of the tier'),
    asOf: z.iso.date().describe('date when the documentation of the defaults was read'),
    quotas: z.array(QuotaJson).describe('quotas by region, the region of the tier first, those of the account last'),
  })
  .meta({ title: 'sizing quotas' });
export type QuotasJson = z.infer<typeof QuotasJson>;

/** The JSON form of the quotas that a tier needs. */
export function quotasJson({ subject, asOf, needs }: QuotasAnswer): QuotasJson {
  return { subject, asOf, quotas: needs.map(quotaJson) };
}

function quotaJson({ quota, region, min, max, defaultValue, verdict, request }: QuotaNeed): z.infer<typeof QuotaJson> {
  const { scope, service, code, name, contradictoryValues, startsLower = false, source } = quota;
  return {
    region,
    scope,
    service,
    code,
    name,
    minimum: min ?? 'unknown',
    maximum: max ?? 'unknown',
    default: defaultValue ?? 'unknown',
    ...(contradictoryValues !== undefined && { defaultUnknownBecause: unknownDefaultText(contradictoryValues) }),
    newAccountsMayStartLower: startsLower,
    verdict,
    source,
    ...(request !== undefined && { request }),
  };
}
