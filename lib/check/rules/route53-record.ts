import type { TemplateResource } from '../../cloudformation/template-resource';
import { type CheckContext, sameValueKey } from '../check-context';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, itemsAt, stringAt } from '../values';
import type { Violation } from '../violation';

/** Properties of a routing policy. A record with one of them has a set identifier. */
const POLICIES = ['CidrRoutingConfig', 'Failover', 'GeoLocation', 'GeoProximityLocation', 'MultiValueAnswer', 'Region', 'Weight'];

export const route53Record: Rule = {
  id: 'route53-record',
  severity: 'error',
  description:
    'Record is a CNAME at the name of its zone or next to others, has the name and type of another, or a routing policy without an identifier',
  fix: 'Use an alias record at the name of the zone, one record for each name and type, and SetIdentifier for records with a routing policy',
  citation: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
  *check(context) {
    const before: Named[] = [];
    for (const named of recordsOf(context)) {
      const violation = wrongRecord(named, before);
      if (violation !== undefined) yield violation;
      // Only one of the records with a condition may exist.
      if (!context.isConditional(named.resource)) before.push(named);
    }
  },
};

interface Named {
  readonly resource: TemplateResource;
  readonly record: unknown;
  readonly path: string;
  readonly name: string;
  readonly type: string;
  /** Name of the hosted zone; undefined when it is known only at deployment. */
  readonly zoneName: string | undefined;
  /** Equal for records of the same zone. */
  readonly zone: string;
  /** The property of its routing policy; undefined for simple records. */
  readonly policy: string | undefined;
}

/** Records with a known name and type, those of groups among them. */
function recordsOf(context: CheckContext): readonly Named[] {
  const groups = context
    .ofType('AWS::Route53::RecordSetGroup')
    .flatMap((resource) =>
      itemsAt(resource.properties, 'RecordSets').map((record, index) => ({ resource, record, path: `Properties.RecordSets[${index}]` })),
    );
  const records = context
    .ofType('AWS::Route53::RecordSet')
    .map((resource) => ({ resource, record: resource.properties as unknown, path: 'Properties' }));
  return [...records, ...groups].flatMap(({ resource, record, path }) => {
    const [name, type] = [stringAt(record, 'Name'), stringAt(record, 'Type')];
    if (!isKnownString(name) || !isKnownString(type)) return [];
    const { HostedZoneId: id, HostedZoneName: zoneName } = resource.properties;
    const target = context.targetOf('AWS::Route53::HostedZone', id);
    const known = target === undefined ? stringAt(resource.properties, 'HostedZoneName') : stringAt(target.properties, 'Name');
    const policy = POLICIES.find((property) => !isAbsent(record, property));
    const zone = sameValueKey([id, zoneName]);
    return [{ resource, record, path, name: plain(name), type, zoneName: isKnownString(known) ? plain(known) : undefined, zone, policy }];
  });
}

function wrongRecord(
  { resource, record, path, name, type, zoneName, zone, policy }: Named,
  before: readonly Named[],
): Violation | undefined {
  if (type === 'CNAME' && name === zoneName)
    return { resource, path: `${path}.Type`, received: `CNAME for ${name}, the name of the zone`, expected: 'an alias record' };
  if (policy !== undefined && isPresent(record, policy) && isAbsent(record, 'SetIdentifier'))
    return { resource, path: `${path}.SetIdentifier`, expected: `a value next to ${policy}` };
  const others = before.filter((other) => other.zone === zone && other.name === name);
  const other = others.find(
    (each) => (each.type === 'CNAME') !== (type === 'CNAME') || (each.type === type && (each.policy === undefined || policy === undefined)),
  );
  if (other === undefined) return undefined;
  return {
    resource,
    path: `${path}.Name`,
    received: `${name}, which ${other.resource.id} has with type ${other.type}`,
    expected: 'a name without such a record',
  };
}

/** Names are the same with and without the dot at the end. */
function plain(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
