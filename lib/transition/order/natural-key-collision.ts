import { referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { DELETED_FIRST } from '../deleted-first';
import { keyProperties, keyValue, naturalKeyOf } from '../natural-keys';
import type { OrderRule } from '../order-rule';

export const naturalKeyCollision: OrderRule = {
  id: 'natural-key-collision',
  description:
    'CloudFormation creates before it deletes: a resource that takes the name of one that is removed or replaced in the same update already exists',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
    'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract.html',
    'https://github.com/aws/aws-cdk/issues/34235',
  ],
  asOf: '2026-11-30',
  *judge({ changes }, replaced) {
    const leaving = new Map<string, string>();
    for (const { id, before, after } of changes) {
      const key = before === undefined ? undefined : keyIn(before, replaced);
      const leaves = after === undefined || replaced.has(id) || (before !== undefined && keyIn(after, replaced) !== key);
      if (key !== undefined && leaves) leaving.set(key, id);
    }
    for (const { id, before, after } of changes) {
      if (after === undefined) continue;
      const key = keyIn(after, replaced);
      const other = key === undefined ? undefined : leaving.get(key);
      const arrives = before === undefined || replaced.has(id) || keyIn(before, replaced) !== key;
      if (other === undefined || !arrives || (other === id && DELETED_FIRST.has(after.type))) continue;
      const text = other === id ? 'the replacement has the same' : `${other}, which leaves in the same update, has the same`;
      yield {
        resource: id,
        class: 'rejected',
        text: `${text} ${keyProperties(after).join(' and ')}, so it already exists when this one is created${other === id ? zoneText(before, after) : ''}`,
      };
    }
  },
};

/** Properties of a subnet that name its zone. */
const ZONES = ['AvailabilityZone', 'AvailabilityZoneId'];

/** How a subnet keeps its range: in its zone. Empty for other resources, and where the zone is not the change. */
function zoneText(before: TemplateResource | undefined, { type, properties }: TemplateResource): string {
  const old = ZONES.map((name) => before?.properties[name]).find((zone) => zone !== undefined);
  if (type !== 'AWS::EC2::Subnet' || typeof old !== 'string' || ZONES.some((name) => properties[name] === old)) return '';
  return `; set its zone to ${old} again (option zones of a tier)`;
}

/** The type and key of a resource. A key that refers to a replaced resource is another key after the update. */
function keyIn(resource: TemplateResource, replaced: ReadonlySet<string>): string | undefined {
  const key = naturalKeyOf(resource);
  if (key === undefined) return undefined;
  const values = keyProperties(resource).map((path) => keyValue(resource, path));
  return referencesIn(values).some((name) => replaced.has(name)) ? undefined : `${resource.type} ${key}`;
}
