import { shapesOf } from '../catalog/instance-shapes';
import type { Template } from '../cloudformation/template-resource';
import { isPlainObject } from '../core/plain-object';
import { CPU_UNITS_PER_VCPU } from '../core/processors';
import { schedulable } from '../selection/choose-nodes';
import { taskInterfaces } from '../selection/task-interfaces';
import type { InstanceRoom, TransitionFacts } from '../transition/transition-context';

/** Facts for the comparison of templates, with the exports that the other stacks of the move import. */
export function moveFacts(templates: readonly Template[]): TransitionFacts {
  return { instanceRoom, instanceArchitecture, importedExports: new Set(templates.flatMap((template) => [...importsOf(template)])) };
}

function instanceRoom(instanceType: string): InstanceRoom | undefined {
  const shape = shapeOf(instanceType);
  if (shape === undefined) return undefined;
  const { vcpu, memoryMib, gpus } = schedulable(shape);
  return { cpuUnits: vcpu * CPU_UNITS_PER_VCPU, memoryMib, gpus: Math.floor(gpus), interfaces: taskInterfaces(instanceType) };
}

function instanceArchitecture(instanceType: string) {
  return shapeOf(instanceType)?.architecture;
}

function shapeOf(instanceType: string) {
  const shapes = shapesOf('ec2');
  return Object.hasOwn(shapes, instanceType) ? shapes[instanceType] : undefined;
}

/** Imports by template: a move compares each template several times. */
const known = new WeakMap<Template, ReadonlySet<string>>();

function importsOf(template: Template): ReadonlySet<string> {
  const imports = known.get(template) ?? readImports(template);
  known.set(template, imports);
  return imports;
}

function readImports({ raw }: Template): ReadonlySet<string> {
  const names = new Set<string>();
  addImports(raw, names);
  return names;
}

/** Adds the names of imported exports; a name with functions as JSON. */
function addImports(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const part of value) addImports(part, names);
  } else if (isPlainObject(value)) {
    for (const [key, part] of Object.entries(value)) {
      if (key === 'Fn::ImportValue') names.add(typeof part === 'string' ? part : JSON.stringify(part));
      else addImports(part, names);
    }
  }
}
