import { systemNamed } from '../../lib/answers/blueprint-for';
import { questionFor } from '../../lib/answers/recommend-for';
import { capacityOfForm } from '../../lib/capacity/capacity';
import type { Question } from '../../lib/capacity/recommend/question';
import { type Recommendation, recommend as recommendFor } from '../../lib/capacity/recommend/recommend';
import { LimitExceededError } from '../../lib/core/problems';
import type { OptionsInput } from '../../lib/model/inputs';
import type { WorkloadQuestion } from '../../lib/model/workload';
import { derivationBlocks } from '../../lib/output/capacity';
import { recommendJson } from '../../lib/output/json/recommend';
import { type RecommendationAnswer, recommendView } from '../../lib/output/recommend';
import type { Estimate } from '../../lib/pricing/estimate';
import type { Command } from '../command';
import { givenOptions, optionFlags } from './blueprint-options';
import { estimateOf } from './estimate-of';
import { CALIBRATION_FLAG, questionFromFlags, systemFromFlags, targetFlags, workloadFlags } from './workload-flags';

export const recommend: Command = {
  name: 'recommend',
  summary: 'the tier that carries a workload: what limits it, what it costs, how long it lasts, and why not another',
  arguments: [{ name: 'system', description: 'a system of `sizing list`' }],
  flags: [
    ...workloadFlags(),
    ...targetFlags(),
    CALIBRATION_FLAG,
    { name: 'explain', description: 'with the whole derivation: every demand with its source' },
    ...optionFlags(),
  ],
  examples: [
    'sizing recommend aiva --users 80',
    'sizing recommend aiva --users 60 --chats 20 --calls 5 --searches 100/min --growth 8%/month',
  ],
  run: async ({ arguments: [systemId = ''], flags, modules }) => {
    const system = systemFromFlags(flags, systemNamed(systemId));
    const { growth, confidence, budget, ...targetWorkload } = questionFromFlags(flags, system);
    const given = givenOptions(flags);
    const bills: Estimate[] = [];
    const question: Question = {
      ...questionFor({
        system,
        targetWorkload,
        options: given as OptionsInput,
        estimate: (blueprint) => {
          const estimate = estimateOf(blueprint, modules);
          bills.push(estimate);
          return estimate;
        },
      }),
      ...targets({ growth, confidence, budget }),
    };
    const recommendation = recommendFor(question);
    const answer: RecommendationAnswer = {
      system,
      region: given.region ?? 'us-east-1',
      recommendation,
      given: Object.entries(given).map((pair) => pair.join('=')),
      ...(budget === undefined ? {} : { budgetUsd: budget }),
      derivation: flags.explain === true ? derivation(question, recommendation) : [],
    };
    return {
      report: {
        // Percentiles of every limit of every tier: only for those who ask for JSON.
        get data() {
          return recommendJson(answer);
        },
        ...recommendView(answer),
      },
      bills,
      failures: failuresOf(recommendation, budget),
    };
  },
};

function targets({ growth, confidence, budget }: Pick<WorkloadQuestion, 'growth' | 'confidence' | 'budget'>): Partial<Question> {
  return {
    ...(growth === undefined ? {} : { growthPerMonth: growth }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(budget === undefined ? {} : { budgetUsd: budget }),
  };
}

/** Of what is recommended; without a recommendation, of the largest tier. */
function derivation({ system, targetWorkload }: Question, { chosen, tiers }: Recommendation): RecommendationAnswer['derivation'] {
  const form = (chosen ?? tiers.at(-1))?.assessment.candidate.form;
  return form === undefined ? [] : derivationBlocks(capacityOfForm(system, form, targetWorkload));
}

function failuresOf({ chosen, cells }: Recommendation, budget: number | undefined): Error[] {
  if (chosen !== undefined) return [];
  return [
    new LimitExceededError(
      cells === undefined ? `nothing that carries the load costs at most $${budget} a month` : 'no tier carries the load',
    ),
  ];
}
