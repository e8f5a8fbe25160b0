import type { LintContext } from './lint-context';

/** Caches the result of a function for each context, because several rules use it. */
export function perContext<T>(work: (context: LintContext) => T): (context: LintContext) => T {
  const results = new WeakMap<LintContext, { readonly result: T }>();
  return (context) => {
    const known = results.get(context) ?? { result: work(context) };
    results.set(context, known);
    return known.result;
  };
}
