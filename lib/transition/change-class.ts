/**
 * Effects of an update on a resource, from harmless to impossible: a resource has the last class of the list that applies to it.
 * `unchanged`: its properties stay. `created`: it is new. `in-place`: it is changed while it works.
 * `in-place-with-interruption`: it is changed and does not work for some minutes. `removed`: the other template does not have it.
 * `replaced`: another one is created and the first is deleted. `needs-data-migration`: it is replaced, or another
 * store takes over, and its data is not copied.
 * `rejected`: the service or CloudFormation refuses the update, or the update never ends.
 */
export const CHANGE_CLASSES = [
  'unchanged',
  'created',
  'in-place',
  'in-place-with-interruption',
  'removed',
  'replaced',
  'needs-data-migration',
  'rejected',
] as const;
/** Class of a change. */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** The last of several classes in the order of `CHANGE_CLASSES`; `unchanged` for none. */
export function worstClass(classes: readonly ChangeClass[]): ChangeClass {
  const worst = Math.max(0, ...classes.map((each) => CHANGE_CLASSES.indexOf(each)));
  return CHANGE_CLASSES[worst] ?? 'rejected';
}
