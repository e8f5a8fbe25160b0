import { type Problem, shown } from '../../core/problems';
import { quantityOf } from '../../core/quantity';
import { type ManifestObject, type Path, pathText } from '../../manifests/manifest-object';
import { at } from '../../manifests/values';
import { gibOfBytes } from '../gib-of-bytes';

/** An object while it is read, with the problems of all objects. */
export interface ObjectReading {
  /** The object. */
  readonly object: ManifestObject;
  /** Problems of all objects. */
  readonly problems: Problem[];
}

const PORTS = { least: 1, most: 65_535 };

/**
 * The request of a container in vCPUs or GiB, or its limit: the scheduler uses the limit where there is no request. Undefined when
 * there is neither. An invalid quantity is a problem.
 */
export function requestAt(reading: ObjectReading, resources: Path, resource: 'cpu' | 'memory'): number | undefined {
  const amountAt = resource === 'cpu' ? vcpuAt : gibAt;
  const limit = amountAt(reading, [...resources, 'limits', resource]);
  return amountAt(reading, [...resources, 'requests', resource]) ?? limit;
}

const EXPECTED_CPU = 'a quantity of CPU such as 500m or 2';
const EXPECTED_BYTES = 'a quantity of bytes such as 512Mi or 2Gi';

function vcpuAt(reading: ObjectReading, path: Path): number | undefined {
  return quantityAt(reading, path, EXPECTED_CPU);
}

/** GiB at a path; undefined when there are none. An invalid quantity is a problem. */
export function gibAt(reading: ObjectReading, path: Path): number | undefined {
  const bytes = quantityAt(reading, path, EXPECTED_BYTES);
  return bytes === undefined ? undefined : gibOfBytes(bytes);
}

/** A whole number at a path; undefined when there is none. Everything else is a problem. */
export function countAt(reading: ObjectReading, path: Path): number | undefined {
  return wholeAt(reading, path, { least: 0, most: 1_000_000 });
}

/** A port number at a path; undefined when there is none. Everything else is a problem. */
export function portAt(reading: ObjectReading, path: Path): number | undefined {
  return wholeAt(reading, path, PORTS);
}

function quantityAt(reading: ObjectReading, path: Path, expected: string): number | undefined {
  const value = at(reading.object.raw, ...path) ?? undefined;
  if (value === undefined) return undefined;
  const quantity = quantityOf(value);
  if (quantity !== undefined && Number.isFinite(quantity) && quantity > 0) return quantity;
  addProblem(reading, path, { received: shown(value), expected });
  return undefined;
}

function wholeAt(reading: ObjectReading, path: Path, { least, most }: { readonly least: number; readonly most: number }) {
  const value = at(reading.object.raw, ...path) ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  addProblem(reading, path, {
    received: shown(value),
    expected: `a whole number from ${least} to ${most.toLocaleString('en-US')}`,
  });
  return undefined;
}

/** Adds a problem of a part of the object, with its file and line. */
export function addProblem({ object, problems }: ObjectReading, path: Path, problem: Omit<Problem, 'path'>): void {
  const { file, lineOf } = object.origin;
  problems.push({ path: `${file}:${lineOf(path)}: ${object.kind} ${object.name}: ${pathText(path)}`, ...problem });
}
