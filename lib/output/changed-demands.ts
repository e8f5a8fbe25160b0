import type { ChangedDemand } from '../answers/changed-demands';
import { type InputError, problemText } from '../core/problems';
import { RESOURCES } from '../model/resource';
import { figures } from './capacity-amounts';
import type { Block } from './report';

/** The demands that a calibration changes, with those of the definition. */
export function changedDemandBlocks(changes: readonly ChangedDemand[] | InputError, tier: string): Block[] {
  if ('problems' in changes) {
    const reasons = changes.problems.map(problemText).join('; ');
    return [{ kind: 'paragraph', text: `No command can size ${tier} by this calibration: ${reasons}.` }];
  }
  if (changes.length === 0) {
    return [{ kind: 'paragraph', text: `The calibration changes no demand of ${tier}: it agrees with the figures of the definition.` }];
  }
  return [
    { kind: 'heading', text: `Demands of ${tier} that the calibration changes` },
    {
      kind: 'grid',
      columns: [
        { heading: ['demand'], align: 'left' },
        { heading: ['definition'], align: 'right' },
        { heading: ['calibration'], align: 'right' },
        { heading: ['unit'], align: 'left' },
      ],
      rows: changes.map((change) => ({
        cells: [
          `${change.component} ${change.resource} of ${change.operation}`,
          change.from === undefined ? 'none' : figures(change.from),
          figures(change.to),
          unitText(change),
        ],
      })),
    },
  ];
}

/** `cores × s per event`, `MiB per session`. */
function unitText({ resource, isOfSession }: ChangedDemand): string {
  const { unit, nature } = RESOURCES[resource];
  if (isOfSession) return `${unit} per session`;
  return nature === 'held' ? `${unit} × s per event` : `${unit.replace(/\/s$/, '')} per event`;
}
