import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';

/**
 * The names that a template gives to its values: the keys of mappings and the parameters whose default a value is. A name says what a value
 * does not: `Windows2022` of the AMI id `ami-0abc`.
 */
export function valueNames(template: PlainObject): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const add = (value: unknown, ...added: readonly string[]) => {
    if (typeof value === 'string') names.set(value, [...(names.get(value) ?? []), ...added]);
  };
  for (const [map, topKeys] of plainEntries(section(template, 'Mappings'))) {
    for (const [topKey, values] of plainEntries(topKeys)) {
      for (const [key, value] of Object.entries(values)) add(value, map, topKey, key);
    }
  }
  for (const [parameter, definition] of plainEntries(section(template, 'Parameters'))) add(own(definition, 'Default'), parameter);
  return names;
}

function plainEntries(object: PlainObject): readonly (readonly [string, PlainObject])[] {
  return Object.entries(object).flatMap(([key, value]) => (isPlainObject(value) ? [[key, value] as const] : []));
}
