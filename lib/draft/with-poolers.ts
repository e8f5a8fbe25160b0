import type { Part, PartMember } from './part';

/**
 * The parts with each connection pooler as a member of the database that it connects to: parts that use the pooler use the
 * database. A pooler that connects to no database, or to several, is omitted.
 */
export function withPoolers(parts: readonly Part[]): readonly Part[] {
  const databases = parts.filter(({ role }) => role.kind === 'database');
  const poolers = parts.filter(({ role }) => role.kind === 'pooler');
  const targets = new Map(
    poolers.flatMap((pooler): [Part, Part][] => {
      const [target, another] = databases.filter(({ name }) => pooler.uses.includes(name));
      return target === undefined || another !== undefined ? [] : [[pooler, target]];
    }),
  );
  const targetByName = new Map([...targets].map(([pooler, target]) => [pooler.name, target.name]));
  return parts
    .filter((part) => !targets.has(part))
    .map((part): Part => {
      if (part.role.kind === 'pooler') return { ...part, role: { kind: 'omitted', reason: 'pooler' } };
      const own = [...targets].flatMap(([pooler, target]) => (target === part ? [pooler] : []));
      const uses = [...new Set(part.uses.map((name) => targetByName.get(name) ?? name))].filter((name) => name !== part.name);
      return {
        ...part,
        uses,
        ...(own.length > 0 && { members: [...(part.members ?? []), ...own.map(memberOf)] }),
        ...(own.some(({ role }) => role.kind === 'pooler' && role.isPgbouncer) && { pooler: 'pgbouncer' as const }),
      };
    });
}

/** A part as a member of another. */
export function memberOf({ name, instances, vcpu, memoryGib }: Part): PartMember {
  return { name, instances: instances.min, ...(vcpu !== undefined && { vcpu }), ...(memoryGib !== undefined && { memoryGib }) };
}
