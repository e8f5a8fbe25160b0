import type { LeverGain } from '../answers/lever-gains';
import type { ChosenLever } from '../answers/levers';
import type { RecommendAnswer } from '../answers/recommend';
import { certain } from '../core/interval';
import { percent } from '../core/number-format';
import type { LeverChange } from '../model/lever';
import { leverFactor, leverValueText } from '../model/lever-value';
import { figure, handledUsers, moreHandledUsers } from './capacity-amounts';
import { candidateText, usdText } from './recommend-facts';
import type { Block } from './report';

/** Users handled and cost with each lever, the best one first. Empty without `levers`. */
export function leverBlocks({ levers, appliedLevers, recommendation: { chosen, tiers, confidence } }: RecommendAnswer): Block[] {
  const tier = chosen ?? tiers.at(-1);
  if (levers === undefined || tier === undefined) return [];
  if (levers.length === 0)
    return [{ kind: 'paragraph', text: `The definition of the system has no ${appliedLevers.length === 0 ? '' : 'other '}levers.` }];
  const { assessment } = tier;
  return [
    {
      kind: 'heading',
      text: `Levers of ${candidateText(assessment.candidate)}, one at a time; without them ${handledUsers(certain(assessment.usersWith(confidence)))} users, ${percent(confidence)} likely, at ${usdText(assessment.monthlyUsd.mid)}/month`,
    },
    {
      kind: 'grid',
      columns: [
        { heading: ['lever'], align: 'left' },
        { heading: ['users', 'handled'], align: 'right' },
        { heading: ['more', 'users'], align: 'right' },
        { heading: ['cost', 'per month'], align: 'right' },
        { heading: ['more', 'per month'], align: 'right' },
        { heading: ['users', 'per $/month'], align: 'right' },
        { heading: ['name'], align: 'left', wraps: true },
      ],
      rows: levers.map((gain) => ({ cells: [chosenLeverText(gain), ...figureCells(gain), gain.lever.name] })),
    },
  ];
}

function figureCells({ standing, users, moreUsers, monthlyUsd, moreUsd, usersPerUsd }: LeverGain): string[] {
  if (users === undefined || moreUsers === undefined) return ['unsupported', '', '', '', ''];
  const handled = [handledUsers(certain(users)), moreHandledUsers(users - moreUsers, users)];
  if (monthlyUsd === undefined || moreUsd === undefined) return [...handled, 'unknown', 'unknown', 'unknown'];
  return [
    ...handled,
    usdText(monthlyUsd.mid),
    moreUsdText(monthlyUsd.mid - moreUsd, monthlyUsd.mid, moreUsd),
    usersPerUsd === undefined ? perDollarText(standing) : figure(usersPerUsd),
  ];
}

/** `+$8`: of whole dollars, so that the sum of the rounded amounts is right. */
function moreUsdText(before: number, after: number, exact: number): string {
  const rounded = Math.round(after) - Math.round(before);
  const more = rounded === 0 ? exact : rounded;
  if (exact === 0) return '$0';
  return `${more < 0 ? '−' : '+'}${usdText(Math.abs(more))}`;
}

function perDollarText(standing: LeverGain['standing']): string {
  return standing === 'no-extra-cost' ? 'no extra cost' : 'no gain';
}

/** `cache-hits=60%`. */
function chosenLeverText({ lever, value }: ChosenLever): string {
  return `${lever.id}=${leverValueText(lever, value)}`;
}

/** When commands that deploy an answer with levers are of use. */
export const AFTER_CHANGES = 'only after the changes that the levers need, below';

/** The changes that the levers of an answer need before a deployment has them. Empty without levers. */
export function appliedLeverBlocks(levers: readonly ChosenLever[]): Block[] {
  if (levers.length === 0) return [];
  return [
    { kind: 'heading', text: 'Changes of your code and definition that the levers need' },
    {
      kind: 'grid',
      columns: [
        { heading: ['lever'], align: 'left' },
        { heading: ['change of the definition'], align: 'left', wraps: true },
      ],
      rows: levers.flatMap((one) =>
        leverChangeTexts(one).map((text, index) => ({ cells: [index === 0 ? chosenLeverText(one) : '', text] })),
      ),
    },
  ];
}

/** The changes of a definition that have the effect of a lever. */
export function leverChangeTexts({ lever, value }: ChosenLever): string[] {
  const times = `× ${figure(leverFactor(lever, value))}`;
  return [
    ...lever.changes.map((change) => changeText(change, times, value)),
    ...Object.entries(lever.adds).map(([id, { kind }]) => {
      const users = lever.usedBy.length === 0 ? '' : `, in uses of ${lever.usedBy.join(', ')}`;
      return `components.${id}, in each tier without it: a ${kind}${users}`;
    }),
  ];
}

function changeText(change: LeverChange, times: string, value: number): string {
  switch (change.kind) {
    case 'demand': {
      const operations = change.operation ?? 'all operations';
      const resource = change.resource === undefined ? '' : ` ${change.resource}`;
      return `demands of ${operations} on ${change.component}${resource}: amounts ${times}`;
    }
    case 'usual':
      return `${change.operation}: usual amount ${times}`;
    case 'price':
      return `${change.component}, in each tier: unitPriceUsd ${times}`;
    case 'pool':
      return `${change.component}, in each tier: databasePool at least ${value}`;
  }
}

/** Warnings about an answer with levers. */
export function leverWarningTexts(levers: readonly ChosenLever[]): string[] {
  if (levers.length === 0) return [];
  const unknown = levers.filter(({ lever }) => lever.cost === undefined);
  return [
    `The answer is for the system with ${levers.map(chosenLeverText).join(', ')}. A deployment has none of the levers: change the definition as they do.`,
    ...unknown.map((one) => `${chosenLeverText(one)} has costs that are unknown, and the estimate does not contain them.`),
  ];
}
