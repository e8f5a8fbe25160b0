import type { CheckContext } from './check-context';

/** Caches the result of a function for each template, because several rules use it. */
export function perContext<T>(work: (context: CheckContext) => T): (context: CheckContext) => T {
  const results = new WeakMap<CheckContext, { readonly result: T }>();
  return (context) => {
    const known = results.get(context) ?? { result: work(context) };
    results.set(context, known);
    return known.result;
  };
}
