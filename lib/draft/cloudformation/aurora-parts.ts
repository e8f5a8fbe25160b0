import type { TemplateResource } from '../../cloudformation/template-resource';
import { own, section } from '../../core/plain-object';
import { barePart } from '../bare-part';
import type { PartRole, UnknownField } from '../part';
import { classSize } from './class-size';
import type { StackPart } from './stack-part';
import { engineOf, numberAt, refersTo, resourcesOf, type StackReading } from './stack-reading';

const ENGINES: ReadonlyMap<string, PartRole> = new Map<string, PartRole>([
  ['aurora', { kind: 'database', engine: 'mysql' }],
  ['aurora-mysql', { kind: 'database', engine: 'mysql' }],
  ['aurora-postgresql', { kind: 'database', engine: 'postgres' }],
  ['mysql', { kind: 'database', engine: 'mysql' }],
  ['postgres', { kind: 'database', engine: 'postgres' }],
]);

/** Memory of one Aurora capacity unit in GiB. Source: Aurora user guide, "Aurora Serverless v2 capacity". */
const ACU_GIB = 2;
const SERVERLESS = 'db.serverless';
/** Servers of a Multi-AZ cluster: a writer and two readers. Source: Amazon RDS user guide, "Multi-AZ DB cluster deployments". */
const MULTI_AZ_SERVERS = 3;

/** Clusters of Aurora with their instances, and Multi-AZ clusters of RDS: a writer, and readers that take over from it. */
export function auroraDatabases(reading: StackReading): readonly StackPart[] {
  const instances = resourcesOf(reading.template, 'AWS::RDS::DBInstance');
  return resourcesOf(reading.template, 'AWS::RDS::DBCluster').map((cluster) => {
    const unknown: UnknownField[] = [];
    const engine = engineOf(cluster, unknown) ?? '';
    const members = instances.filter((each) => refersTo(each, 'DBClusterIdentifier', cluster));
    const isMultiAz = own(cluster.properties, 'DBClusterInstanceClass') !== undefined;
    const { notRead = [], ...size } = isMultiAz
      ? classSize(cluster, 'DBClusterInstanceClass', 'rds', unknown)
      : sizeOfMembers(cluster, members, unknown);
    const storageGib = numberAt(cluster, 'AllocatedStorage', unknown);
    const count = isMultiAz ? MULTI_AZ_SERVERS : Math.max(1, members.length);
    const fields = [...notRead, ...(engine.startsWith('aurora') ? [`Engine ${engine}`] : [])];
    return {
      ids: [cluster, ...members].map(({ id }) => id),
      part: {
        ...barePart(reading.nameOf(cluster), ENGINES.get(engine) ?? { kind: 'omitted', reason: 'unsupported' }),
        ...size,
        ...(storageGib !== undefined && { storageGib }),
        instances: { min: count, max: count },
        ...(count > 1 && { assumedStandbys: 0 }),
        ...(!isMultiAz && members.length === 0 && { isCountUnstated: true }),
        unknown,
        ...(fields.length > 0 && { notRead: fields }),
      },
    };
  });
}

/** The class of the first instance. That of Aurora Serverless v2 is the largest capacity, because a definition has no scaling of memory. */
function sizeOfMembers(cluster: TemplateResource, members: readonly TemplateResource[], unknown: UnknownField[]) {
  const [first] = members;
  const classes = new Set(members.map(({ properties }) => JSON.stringify(own(properties, 'DBInstanceClass'))));
  const others = classes.size > 1 ? ['another DBInstanceClass of a reader'] : [];
  const scaling = section(cluster.properties, 'ServerlessV2ScalingConfiguration');
  if (first === undefined || own(first.properties, 'DBInstanceClass') === SERVERLESS) {
    const [min, max] = [Number(own(scaling, 'MinCapacity')), Number(own(scaling, 'MaxCapacity'))];
    if (!(max > 0)) return { notRead: [...others, ...(first === undefined ? [] : [`DBInstanceClass ${SERVERLESS}`])] };
    return { memoryGib: max * ACU_GIB, notRead: [...others, `ServerlessV2ScalingConfiguration from ${min} to ${max}`] };
  }
  const { notRead = [], ...size } = classSize(first, 'DBInstanceClass', 'rds', unknown);
  return { ...size, notRead: [...notRead, ...others] };
}
