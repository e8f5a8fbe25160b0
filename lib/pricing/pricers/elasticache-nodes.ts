import type { TemplateResource } from '../../cloudformation/template-resource';
import { type Interval, mapInterval } from '../../core/interval';
import { exactPercent } from '../../core/number-format';
import type { Charge, PricingContext } from '../pricer';
import { supportYear } from './extended-support';
import { optionalNumber, optionalText } from './properties';
import { exact, hoursOf, usageCharge } from './quantities';

const GROUP = 'cache';

/** Surcharge of extended support, as a share of the node's price. Source: flexera-public/policy_templates, as of 2026-08-20. */
const SUPPORT_SURCHARGE = { 'year-1': 0.8, 'year-3': 1.6 } as const;

/** Charges of the nodes of a cache, and of its snapshots if they are retained. */
export function nodeCharges(
  resource: TemplateResource,
  nodes: { readonly engine: string; readonly nodeType: string; readonly count: Interval },
  context: PricingContext,
): readonly Charge[] {
  const { engine, nodeType, count } = nodes;
  const sku = `elasticache/${engine}/${nodeType}`;
  const hours = hoursOf(count);
  const year = supportYear(engine, optionalText(resource.properties, 'EngineVersion'));
  return [
    { kind: 'cache-node-hours', details: [nodeType, engine], sku, quantity: hours, group: GROUP },
    ...(year === undefined ? [] : [supportCharge(sku, SUPPORT_SURCHARGE[year], hours)]),
    ...snapshotCharges(resource, context),
  ];
}

/** The surcharge is a share of the node's price, and is charged as additional node hours. */
function supportCharge(sku: string, share: number, hours: Interval): Charge {
  const quantity = exact(mapInterval(hours, (value) => value * share));
  return { kind: 'cache-extended-support-node-hours', details: [`${exactPercent(share)} of node hours`], sku, quantity, group: GROUP };
}

/** The snapshots of a cache, if they are retained. */
export function snapshotCharges(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  if ((optionalNumber(resource.properties, 'SnapshotRetentionLimit') ?? 0) === 0) return [];
  return [
    usageCharge(resource, context, {
      kind: 'cache-snapshot-gb-months',
      details: ['above the free snapshot'],
      sku: 'elasticache/backup',
      group: 'storage and backup',
      key: 'backupGb',
    }),
  ];
}
