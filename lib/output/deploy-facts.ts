import type { RecommendAnswer } from '../answers/recommend';
import type { Candidate } from '../capacity/recommend/candidate';
import { shellWord } from '../core/shell-word';
import type { Fact } from './recommend-facts';

/** The parts of an answer that its commands contain. */
type Deployed = Pick<RecommendAnswer, 'system' | 'given' | 'tiersInRegions' | 'environmentFile' | 'missingImages'>;

/** The option that protects data stores against their deletion. */
const PROTECTION = 'deletionProtection';

/** A tier with the options that vary. */
type Chosen = Pick<Candidate, 'tier' | 'options'>;

/**
 * The command that deploys the tier, or for Kubernetes the one that writes its manifests. Where services have no image, it is
 * rejected until the file of the environment names their tag: the commands and steps before it come first.
 */
export function deployFacts(answer: Deployed, chosen: Chosen): Fact[] {
  const { missingImages, environmentFile } = answer;
  const command = commandFor(answer, chosen);
  if (missingImages === undefined || isManifests(answer)) return [['deploy', command, 'command']];
  const { services, placeholderTag } = missingImages;
  // Protected data stores would prevent the rollback of a failed creation.
  const unprotected = answer.given.some((pair) => pair.startsWith(`${PROTECTION}=`)) ? '' : ` -c ${PROTECTION}=false`;
  return [
    ['create', `${command} -c imageTag=${placeholderTag}${unprotected}`, 'command'],
    [
      '',
      `only if the stack does not exist: ${services.join(', ')} ${services.length === 1 ? 'runs a placeholder until you push its image' : 'run a placeholder until you push their images'}`,
    ],
    ['images', `push the images, and set imageTag to their tag, and certificate for HTTPS, in ${environmentFile}`],
    ['deploy', command, 'command'],
  ];
}

function commandFor(answer: Deployed, { tier, options }: Chosen): string {
  const { system, given, tiersInRegions } = answer;
  const chosen = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  const pairs = [...given.filter((pair) => !chosen.includes(pair)), ...chosen];
  if (!isManifests(answer)) {
    // The CDK CLI deploys several stacks only when it is told which.
    const stacks = tiersInRegions.includes(tier) ? ' --all' : '';
    return `npx cdk deploy${stacks} ${[`system=${system.id}`, `tier=${tier}`, ...pairs].map((pair) => `-c ${shellWord(pair)}`).join(' ')}`;
  }
  const flags = pairs.filter((pair) => !pair.startsWith('platform=')).map((pair) => ` ${flagText(pair)}`);
  return `npx sizing manifests ${system.id} ${tier}${flags.join('')}`;
}

function isManifests({ given }: Deployed): boolean {
  return given.includes('platform=kubernetes');
}

/** `readReplicas=0` → `--read-replicas 0`: flags are in kebab case. */
function flagText(pair: string): string {
  const [key = '', ...value] = pair.split('=');
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${shellWord(value.join('='))}`;
}
