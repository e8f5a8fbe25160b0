import { UnpricedError } from '../pricing/unpriced-error';

type Incomplete = Pick<UnpricedError, 'unpriced' | 'derived' | 'unknownUsage'>;

/** Line items that make several estimates incomplete, each once. */
export function mergedIncomplete(failures: readonly Error[]): Incomplete {
  const errors = failures.filter((failure) => failure instanceof UnpricedError);
  return {
    unpriced: distinct(errors.flatMap(({ unpriced }) => unpriced)),
    derived: distinct(errors.flatMap(({ derived }) => derived)),
    unknownUsage: distinct(errors.flatMap(({ unknownUsage }) => unknownUsage)),
  };
}

/** Failures of several estimates with each line item once: one error for all incomplete ones, in the place of the first. */
export function mergedFailures(failures: readonly Error[]): readonly Error[] {
  const first = failures.findIndex((failure) => failure instanceof UnpricedError);
  if (first === -1) return failures;
  const { unpriced, derived, unknownUsage } = mergedIncomplete(failures);
  return failures.flatMap((failure, index) => {
    if (index === first) return [new UnpricedError(unpriced, derived, unknownUsage)];
    return failure instanceof UnpricedError ? [] : [failure];
  });
}

function distinct<T extends object>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
