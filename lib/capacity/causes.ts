import type { System } from '../model/system';

/** Number of events that one event causes, itself included, at the mid of each figure. By operation id. */
export function causedBy(
  id: string,
  { operations }: Pick<System, 'operations'>,
  often = 1,
  found = new Map<string, number>(),
): Map<string, number> {
  found.set(id, (found.get(id) ?? 0) + often);
  for (const part of operations[id]?.includes ?? []) causedBy(part.operation, { operations }, often * part.times.mid, found);
  return found;
}
