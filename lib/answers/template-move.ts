import { stackArgument } from '../cloudformation/deployed-stack';
import { readTemplates } from '../cloudformation/read-templates';
import type { Template } from '../cloudformation/template-resource';
import { estimateTemplates } from './estimate-template-files';
import { type MoveAnswer, moveAnswer } from './move-answer';
import { deployCommand, deployedStack, type MoveStep } from './move-steps';

/**
 * Effects of an update from one template to another on every resource: two template files, or two `cdk.out` folders whose stacks
 * have the same names. Throws an InputError for files that are not templates, and for a region without prices.
 */
export function planTemplateMove(beforePath: string, afterPath: string, region?: string): MoveAnswer {
  const [before, after] = [beforePath, afterPath].map((path) => {
    // The first template of a file is named by its path, and those of its nested stacks by paths below it.
    const key = ({ name }: Template) => (name.startsWith(path) ? name.slice(path.length) : name);
    return { name: path, key, ...estimateTemplates(readTemplates(path), region) };
  });
  if (before === undefined || after === undefined) throw new Error('a move has two ends');
  const [[deployed], [template]] = [before.templates, after.templates];
  if (deployed === undefined || template === undefined) throw new Error('a move has two ends');
  const command =
    template.name === afterPath
      ? deployCommand(stackArgument(deployedStack(deployed, template)), afterPath, region ?? template.region)
      : `npx cdk deploy --all --app ${afterPath}`;
  const deploy: MoveStep = { effects: [{ kind: 'deployment', end: afterPath }], command };
  const answer = moveAnswer(before, after, [{ end: after, deploy, ...(region !== undefined && { region }) }]);
  return { ...answer, decisive: answer.transitions };
}
