import { RESERVED_IDS, withoutNumberHyphens } from '../model/component-ids';
import { idOf } from './ids';
import type { Part } from './part';

/** Longest id of a component. */
const MAX_LENGTH = 40;

/** Ids of parts by their names: each is unique, also in the names of stack outputs, and none is one of the reserved ids. */
export function partIds(parts: readonly Part[], reserved: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([...reserved, ...RESERVED_IDS].map(withoutNumberHyphens));
  return new Map(
    parts.map(({ name }) => {
      const base = idOf(name) ?? 'part';
      let id = base;
      for (let number = 2; taken.has(withoutNumberHyphens(id)); number++) id = `${base.slice(0, MAX_LENGTH - 4)}-${number}`;
      taken.add(withoutNumberHyphens(id));
      return [name, id];
    }),
  );
}
