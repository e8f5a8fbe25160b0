import { join } from 'node:path';
import { checkCluster, clusterFailures } from '../../lib/answers/check-cluster';
import { allParts, validPart } from '../../lib/core/all-parts';
import { InputError, shown } from '../../lib/core/problems';
import { writeFolders } from '../../lib/io/write-folders';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { blueprintWarningText } from '../../lib/output/blueprint-warnings';
import { clusterCheckView } from '../../lib/output/check-cluster';
import { GENERATED_MARKER, withReadmes } from '../../lib/output/directory-readme';
import { clusterCheckJson } from '../../lib/output/json/cluster-check';
import { manifestsJson } from '../../lib/output/json/manifests';
import { manifestsView } from '../../lib/output/manifests';
import { SYSTEM_FLAG, TIER_FLAG } from '../argument-flags';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { NO_LEVERS } from './lever-flags';
import type { RequestedOptions } from './requested-options';
import { requestedTier } from './requested-tier';
import { requireFiles } from './require-files';
import { tierArguments } from './system-arguments';
import { argumentOrFlag, optionFlags, withFlagNames } from './tier-options';

const DEFAULT_FOLDER = 'dist';

/** Options of platform=ecs alone. */
const OF_ECS: readonly string[] = ['compute', 'topology', 'pool-instances', 'task-network'];

/** Prints the answer of tierManifests. */
export const manifests: Command = {
  arguments: [
    { name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true },
    { name: 'tier', description: 'a tier of the system', optional: true },
  ],
  flags: [
    SYSTEM_FLAG,
    TIER_FLAG,
    NO_LEVERS,
    { name: 'output-dir', value: 'folder', description: `parent folder of the written folder; default: ${DEFAULT_FOLDER}` },
    { name: 'helm', description: 'write a Helm chart, with images and replica counts as values' },
    { name: 'registry', value: 'registry', description: 'registry of the images: <registry>/<service>:<image tag>' },
    { name: 'image-tag', value: 'tag', description: 'tag of the images in the registry; default: services run a placeholder image' },
    { name: 'image', value: 'service=image', description: 'image of one service; may be repeated', repeatable: true },
    {
      name: 'check-cluster',
      value: 'file',
      description: 'write nothing, and compare the requirements with the objects of a cluster, in the output of kubectl get --output json',
    },
    ...optionFlags()
      .filter(({ name }) => name !== 'platform')
      .map((flag) => (OF_ECS.includes(flag.name) ? { ...flag, isHidden: true } : flag)),
    {
      name: 'platform',
      value: 'platform',
      description: 'kubernetes, or eks for an EKS cluster with data stores that AWS manages; default: kubernetes',
    },
  ],
  readsDefinition: true,
  examples: [
    'sizing manifests aiva large --output-dir dist',
    'sizing manifests capsules full --data-stores statefulset --entry ingress --helm',
    'sizing manifests aiva large --cluster-name prod --check-cluster cluster.json',
  ],
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags, modules } = request;
    const { tierManifests } = modules.manifests();
    const { subject: named, images: ofServices } = partsOf(request);
    const { system, tier, requested } = named;
    const images = imagesOf(flags, requested, ofServices);
    const environmentImages = requested.deployment.images ?? {};
    const subject = { tier: { system, tier, ...ownOptions(requested) }, helm: flags.helm === true, images, environmentImages };
    const answered = withFlagNames(() => tierManifests(subject), requested.named(argumentOrFlag));
    const cluster = textFlag(flags, 'checkCluster');
    if (cluster !== undefined) {
      const check = checkCluster(answered, cluster);
      return { report: { data: clusterCheckJson(check), ...clusterCheckView(check) }, failures: clusterFailures(check) };
    }
    const rendered = withReadmes(answered);
    const folder = textFlag(flags, 'outputDir') ?? DEFAULT_FOLDER;
    const directories = rendered.directories.map((directory) => ({ ...directory, path: join(folder, directory.path) }));
    writeFolders(directories, GENERATED_MARKER);
    const answer = { ...rendered, directories };
    return {
      report: { data: manifestsJson(answer), ...manifestsView(answer) },
      warnings: [...requested.warnings, ...answer.warnings.map(blueprintWarningText), ...answer.deploymentWarnings.map(answerWarningText)],
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags } = request;
  const cluster = textFlag(flags, 'checkCluster');
  return allParts({
    subject: () => requestedTier(request, 1, (requested) => ({ platform: 'kubernetes', ...ownOptions(requested) })),
    images: () => {
      const images = imagesOfServices(listFlag(flags, 'image'));
      const named = validPart(() => tierArguments(request));
      if (named !== undefined) withFlagNames(() => request.modules.manifests().checkImageServices(named.system, named.tier, images));
      return images;
    },
    cluster: () => cluster !== undefined && requireFiles([cluster], 'a file with the output of kubectl get --output json'),
  });
}

/** As in the app of cdk8s, the platform of the file is that of the stack. */
function ownOptions({ ofFile: { platform: _ofStack, ...ofFile }, typed }: RequestedOptions): Readonly<Record<string, string>> {
  return { ...ofFile, ...typed };
}

/** Images of the flags. The tag of the file of the environment applies to a registry alone, without which it names no image. */
function imagesOf(flags: FlagValues, { deployment }: RequestedOptions, images: Readonly<Record<string, string>>) {
  const registry = textFlag(flags, 'registry');
  const imageTag = textFlag(flags, 'imageTag') ?? (registry === undefined ? undefined : deployment.imageTag);
  return {
    images,
    ...(registry !== undefined && { registry }),
    ...(imageTag !== undefined && { imageTag }),
  };
}

/** Parses `api=example.com/api:1.4.2`. Throws an InputError with every other string. */
function imagesOfServices(texts: readonly string[]): Record<string, string> {
  const images = texts.map((text) => /^([^=]+)=(.+)$/s.exec(text));
  const problems = texts
    .filter((_, index) => images[index] === null)
    .map((text) => ({ path: '--image', received: shown(text), expected: 'a service and its image, such as api=example.com/api:1.4.2' }));
  if (problems.length > 0) throw new InputError('flags', problems);
  return Object.fromEntries(images.map((match) => [match?.[1], match?.[2]]));
}
