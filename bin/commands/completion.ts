import { InputError, notOneOf } from '../../lib/core/problems';
import { completionScript, completionView, SHELLS } from '../../lib/output/completion/completion';
import type { Command, Request } from '../command';

/** Prints the completion of the commands and their flags for a shell. */
export const completion: Command = {
  arguments: [{ name: 'shell', description: SHELLS.join(', '), words: SHELLS }],
  flags: [],
  examples: SHELLS.map((shell) => `sizing completion ${shell}`),
  check: (request) => void shellOf(request),
  run: async (request) => {
    const shell = shellOf(request);
    const lines = completionScript(shell, request.completed());
    return { report: { data: { shell, lines }, ...completionView(lines) } };
  },
};

function shellOf({ arguments: [name = ''] }: Request): (typeof SHELLS)[number] {
  const shell = SHELLS.find((known) => known === name);
  if (shell === undefined) throw new InputError('arguments', [notOneOf('<shell>', name, SHELLS)]);
  return shell;
}
