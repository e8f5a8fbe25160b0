import { idOf } from './ids';
import type { Part } from './part';

/** Longest id of a component. */
const MAX_LENGTH = 40;

/** Ids of parts by their names: each is unique, and none is one of the reserved ids. */
export function partIds(parts: readonly Part[], reserved: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(reserved);
  return new Map(
    parts.map(({ name }) => {
      const base = idOf(name) ?? 'part';
      let id = base;
      for (let number = 2; taken.has(id); number++) id = `${base.slice(0, MAX_LENGTH - 4)}-${number}`;
      taken.add(id);
      return [name, id];
    }),
  );
}
