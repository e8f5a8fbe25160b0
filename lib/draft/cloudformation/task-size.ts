import type { TemplateResource } from '../../cloudformation/template-resource';
import { MIB_PER_GIB } from '../../core/data-size';
import { own, type PlainObject } from '../../core/plain-object';
import { CPU_UNITS_PER_VCPU } from '../../core/processors';
import type { UnknownField } from '../part';

const CPU = /^(\d+(?:\.\d+)?|\.\d+)\s*(vcpu)?$/i;
const MEMORY = /^(\d+(?:\.\d+)?|\.\d+)\s*(gb)?$/i;

/**
 * vCPUs and memory of one task: those of the task, or the sum of its containers. Absent where the template states none, or where
 * one is known only at deployment.
 */
export function taskSize(task: TemplateResource, containers: readonly PlainObject[], unknown: UnknownField[]) {
  const units =
    amountOf(task.properties, ['Cpu'], CPU, CPU_UNITS_PER_VCPU, unknown) ?? sumOf(containers, ['Cpu'], CPU, CPU_UNITS_PER_VCPU, unknown);
  const mib =
    amountOf(task.properties, ['Memory'], MEMORY, MIB_PER_GIB, unknown) ??
    sumOf(containers, ['MemoryReservation', 'Memory'], MEMORY, MIB_PER_GIB, unknown);
  return {
    ...(units !== undefined && units > 0 && { vcpu: units / CPU_UNITS_PER_VCPU }),
    ...(mib !== undefined && mib > 0 && { memoryGib: Math.round((mib / MIB_PER_GIB) * 1000) / 1000 }),
  };
}

/** The sum over the containers; undefined when one of them has none, because the others are no size of the task. */
function sumOf(containers: readonly PlainObject[], fields: readonly string[], form: RegExp, large: number, unknown: UnknownField[]) {
  const amounts = containers.map((container) => amountOf(container, fields, form, large, unknown));
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 || known.length < amounts.length ? undefined : known.reduce((total, amount) => total + amount, 0);
}

function amountOf(
  object: PlainObject,
  fields: readonly string[],
  form: RegExp,
  large: number,
  unknown: UnknownField[],
): number | undefined {
  const field = fields.find((each) => own(object, each) !== undefined);
  if (field === undefined) return undefined;
  const value = own(object, field);
  const isScalar = typeof value === 'string' || typeof value === 'number';
  const [, digits, unit] = (isScalar ? form.exec(String(value).trim()) : undefined) ?? [];
  if (digits === undefined) {
    unknown.push({ field, value: JSON.stringify(value) });
    return undefined;
  }
  return Number(digits) * (unit === undefined ? 1 : large);
}
