import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain } from '../../core/interval';
import type { Charge, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { supportYear } from './extended-support';
import { optionalText, type Properties, requiredText } from './properties';
import { hoursOf } from './quantities';

const OPTED_OUT = 'open-source-rds-extended-support-disabled';

/** A database whose engine version may be in extended support. */
export interface SupportedDatabase {
  /** Engine in lower case, such as `mysql` or `aurora-postgresql`. */
  readonly engine: string;
  /** Properties that state version, instance class and whether the database opts out. */
  readonly properties: Properties;
  /** Number of servers, the standby's included. */
  readonly servers: number;
}

/** Versions in extended support have a surcharge for each vCPU, including the standby's, unless the database opts out of extended support. */
export function rdsSupportCharges(
  resource: TemplateResource,
  { engine, properties, servers }: SupportedDatabase,
  context: PricingContext,
): readonly Charge[] {
  const version = majorVersion(engine, optionalText(properties, 'EngineVersion'));
  const year = surchargeOf({ engine, properties });
  if (year === undefined) return [];
  const instanceClass = requiredText(properties, 'DBInstanceClass');
  const vcpu = context.vcpuOf(instanceClass);
  if (vcpu === undefined) {
    throw new UnreadableProperty({ kind: 'unknown-vcpu', resource: resource.id, instanceClass, decides: 'extended-support' });
  }
  return [
    {
      kind: 'database-extended-support-vcpu-hours',
      details: [`${engine} ${version}`],
      sku: `rds/extended-support/${year}`,
      quantity: hoursOf(certain(vcpu * servers)),
      group: 'database',
    },
  ];
}

/** Throws an UnreadableProperty for a version in extended support whose surcharge is not by vCPU, as that of serverless capacity. */
export function requireStandardSupport(database: SupportedDatabase): void {
  if (surchargeOf(database) === undefined) return;
  throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'EngineVersion', feature: 'extended support of serverless capacity' });
}

function surchargeOf({ engine, properties }: Omit<SupportedDatabase, 'servers'>): ReturnType<typeof supportYear> {
  if (optionalText(properties, 'EngineLifecycleSupport') === OPTED_OUT) return undefined;
  return supportYear(engine, majorVersion(engine, optionalText(properties, 'EngineVersion')));
}

/** `5.7.mysql_aurora.2.11.4` is a version of MySQL 5.7; `2.11.4` of Aurora MySQL 2 is, too. */
function majorVersion(engine: string, version: string | undefined): string | undefined {
  return engine === 'aurora-mysql' && version?.startsWith('2.') === true ? `5.7 (${version})` : version;
}
