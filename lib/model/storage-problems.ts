import { RDS_STRIPED_FROM_GIB } from '../core/gp3';
import type { Component } from './component';
import type { ReferenceProblem } from './reference-problem';
import type { ValidParts } from './valid-parts';

/** RDS provisions IOPS only for storage that it stripes over several volumes. */
export function storageProblems(component: ValidParts<Component>, path: readonly (string | number)[]): ReferenceProblem[] {
  if (component.kind !== 'database') return [];
  const { storageGib, iops } = component;
  if (iops === undefined || storageGib === undefined || storageGib >= RDS_STRIPED_FROM_GIB) return [];
  const message = `no value with less than ${RDS_STRIPED_FROM_GIB} GiB of storage`;
  return [{ path: [...path, 'iops'], input: iops, message }];
}
