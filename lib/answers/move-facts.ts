import { shapesOf } from '../catalog/instance-shapes';
import type { Template } from '../cloudformation/template-resource';
import { CPU_UNITS_PER_VCPU } from '../core/processors';
import { isPlainObject } from '../io/plain-object';
import { schedulable } from '../selection/choose-nodes';
import type { InstanceRoom, TransitionFacts } from '../transition/transition-context';

/** Facts for the comparison of templates, with the exports that the other stacks of the move import. */
export function moveFacts(templates: readonly Template[]): TransitionFacts {
  return { instanceRoom, instanceArchitecture, importedExports: new Set(templates.flatMap(({ raw }) => importsIn(raw))) };
}

function instanceRoom(instanceType: string): InstanceRoom | undefined {
  const shape = shapeOf(instanceType);
  if (shape === undefined) return undefined;
  const { vcpu, memoryMib, gpus } = schedulable(shape);
  return { cpuUnits: vcpu * CPU_UNITS_PER_VCPU, memoryMib, gpus: Math.floor(gpus) };
}

function instanceArchitecture(instanceType: string) {
  return shapeOf(instanceType)?.architecture;
}

function shapeOf(instanceType: string) {
  const shapes = shapesOf('ec2');
  return Object.hasOwn(shapes, instanceType) ? shapes[instanceType] : undefined;
}

/** Names of imported exports; a name with functions as JSON. */
function importsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(importsIn);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'Fn::ImportValue' ? [typeof part === 'string' ? part : JSON.stringify(part)] : importsIn(part),
  );
}
