import { type ShapedService, shapesOf } from '../../catalog/instance-shapes';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Part, UnknownField } from '../part';
import { stringAt } from './stack-reading';

/** Size of an instance class; absent fields are not known. */
export type ClassSize = Pick<Part, 'instanceClass' | 'vcpu' | 'memoryGib' | 'notRead'>;

/** vCPUs and memory of a class of the catalog. A class that the catalog does not have, or that is known only at deployment, has none. */
export function classSize(resource: TemplateResource, field: string, service: ShapedService, unknown: UnknownField[]): ClassSize {
  const instanceClass = stringAt(resource, field, unknown);
  if (instanceClass === undefined) return {};
  const shapes = shapesOf(service);
  const shape = Object.hasOwn(shapes, instanceClass) ? shapes[instanceClass] : undefined;
  if (shape !== undefined) return { instanceClass, vcpu: shape.vcpu, memoryGib: shape.memoryGib };
  return { notRead: [`${field} ${instanceClass} (not in the catalog)`] };
}
