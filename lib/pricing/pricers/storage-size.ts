import { UnreadableProperty } from '../property-problem';
import { shownValue } from './properties';

/** GiB in each unit of a Kubernetes quantity. */
const GIB: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    '': 1 / 1_024 ** 3,
    k: 1e3 / 1_024 ** 3,
    M: 1e6 / 1_024 ** 3,
    G: 1e9 / 1_024 ** 3,
    T: 1e12 / 1_024 ** 3,
    Ki: 1 / 1_024 ** 2,
    Mi: 1 / 1_024,
    Gi: 1,
    Ti: 1_024,
  }),
);

/** Size of a Kubernetes quantity such as `500Gi`, GiB. Throws an UnreadableProperty for other strings. */
export function sizeGib(quantity: string | undefined): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([kMGT]|[KMGT]i)?$/.exec(quantity ?? '') ?? [];
  const gib = GIB.get(unit);
  if (amount === undefined || gib === undefined)
    throw new UnreadableProperty({ kind: 'invalid', property: 'storage', shown: shownValue(quantity ?? null), expected: 'storage-size' });
  return Number(amount) * gib;
}
