import type { PlannedMove, PlanStage } from '../answers/growth-plan';
import { certain } from '../core/interval';
import { counted } from '../core/number-format';
import { handledUsers } from './capacity-amounts';
import { candidateText, usdText } from './recommend-facts';
import type { Block } from './report';
import { STORED_DATA_GROWS, storageNeedsText } from './stored-data';

/** Tier, move and cost of each period of a plan; no block without a plan. */
export function growthPlanBlocks(stages: readonly PlanStage[] | undefined): Block[] {
  if (stages === undefined) return [];
  return [
    { kind: 'heading', text: 'Plan: from the start of its period, each tier handles the users at the end of the period' },
    {
      kind: 'grid',
      columns: [
        { heading: ['until'], align: 'left' },
        { heading: ['users'], align: 'right' },
        { heading: ['tier'], align: 'left' },
        { heading: ['cost', 'per month'], align: 'right' },
        { heading: ['cost', 'since today'], align: 'right' },
        { heading: ['move'], align: 'left', wraps: true },
      ],
      rows: stages.map(({ months, users, tier, options, monthlyUsd, sinceTodayUsd, move }) => ({
        cells: [
          counted(months, 'month'),
          handledUsers(certain(users)),
          tier === undefined ? 'none' : candidateText({ tier, options }),
          monthlyUsd === undefined ? 'unknown' : usdText(monthlyUsd.mid),
          sinceTodayUsd === undefined ? 'unknown' : usdText(sinceTodayUsd.mid),
          moveText(move),
        ],
      })),
    },
    ...storageBlocks(stages),
  ];
}

/** `Storage needed: database 1,250 GiB instead of 50 (small until 12 months), which the costs do not include: stored data …`. */
function storageBlocks(stages: readonly PlanStage[]): Block[] {
  const needs = stages.flatMap(({ months, tier, options, storageShortages: shortages = [] }) =>
    tier === undefined || shortages.length === 0
      ? []
      : [`${storageNeedsText(shortages)} (${candidateText({ tier, options })} until ${counted(months, 'month')})`],
  );
  if (needs.length === 0) return [];
  return [{ kind: 'paragraph', text: `Storage needed: ${needs.join('; ')}, which the costs do not include: ${STORED_DATA_GROWS}.` }];
}

function moveText(move: PlannedMove): string {
  switch (move.kind) {
    case 'none':
      return 'none';
    case 'accepted':
      return counted(move.steps, 'step');
    case 'obstacles':
      return `no accepted steps known: ${move.resources.join(', ')}`;
    case 'not-planned':
      return 'not planned';
  }
}
