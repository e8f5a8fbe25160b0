import { UnpricedError } from '../pricing/unpriced-error';

type Incomplete = Pick<UnpricedError, 'unpriced' | 'derived' | 'unknownUsage'>;

/** What makes several estimates incomplete, each line item once. */
export function mergedIncomplete(failures: readonly Error[]): Incomplete {
  const errors = failures.filter((failure) => failure instanceof UnpricedError);
  return {
    unpriced: distinct(errors.flatMap(({ unpriced }) => unpriced)),
    derived: distinct(errors.flatMap(({ derived }) => derived)),
    unknownUsage: distinct(errors.flatMap(({ unknownUsage }) => unknownUsage)),
  };
}

function distinct<T extends object>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
