import { join } from 'node:path';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { didYouMean, InputError, type Problem, shown } from '../../lib/core/problems';
import { writeFolders } from '../../lib/io/write-folders';
import type { ContainerImages } from '../../lib/kubernetes/container-images';
import type { ManifestsJson } from '../../lib/output/json/manifests';
import { manifestsView } from '../../lib/output/manifests';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { blueprintFromFlags, flagOf, givenOptions, optionFlags } from './blueprint-options';

const DEFAULT_FOLDER = 'dist';

export const manifests: Command = {
  name: 'manifests',
  summary: 'write a tier as Kubernetes manifests, or as a Helm chart',
  arguments: [
    { name: 'system', description: 'a system of `sizing list`' },
    { name: 'tier', description: 'one of its tiers' },
  ],
  flags: [
    { name: 'out', value: 'folder', description: `where the folder of the manifests goes; default: ${DEFAULT_FOLDER}` },
    { name: 'helm', description: 'as a Helm chart, with images and numbers of copies as values' },
    { name: 'registry', value: 'registry', description: 'where images are: <registry>/<service>:<image tag>' },
    { name: 'image-tag', value: 'tag', description: 'tag of the images in the registry; without it services run a placeholder' },
    { name: 'image', value: 'service=image', description: 'image of one service; may be repeated', repeatable: true },
    ...optionFlags().filter(({ name }) => name !== 'platform'),
    {
      name: 'platform',
      value: 'platform',
      description: 'kubernetes, or eks for a cluster whose data stores AWS runs; default: kubernetes',
    },
  ],
  examples: ['sizing manifests aiva large --out dist', 'sizing manifests capsules full --data-stores statefulset --entry ingress --helm'],
  run: async (request) => {
    const { flags, modules } = request;
    const blueprint = blueprintOf(request);
    const images = imagesOf(flags, blueprint);
    const { manifestsOf, helmChartOf, requirementsOf, objectsOf, MARK } = modules.kubernetes();
    const folder = textFlag(flags, 'out') ?? DEFAULT_FOLDER;
    const made = [blueprint, ...(blueprint.standbys ?? [])].map((each) => {
      const { directory, files, companions } = flags.helm === true ? helmChartOf(each, images) : manifestsOf(each, images);
      return { path: join(folder, directory), files: [...files, ...companions], objects: objectsOf(each, images) };
    });
    writeFolders(made, MARK);
    const data: ManifestsJson = {
      system: blueprint.system.id,
      tier: blueprint.tier.id,
      directories: made.map(({ path, files, objects }) => ({
        path,
        objects: objects.reduce((sum, file) => sum + file.objects.length, 0),
        files: files.map((file) => ({ path: file.path, bytes: Buffer.byteLength(file.text) })),
      })),
      requirements: requirementsOf(made.flatMap(({ objects }) => objects.flatMap((file) => file.objects))),
      tradeOffs: [...blueprint.tradeOffs],
    };
    return { report: { data, ...manifestsView(data, blueprint) } };
  },
};

function blueprintOf({ arguments: [system = '', tier = ''], flags }: Request): Blueprint {
  return blueprintFromFlags({ system, tier, platform: 'kubernetes', ...givenOptions(flags) }, positional);
}

function positional(key: string): string {
  return key === 'system' || key === 'tier' ? `<${key}>` : flagOf(key);
}

/** What container registries accept as a tag. */
const IMAGE_TAG = /^\w[\w.-]{0,127}$/;

function imagesOf(flags: FlagValues, { components }: Blueprint): ContainerImages {
  const [registry, imageTag] = [textFlag(flags, 'registry'), textFlag(flags, 'imageTag')];
  const services = Object.values(components).flatMap(({ kind, id }) => (kind === 'service' ? [id] : []));
  const images = Object.fromEntries(listFlag(flags, 'image').map(splitImage));
  const problems: Problem[] = [
    ...(imageTag !== undefined && registry === undefined
      ? [{ path: '--registry', expected: 'the registry of the images: --image-tag requires it' }]
      : []),
    ...(registry !== undefined && imageTag === undefined
      ? [{ path: '--image-tag', expected: 'the tag of the images: --registry requires it' }]
      : []),
    ...(imageTag === undefined || IMAGE_TAG.test(imageTag)
      ? []
      : [{ path: '--image-tag', received: shown(imageTag), expected: 'a tag of a container image, such as 1.4.2' }]),
    ...Object.keys(images).flatMap((id) => serviceProblems(id, services)),
  ];
  if (problems.length > 0) throw new InputError('flags', problems);
  return { images, ...(registry === undefined || imageTag === undefined ? {} : { registry, imageTag }) };
}

function splitImage(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
  throw new InputError('flags', [
    { path: '--image', received: shown(text), expected: 'a service and its image, such as api=example.com/api:1.4.2' },
  ]);
}

function serviceProblems(id: string, services: readonly string[]): Problem[] {
  if (services.includes(id)) return [];
  const suggestion = didYouMean(id, services);
  return [
    {
      path: '--image',
      received: shown(id),
      expected: `a service of the tier: ${services.join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}
