import type { RecommendAnswer } from '../answers/recommend';
import type { Assessment } from '../capacity/recommend/assess';
import type { CellPlan } from '../capacity/recommend/cells';
import type { Recommendation, TierVerdict } from '../capacity/recommend/recommend';
import { certain, type Interval } from '../core/interval';
import { counted, exactPercent, likelihood, percent } from '../core/number-format';
import { derivationBlocks } from './capacity';
import { figure, figures, handledUsers } from './capacity-amounts';
import { deployFacts } from './deploy-facts';
import { designOfferFacts } from './design-offer';
import { growthPlanBlocks } from './growth-plan';
import { AFTER_CHANGES, appliedLeverBlocks, leverBlocks } from './levers';
import { verdictText } from './reasons';
import { candidateText, costText, type Fact, facts, limitText, nextText, optionsText, usdText } from './recommend-facts';
import type { Block, Grid, Row, View } from './report';
import { requiredLevelFacts } from './required-levels';
import { sensitivityBlocks } from './sensitivity';
import { serviceLevelFacts } from './service-levels';
import { STORED_DATA_GROWS, storageNeedsText } from './stored-data';
import { userActivityBlocks } from './user-activity';

/** Between two published tiers, a plan takes the larger one. */
const RIGHT_SIZED_PLAN: Block = {
  kind: 'paragraph',
  text: '`sizing design` with the same flags plans right-sized tiers, which may cost less.',
};

/** The recommended tier with its limits and cost, and a verdict on every tier. `designCommand` makes the offered design; default: none. */
export function recommendView(answer: RecommendAnswer, designCommand?: string): View {
  const { system, region, recommendation } = answer;
  const users = recommendation.userActivity;
  return {
    blocks: [
      { kind: 'title', text: [system.name, usersText(users.withOpenSession), region, 'on demand'].join(' · ') },
      ...headBlocks(answer, designOfferFacts(answer.designOffer, designCommand, answer.storageShortages !== undefined)),
      ...appliedLeverBlocks(answer.appliedLevers),
      tiersGrid(recommendation.tiers, recommendation.confidence),
      ...cellBlocks(recommendation.cells),
      ...growthPlanBlocks(answer.plan),
      ...(answer.plan === undefined ? [] : [RIGHT_SIZED_PLAN]),
      ...sensitivityBlocks(answer),
      ...leverBlocks(answer),
      ...userActivityBlocks(users),
      ...(answer.derivation === undefined ? [] : derivationBlocks(answer.derivation)),
    ],
    records: {
      columns: ['tier', 'options', 'verdict', 'confidence', 'limit', 'utilization', 'threshold', 'next', 'nextAtUsers', 'reason'],
      rows: recommendation.tiers.map(({ assessment, reason }) => {
        const [limit, next] = assessment.limits;
        return [
          assessment.candidate.tier,
          optionsText(assessment.candidate),
          reason.kind,
          String(assessment.confidence),
          limit?.resource ?? '',
          String(limit?.utilization.mid ?? ''),
          String(limit?.threshold ?? ''),
          next?.resource ?? '',
          String(next?.atUsers.mid ?? ''),
          verdictText(reason),
        ];
      }),
    },
  };
}

function usersText(users: Interval): string {
  return users.high === 0 ? 'a workload without users' : `${figures(users)} users with an open session`;
}

function headBlocks(answer: RecommendAnswer, offer: readonly Fact[]): Block[] {
  const { recommendation } = answer;
  const { chosen } = recommendation;
  if (chosen !== undefined) return headBlocksOf(chosen, answer, offer);
  const { withinBudget } = recommendation;
  return [
    { kind: 'paragraph', text: nothingText(answer) },
    ...(withinBudget === undefined ? [] : withinBudgetBlocks(withinBudget, recommendation.confidence)),
    ...(offer.length === 0 ? [] : facts('A right-sized tier', offer)),
  ];
}

/** Why no tier is recommended, with the tier that handles the most. */
function nothingText({ recommendation: { confidence, tiers, withinBudget }, budgetUsd, requiresLevels }: RecommendAnswer): string {
  const pays = budgetUsd !== undefined && withinBudget === undefined ? `; no tier costs at most ${usdText(budgetUsd)}/month` : '';
  const isHandled = tiers.some(({ assessment }) => assessment.confidence >= confidence);
  if (isHandled) return `no tier handles this load within ${usdText(budgetUsd ?? 0)}/month${pays}`;
  const most = tiers.reduce((best, one) => (timesHandled(one, confidence) > timesHandled(best, confidence) ? one : best)).assessment;
  const near = `${candidateText(most.candidate)} handles the most, ${handledText(most, confidence)}, and is ${likelihood(most.confidence)} likely to handle it`;
  return `no tier is ${percent(confidence)} likely to handle this load${requiresLevels ? ' with these service levels' : ''}; ${near}${pays}`;
}

function timesHandled({ assessment }: TierVerdict, confidence: number): number {
  return assessment.timesWorkloadWith(confidence);
}

/** `22,900 users`, or `0.3 × the load` for a workload without users. */
function handledText(assessment: Assessment, confidence: number): string {
  const users = assessment.usersWith(confidence);
  return users > 0 ? `${handledUsers(certain(users))} users` : `${figure(assessment.timesWorkloadWith(confidence))} × the load`;
}

function headBlocksOf(chosen: TierVerdict, answer: RecommendAnswer, offer: readonly Fact[]): Block[] {
  const { assessment } = chosen;
  const [limit, next] = assessment.limits;
  return facts(`${candidateText(assessment.candidate)}: ${likelihood(assessment.confidence)} likely to handle the load`, [
    ['limit', limit === undefined ? 'unknown' : limitText(limit)],
    ...(next === undefined ? [] : [['next', nextText(next)] as const]),
    ['cost', costText(assessment)],
    ...storageFacts(answer.storageShortages),
    ...requiredLevelFacts(assessment.levelOutlooks),
    ...(answer.requiresLevels ? [] : serviceLevelFacts(answer.serviceLevels)),
    ...lifetimeFacts(answer.recommendation),
    ...deployFacts(answer, assessment.candidate),
    ...(answer.appliedLevers.length === 0 ? [] : [['', AFTER_CHANGES] as const]),
    ...offer,
  ]);
}

/** `documents 25 GiB instead of 10, which the cost does not include: …`. */
function storageFacts(shortages: RecommendAnswer['storageShortages']): Fact[] {
  if (shortages === undefined) return [];
  return [['storage', `needed: ${storageNeedsText(shortages)}, which the cost does not include: ${STORED_DATA_GROWS}`]];
}

function withinBudgetBlocks(assessment: Assessment, confidence: number): Block[] {
  const users = assessment.usersWith(confidence);
  const handled = users > 0 ? `, ${handledUsers(certain(users))} users` : '';
  const over = assessment.limits.filter(({ utilization, threshold }) => utilization.high > threshold).slice(0, 3);
  return facts(`${candidateText(assessment.candidate)} is the best tier within the budget`, [
    ['handles', `${figure(assessment.timesWorkloadWith(confidence))} times the load with ${percent(confidence)} confidence${handled}`],
    ...over.map((limit, index) => [index === 0 ? 'exceeded' : '', limitText(limit)] as const),
    ['cost', costText(assessment)],
  ]);
}

function lifetimeFacts({ lifetime, chosen }: Recommendation): (readonly [string, string])[] {
  if (lifetime === undefined || chosen === undefined) return [];
  const { months, beyondHorizon, growthPerMonth, next } = lifetime;
  const growth = `${exactPercent(growthPerMonth)}/month`;
  if (beyondHorizon) return [['lasts', `more than ${months} months at ${growth}`]];
  const then =
    next === undefined
      ? 'then the load exceeds the largest tier: use cells'
      : `then ${candidateText(next.candidate)} (+${usdText(next.monthlyUsd.mid - chosen.assessment.monthlyUsd.mid)})`;
  const lasts = months === 0 ? 'less than a month' : counted(months, 'month');
  return [['lasts', `${lasts} at ${growth}; ${then}`]];
}

/** The tiers in ascending order of their capacity, with a verdict on each. */
function tiersGrid(tiers: readonly TierVerdict[], confidence: number): Grid {
  return {
    kind: 'grid',
    columns: [
      { heading: ['tier'], align: 'left' },
      { heading: ['users handled', `${percent(confidence)} likely`], align: 'right' },
      { heading: ['verdict'], align: 'left' },
      { heading: ['reason'], align: 'left', wraps: true },
    ],
    rows: tiers.map(({ assessment, reason }): Row => {
      return {
        cells: [
          candidateText(assessment.candidate),
          handledCell(assessment, confidence),
          reason.kind.replace('-', ' '),
          verdictText(reason),
        ],
        ...(reason.kind === 'recommended' ? { style: 'total' as const } : {}),
      };
    }),
  };
}

/** The heading names the unit of numbers of users. */
function handledCell(assessment: Assessment, confidence: number): string {
  const users = assessment.usersWith(confidence);
  return users > 0 ? handledUsers(certain(users)) : handledText(assessment, confidence);
}

function cellBlocks(plan: CellPlan | undefined): Block[] {
  if (plan === undefined) return [];
  const { candidate, cells, users, usersPerCell, monthlyUsd, monthlyUsdPerCell, limit, shared, isBeyondModel } = plan;
  const needs = shared.filter(({ timesPresent }) => timesPresent > 1);
  const items = [
    `${figure(cells)} independent copies of ${candidateText(candidate)}, ${handledUsers(certain(usersPerCell))} users each, limited by ${limit ?? 'unknown'}`,
    `${[monthlyUsd.low, monthlyUsd.mid, monthlyUsd.high].map(usdText).join(' – ')} per month, ${usdText(monthlyUsdPerCell.mid)} per cell`,
    ...needs.map(({ resource, timesPresent }) => `shared: ${resource} must be ${figure(timesPresent)} times the present limit`),
    'shared: a router with a directory of users and their cells; no tier contains it',
    ...(isBeyondModel ? [`${figure(users)} users exceed the range in which the model is credible`] : []),
  ];
  return [
    { kind: 'heading', text: 'Beyond the largest tier: a cell-based plan (modelled, not synthesized)' },
    { kind: 'notes', items: items.map((text) => ({ mark: '·', text })) },
  ];
}
