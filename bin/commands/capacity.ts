import { systemNamed } from '../../lib/answers/blueprint-for';
import { capacityAnswer } from '../../lib/answers/capacity-answer';
import { capacityView } from '../../lib/output/capacity';
import { capacityJson } from '../../lib/output/json/capacity';
import type { Command } from '../command';
import { blueprintFromFlags, flagOf, givenOptions, optionFlags } from './blueprint-options';
import { CALIBRATION_FLAG, questionFromFlags, systemFromFlags, workloadFlags } from './workload-flags';

export const capacity: Command = {
  name: 'capacity',
  summary: 'what a tier carries: every resource, what operations need of it, and what the document publishes',
  arguments: [
    { name: 'system', description: 'a system of `sizing list`' },
    { name: 'tier', description: 'one of its tiers' },
  ],
  flags: [...workloadFlags(), CALIBRATION_FLAG, { name: 'explain', description: 'with every demand and its source' }, ...optionFlags()],
  examples: ['sizing capacity aiva medium', 'sizing capacity aiva large --users 300 --chats 100 --gpu t4'],
  run: async ({ arguments: [systemId = '', tier = ''], flags }) => {
    const blueprint = blueprintFromFlags({ system: systemId, tier, ...givenOptions(flags) }, positional);
    const system = systemFromFlags(flags, systemNamed(systemId));
    const { growth: _growth, confidence: _confidence, budget: _budget, ...targetWorkload } = questionFromFlags(flags, system);
    const answer = capacityAnswer(system, blueprint, Object.keys(targetWorkload).length === 0 ? undefined : targetWorkload);
    return {
      report: { data: capacityJson(answer), ...capacityView(answer, flags.explain === true) },
      warnings: blueprint.warnings,
    };
  },
};

function positional(key: string): string {
  return key === 'system' || key === 'tier' ? `<${key}>` : flagOf(key);
}
