import { listTiers } from '../../lib/answers/list';
import { listJson } from '../../lib/output/json/list';
import { listView } from '../../lib/output/list';
import type { Command } from '../command';

/** Prints the answer of listTiers. */
export const list: Command = {
  arguments: [],
  flags: [],
  readsDefinition: true,
  examples: ['sizing list', 'sizing list --json'],
  run: async ({ systems }) => {
    const answer = listTiers(systems.all);
    return { report: { data: listJson(answer), ...listView(answer) } };
  },
};
