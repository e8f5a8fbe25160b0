import { BYTES_PER_GIB } from '../../core/data-size';
import { quantityOf } from '../../core/quantity';
import { UnreadableProperty } from '../property-problem';
import { shownValue } from './properties';

/** Size of a Kubernetes quantity such as `500Gi`, GiB. Throws an UnreadableProperty for other strings, and for sizes below 0. */
export function sizeGib(quantity: string | undefined): number {
  const bytes = quantityOf(quantity);
  if (bytes === undefined || bytes < 0)
    throw new UnreadableProperty({ kind: 'invalid', property: 'storage', shown: shownValue(quantity ?? null), expected: 'storage-size' });
  return bytes / BYTES_PER_GIB;
}
