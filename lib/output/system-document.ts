import type { CapacityAnswer } from '../answers/capacity';
import type { System } from '../model/system';
import { limitBlocks, publishedBlocks } from './capacity';
import type { Block, View } from './report';

/** The document of a system compared with the model: every published figure with ours and the reason where they differ. */
export function systemDocumentView(system: System, tiers: readonly CapacityAnswer[]): View {
  const contradictions = system.contradictions.map(({ about, text }) => ({ mark: '·', text: `${about}: ${text}` }));
  return {
    blocks: [
      { kind: 'title', text: `${system.name}: the document and the model` },
      { kind: 'paragraph', text: `Source: ${system.source}` },
      ...tiers.flatMap(tierBlocks),
      ...(contradictions.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: 'Contradictions of the document' },
            { kind: 'notes' as const, items: contradictions },
          ]),
    ],
    records: { columns: [], rows: [] },
  };
}

function tierBlocks(answer: CapacityAnswer): Block[] {
  return [{ kind: 'heading', text: `Tier ${answer.blueprint.tier.id}` }, ...limitBlocks(answer.capacity), ...publishedBlocks(answer)];
}
