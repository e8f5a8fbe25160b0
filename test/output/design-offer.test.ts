import { expect, test } from 'vitest';
import { designOfferFacts } from '../../lib/output/design-offer';

const MORE = { kind: 'saves-little', base: 'small', savedUsd: -110, savedShare: -0.28 } as const;

test('a right-sized tier that has the storage that a tier lacks is not called as expensive as that tier', () => {
  expect(designOfferFacts(MORE, 'npx sizing design etl', true)).toEqual([
    ['design', 'a right-sized tier with this storage costs $110/month more'],
    ['', 'npx sizing design etl', 'command'],
  ]);
  expect(designOfferFacts(MORE, 'npx sizing design etl', false)).toEqual([['design', 'a right-sized tier costs no less']]);
});
