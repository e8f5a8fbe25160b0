import { estimateFailures } from '../../lib/answers/check-estimate';
import { environmentOf, environmentPath } from '../../lib/answers/environment-file';
import type { MoveAnswer } from '../../lib/answers/move-answer';
import { moveFailures } from '../../lib/answers/move-failures';
import { allParts } from '../../lib/core/all-parts';
import { InputError } from '../../lib/core/problems';
import { packageVersion } from '../../lib/io/package-data';
import { writeTextFile } from '../../lib/io/write-file';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { moveJson } from '../../lib/output/json/move';
import { moveView } from '../../lib/output/move';
import { moveSarif } from '../../lib/output/move-sarif';
import { noTier, SYSTEM_FLAG } from '../argument-flags';
import { type Command, listFlag, type Request, textFlag } from '../command';
import { ALLOW_UNPRICED_FLAG } from './estimate-flags';
import { NO_LEVERS } from './lever-flags';
import { moveOfManifests } from './move-manifests';
import { requireRegion } from './requested-options';
import { requireFiles, TEMPLATES_OR_MANIFESTS } from './require-files';
import { refuseFlags, tierMove } from './tier-move';
import { withFlagNames } from './tier-options';

/** Prints the answer of planMove or planTemplateMove. */
export const move: Command = {
  arguments: [
    {
      name: 'system',
      description:
        'a system of `sizing list`; default: the system of your definition; or the template, cdk.out folder or manifests that are deployed',
      optional: true,
    },
    {
      name: 'template',
      description:
        'the template, cdk.out folder or manifests to deploy; instead of --from and --to; exit code 2 if this one update is rejected or loses data',
      optional: true,
    },
  ],
  flags: [
    SYSTEM_FLAG,
    noTier('both tiers, such as --from tier=small --to tier=large'),
    NO_LEVERS,
    {
      name: 'from',
      value: 'key=value,…',
      description:
        'deployed tier and options, such as tier=small,region=us-east-1; and imageTag, if no file of the environment sets images',
    },
    {
      name: 'to',
      value: 'key=value,…',
      description: 'tier and options to deploy, such as tier=large,gpu=t4; exit code 2 if no accepted steps are known, or data is lost',
    },
    { name: 'write-steps', description: 'write the templates of the steps to the paths in their commands' },
    { name: 'region', value: 'region', description: 'templates: region of the prices; default: the region of the stacks' },
    ALLOW_UNPRICED_FLAG,
  ],
  formats: ['sarif'],
  readsDefinition: true,
  examples: [
    'sizing move ux-flow --from tier=startup --to tier=startup,highAvailability=true',
    'sizing move ux-flow --from tier=startup,platform=kubernetes --to tier=growth,platform=kubernetes',
    'sizing move deployed.template.json cdk.out/aiva-dev.template.json --format sarif',
  ],
  check: (request) => checkMove(request),
  run: async (request) => {
    checkMove(request);
    const ofManifests = moveOfManifests(request);
    if (ofManifests !== undefined) return ofManifests;
    const { answer, fileWarnings, environmentFile } = answerOf(request);
    const limits = { allowUnpriced: listFlag(request.flags, 'allowUnpriced') };
    if (request.flags.writeSteps === true) writeSteps(answer, environmentFile);
    return {
      report: { data: moveJson(answer), sarif: moveSarif(answer, packageVersion()), ...moveView(answer) },
      estimates: answer.estimates,
      warnings: [...fileWarnings, ...answer.warnings.map(answerWarningText)],
      failures: [...moveFailures(answer), ...answer.estimates.flatMap((estimate) => estimateFailures(estimate, limits))],
    };
  },
};

/** Throws an InputError with every problem of a request. */
function checkMove(request: Request): void {
  const {
    arguments: [before = '', after],
    flags,
  } = request;
  if (after === undefined) {
    tierMove(request);
    return;
  }
  allParts({
    files: () => requireFiles([before, after], TEMPLATES_OR_MANIFESTS),
    ends: () => refuseFlags(flags, ['from', 'to'], 'only one of them: files define both ends'),
    region: () => requireRegion(flags),
  });
}

interface Answered {
  readonly answer: MoveAnswer;
  /** Files of environments that do not exist. */
  readonly fileWarnings: readonly string[];
  /** Path of the file of the environment that is deployed. Absent: templates define both ends. */
  readonly environmentFile?: string;
}

/** Writes the templates of the steps. Throws an InputError, and writes none, if a template would have no image of a service. */
function writeSteps({ plan: { steps } }: MoveAnswer, environmentFile = ''): void {
  const services = [...new Set(steps.flatMap(({ missingImages = [] }) => missingImages))];
  if (services.length > 0) {
    throw new InputError('flags', [
      {
        path: '--write-steps',
        reason: `no image for ${services.join(', ')}, so that a step would deploy the placeholder`,
        expected: `a tag in ${environmentFile} ("imageTag": "1.4.2"), or an image of each service in "images" of the file; or imageTag=1.4.2 in --from and --to`,
      },
    ]);
  }
  for (const { template } of steps) {
    if (template !== undefined) writeTextFile(template.path, `${JSON.stringify(template.content, null, 1)}\n`);
  }
}

function answerOf(request: Request): Answered {
  const {
    arguments: [first = '', template],
    flags,
    modules,
  } = request;
  if (template !== undefined) {
    return { answer: modules.templateMove().planTemplateMove(first, template, textFlag(flags, 'region')), fileWarnings: [] };
  }
  const { question, fileWarnings, named, deployed } = tierMove(request);
  return {
    answer: withFlagNames(() => modules.move().planMove(question), named),
    fileWarnings,
    environmentFile: environmentPath(environmentOf(deployed.environment) ?? ''),
  };
}
