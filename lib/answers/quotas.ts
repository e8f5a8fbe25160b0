import { ACCOUNT_QUOTA_REGION, defaultIn, QUOTAS_AS_OF, type QuotaKey, SERVICE_QUOTAS, type ServiceQuota } from '../catalog/service-quotas';
import { templateFrom } from '../cloudformation/template-from';
import type { Template } from '../cloudformation/template-resource';
import { InputError } from '../core/problems';
import { blueprintFor } from './blueprint-for';
import type { TierRequest } from './estimate';
import { stacksOf } from './estimate-blueprint';
import type { Synthesizer } from './move';
import { type QuotaUse, sumOf } from './quota-use';
import { quotaUses } from './quota-uses';

/** Whether the default of AWS is enough: not even for the creation, not for the largest size, always, or unknown. */
export type QuotaVerdict = 'exceeded-at-minimum' | 'exceeded-at-maximum' | 'within' | 'unknown';

/** Need of stacks for one quota in a region. */
export interface QuotaNeed {
  /** The quota. */
  readonly quota: ServiceQuota;
  /** The region whose quota it is, an AWS region code; for quotas of the account the region that manages them. */
  readonly region: string;
  /** Need of a deployment before it scales; undefined when a template does not state it. */
  readonly min: number | undefined;
  /** Largest need; undefined when a template does not state it. */
  readonly max: number | undefined;
  /** Default of AWS in the region; undefined when it is unknown. */
  readonly defaultValue: number | undefined;
  /** Whether the default is enough. */
  readonly verdict: QuotaVerdict;
  /** The command that requests the largest need; absent unless that need exceeds the default. */
  readonly request?: string;
}

/** The quotas that the stacks of a tier need. */
export interface QuotasAnswer {
  /** The name of the system and the id of the tier. */
  readonly subject: string;
  /** Needs by region, the region of the tier first, those of the account last. */
  readonly needs: readonly QuotaNeed[];
  /** Day when the documentation of the defaults was read, ISO 8601. */
  readonly asOf: string;
}

/**
 * The service quotas that the stacks of a tier need, at minimum and at maximum, compared with the defaults of AWS. Throws an
 * InputError with every problem of the request, and for `platform=kubernetes`, which has no stacks.
 */
export function tierQuotas(request: TierRequest, synthesizer: Synthesizer = stacksOf): QuotasAnswer {
  const blueprint = blueprintFor(request);
  const { platform, region } = blueprint.options;
  if (platform === 'kubernetes') {
    throw new InputError('options', [
      { path: 'platform', received: '"kubernetes"', expected: 'ecs or eks: the quotas of manifests depend on their cluster' },
    ]);
  }
  const templates = synthesizer(blueprint).map((stack) => templateFrom(stack.template, stack.stackName, stack.region));
  return { subject: `${blueprint.system.name} ${blueprint.tier.id}`, needs: quotaNeeds(templates, region), asOf: QUOTAS_AS_OF };
}

/** Amounts that templates need of every quota that they use; a template without a region is in `region`. Unknown sizes are undefined, never zero. */
export function quotaNeeds(templates: readonly Template[], region: string): readonly QuotaNeed[] {
  const uses = templates.flatMap((template) => quotaUses(template).map((use) => ({ ...use, region: template.region ?? region })));
  const regions = [...new Set([region, ...templates.map((template) => template.region ?? region)])];
  const isOfAccount = ({ quota }: QuotaUse) => SERVICE_QUOTAS[quota].scope === 'account';
  return [
    ...regions.flatMap((each) =>
      needsOf(
        uses.filter((use) => use.region === each && !isOfAccount(use)),
        each,
      ),
    ),
    ...needsOf(uses.filter(isOfAccount), ACCOUNT_QUOTA_REGION),
  ];
}

function needsOf(uses: readonly QuotaUse[], region: string): readonly QuotaNeed[] {
  const keys = Object.keys(SERVICE_QUOTAS) as QuotaKey[];
  return keys.flatMap((key) => {
    const own = uses.filter((use) => use.quota === key);
    const [min, max] = [needOf(own, 'min'), needOf(own, 'max')];
    return own.length === 0 || max === 0 ? [] : [needFor(SERVICE_QUOTAS[key], region, min, max)];
  });
}

/** All uses together, or the largest of their groups. A use without a group may be in any of them. */
function needOf(uses: readonly QuotaUse[], end: 'min' | 'max'): number | undefined {
  const valuesOf = (group: string | undefined) => uses.filter((use) => use.group === group).map((use) => use[end]);
  const groups = [...new Set(uses.flatMap(({ group }) => group ?? []))].map((group) => sumOf(valuesOf(group)));
  const largest = groups.includes(undefined) ? undefined : Math.max(0, ...groups.filter((value) => value !== undefined));
  return sumOf([largest, ...valuesOf(undefined)]);
}

function needFor(quota: ServiceQuota, region: string, min: number | undefined, max: number | undefined): QuotaNeed {
  const defaultValue = defaultIn(quota, region);
  const verdict = verdictOf(min, max, defaultValue);
  const request = verdict === 'within' || defaultValue === undefined ? undefined : requestCommand(quota, region, max);
  return { quota, region, min, max, defaultValue, verdict, ...(request !== undefined && { request }) };
}

function verdictOf(min: number | undefined, max: number | undefined, defaultValue: number | undefined): QuotaVerdict {
  if (defaultValue === undefined) return 'unknown';
  if (min !== undefined && min > defaultValue) return 'exceeded-at-minimum';
  if (max === undefined) return 'unknown';
  return max > defaultValue ? 'exceeded-at-maximum' : 'within';
}

function requestCommand({ service, code }: ServiceQuota, region: string, value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${Math.ceil(value)} --region ${region}`;
}
