import type { TemplateResource } from '../../cloudformation/template-resource';
import { DECLARATION_KEY } from '../../contract/key';
import { inheritedProperties } from '../../contract/schema';
import type { PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { pointedAt } from './following';
import { knownWord, type Properties } from './properties';

const DB_INSTANCE = { type: 'AWS::RDS::DBInstance', nameKey: 'DBInstanceIdentifier' } as const;
const DB_CLUSTER = { type: 'AWS::RDS::DBCluster', nameKey: 'DBClusterIdentifier' } as const;

/** Properties that a read replica inherits from its source unless it states them itself. */
const INHERITED = ['Engine', 'EngineVersion', 'DBInstanceClass', 'AllocatedStorage', 'StorageType', 'Iops', 'StorageThroughput'] as const;

/** The properties of a database instance, including those that it inherits from its source, which may be a replica itself. */
export function withInherited(resource: TemplateResource, context: PricingContext, seen: readonly string[] = []): Properties {
  const { properties } = resource;
  if (properties.SourceDBInstanceIdentifier === undefined) return properties;
  if (seen.includes(resource.id))
    throw new UnreadableProperty({ kind: 'cycle', property: 'SourceDBInstanceIdentifier', resource: resource.id });
  const source = pointedAt(properties, 'SourceDBInstanceIdentifier', DB_INSTANCE, context);
  if (source?.type !== DB_INSTANCE.type) return { ...inheritedFromElsewhere(resource), ...properties };
  const inherited = withInherited(source, context, [...seen, resource.id]);
  const isOtherStorage = properties.StorageType !== undefined && properties.StorageType !== inherited.StorageType;
  // Another storage type has its own default IOPS and throughput, not those of the source.
  const keys = isOtherStorage ? INHERITED.filter((key) => key !== 'Iops' && key !== 'StorageThroughput') : INHERITED;
  const passed = keys.filter((key) => inherited[key] !== undefined);
  return { ...Object.fromEntries(passed.map((key) => [key, inherited[key]])), ...properties };
}

/** A replica of an instance in another template: stacks of this package state the inherited properties in its metadata. */
function inheritedFromElsewhere({ metadata }: TemplateResource): Properties {
  const inherited = inheritedProperties(metadata);
  if (inherited === 'invalid')
    throw new UnreadableProperty({ kind: 'invalid', property: `Metadata.${DECLARATION_KEY}`, expected: 'inherited-properties' });
  return inherited ?? {};
}

/** The cluster that an instance belongs to, or undefined. */
export function clusterOf({ properties }: TemplateResource, context: PricingContext): TemplateResource | undefined {
  return pointedAt(properties, 'DBClusterIdentifier', DB_CLUSTER, context);
}

/** Whether the storage of a cluster includes its reads and writes, at a higher price. */
export function isIoOptimized(cluster: TemplateResource | undefined): boolean {
  if (cluster === undefined) return false;
  return knownWord(cluster.properties, 'StorageType', ['aurora', 'aurora-iopt1'], 'aurora') === 'aurora-iopt1';
}
