import { systemNamed } from '../../lib/answers/blueprint-for';
import { questionFor } from '../../lib/answers/recommend-for';
import { spanOfRange } from '../../lib/capacity/comparison';
import { curveOf, loadsBetween } from '../../lib/capacity/recommend/curve';
import { certain } from '../../lib/core/interval';
import { InputError, type Problem, shown } from '../../lib/core/problems';
import type { OptionsInput } from '../../lib/model/inputs';
import type { System } from '../../lib/model/system';
import { curveView } from '../../lib/output/curve';
import { curveJson } from '../../lib/output/json/curve';
import type { Estimate } from '../../lib/pricing/estimate';
import { type Command, type FlagValues, textFlag } from '../command';
import { givenOptions, optionFlags } from './blueprint-options';
import { estimateOf } from './estimate-of';

const DEFAULT_FROM = 10;
const MOST_USERS = 1_000_000;
const POINTS_IN_A_DECADE = 5;

export const curve: Command = {
  name: 'curve',
  summary: 'cost against load: a month, per 1,000 users, and where another tier becomes the better one',
  arguments: [{ name: 'system', description: 'a system of `sizing list`' }],
  flags: [
    { name: 'from', value: 'users', description: `least users with an open session; default: ${DEFAULT_FROM}` },
    { name: 'to', value: 'users', description: 'most of them; default: what the largest tier is published for' },
    ...optionFlags(),
  ],
  examples: ['sizing curve aiva --from 20 --to 100'],
  run: async ({ arguments: [systemId = ''], flags, modules }) => {
    const system = systemNamed(systemId);
    const { from, to } = boundsOf(flags, system);
    const given = givenOptions(flags);
    const bills: Estimate[] = [];
    const question = questionFor({
      system,
      targetWorkload: { concurrentUsers: certain(from) },
      options: given as OptionsInput,
      estimate: (blueprint) => {
        const estimate = estimateOf(blueprint, modules);
        bills.push(estimate);
        return estimate;
      },
    });
    const answer = { system, region: given.region ?? 'us-east-1', curve: curveOf(question, loadsBetween(from, to, POINTS_IN_A_DECADE)) };
    return { report: { data: curveJson(answer), ...curveView(answer) }, bills };
  },
};

/** The most users that the document says any tier is for, so that every tier can be the answer. */
function mostPublished({ tiers }: System): number {
  return Math.max(...tiers.map(({ published }) => spanOfRange(published.concurrentUsers).to));
}

function boundsOf(flags: FlagValues, system: System): { readonly from: number; readonly to: number } {
  const problems: Problem[] = [];
  const read = (name: string, otherwise: number) => {
    const text = textFlag(flags, name);
    const value = text === undefined ? otherwise : Number(text);
    if (!(value >= 1 && value <= MOST_USERS)) problems.push({ path: `--${name}`, received: shown(text), expected: `1 to ${MOST_USERS}` });
    return value;
  };
  const bounds = { from: read('from', DEFAULT_FROM), to: read('to', Math.min(MOST_USERS, mostPublished(system))) };
  if (problems.length === 0 && bounds.from >= bounds.to) {
    problems.push({ path: '--to', received: String(bounds.to), expected: `more than --from, which is ${bounds.from}` });
  }
  if (problems.length > 0) throw new InputError('flags', problems);
  return bounds;
}
