import { expect, test } from 'vitest';
import type { DesignAnswer } from '../../lib/answers/design';
import { designView } from '../../lib/output/design';

/** The texts of an answer without a design, below its title. */
function textsOf(parts: Pick<DesignAnswer, 'shortages' | 'missed'>): string[] {
  const answer = {
    system: { id: 'shop', name: 'shop' },
    region: 'us-east-1',
    targetWorkload: { operations: {} },
    confidence: 0.9,
    base: 'small',
    given: [],
    environmentFile: 'environments/dev.json',
    ...parts,
  } as unknown as DesignAnswer;
  return designView(answer, undefined).blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'notes' ? block.items.map(({ text }) => text) : [];
  });
}

test('a component that is too small in its largest size is the reason', () => {
  expect(textsOf({ shortages: [{ component: 'database', share: 0.81 }], missed: [] })).toEqual([
    'no sizes of small are 90% likely to handle this load',
    'database: the largest size is 81% likely to handle it',
  ]);
});

test('without such a component, the reason is that sizes are not enough together', () => {
  expect(textsOf({ shortages: [], missed: [] })).toEqual([
    'no sizes of small are 90% likely to handle this load',
    'each component has a size that is enough by itself; no sizes were found that are enough together',
  ]);
});
