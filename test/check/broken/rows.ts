import type { Broken } from '../texts';

/** Properties of a resource. */
export type Properties = Readonly<Record<string, unknown>>;
/** The violation, the properties that have it, the fixed properties, and the path of the violation below `Properties`. */
export type Row = readonly [what: string, broken: Properties, fixed: Properties, at: string];

/** Broken templates with one resource of a type in addition to the valid ones. */
export function rowsOf(rule: string, type: string, rows: readonly Row[]): readonly Broken[] {
  return rows.map(([what, broken, fixed, at]) =>
    addition(rule, what, { Tested: [type, broken] }, { Tested: [type, fixed] }, `Tested Properties.${at}`),
  );
}

/** Resources by logical id, each with its type and properties. */
export type Resources = Readonly<Record<string, readonly [type: string, properties: Properties]>>;

/** A broken template with resources in addition to the valid ones. The fixed twin replaces those that it names. */
export function addition(rule: string, what: string, broken: Resources, fixed: Resources, at: string): Broken {
  const text = (resources: Resources) =>
    Object.entries(resources)
      .map(([id, [Type, Properties]]) => `  ${id}: ${JSON.stringify({ Type, Properties })}\n`)
      .join('');
  return { rule, what, base: 'serverless-api.yaml', change: { add: text(broken) }, fixed: { add: text({ ...broken, ...fixed }) }, at };
}
