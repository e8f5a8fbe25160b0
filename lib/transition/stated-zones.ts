import type { TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject, own } from '../core/plain-object';

const ZONE = 'AvailabilityZone';

/**
 * Resources with the zone that a subnet of the template states, where they refer to the zone of the subnet: `Fn::GetAtt` of
 * `AvailabilityZone`, and the name itself, are the same value.
 */
export function withStatedZones(resources: readonly TemplateResource[]): readonly TemplateResource[] {
  const zones = new Map(
    resources.flatMap(({ id, type, properties }) =>
      type === 'AWS::EC2::Subnet' && typeof properties[ZONE] === 'string' ? [[id, properties[ZONE]] as const] : [],
    ),
  );
  return resources.map((resource) => {
    const zone = zones.get(subnetOf(resource.properties[ZONE]) ?? '');
    return zone === undefined ? resource : { ...resource, properties: { ...resource.properties, [ZONE]: zone } };
  });
}

/** The logical id of the subnet whose zone a value is; undefined for other values. */
function subnetOf(value: unknown): string | undefined {
  const attribute = isPlainObject(value) ? own(value, 'Fn::GetAtt') : undefined;
  const [id, name] = typeof attribute === 'string' ? attribute.split('.') : Array.isArray(attribute) ? attribute : [];
  return name === ZONE && typeof id === 'string' ? id : undefined;
}
