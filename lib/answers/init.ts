import { basename, resolve } from 'node:path';
import { allParts } from '../core/all-parts';
import { Decimal } from '../core/money';
import { InputError, notOneOf, PATH_SUBJECT, shown } from '../core/problems';
import type { Draft } from '../draft/draft';
import { draftOfParts } from '../draft/draft-of-parts';
import { idOf } from '../draft/ids';
import type { Part } from '../draft/part';
import { readSource, requireSource } from '../draft/read-source';
import { webShop } from '../draft/web-shop';
import { Id } from '../model/scalars';
import type { SystemDefinition } from '../model/tier-extension';
import { blueprintFor } from './blueprint-for';
import type { Estimator } from './estimated-tier';
import { type ProjectState, projectState } from './project-state';
import { loadSystem } from './system-reference';

/** A request for the first files of a project. */
export interface InitRequest {
  /** Folder of the project. It does not have to exist. */
  readonly folder: string;
  /** Id of the system. Default: the name in the source, or of the folder. */
  readonly name?: string;
  /** Path of a Compose file, of a Score file or a folder of them, of a CloudFormation template or a cdk.out folder, or of a file or folder of Kubernetes manifests, to read the first definition from. Default: an example, a web shop. */
  readonly from?: string;
  /** The definition that the folder already has. Default: none, so that a definition is written. */
  readonly existing?: ExistingDefinition;
}

/** A definition file of a project, with its systems. */
export interface ExistingDefinition {
  /** Name of the file in the folder. */
  readonly file: string;
  /** The systems of the file, at least one. */
  readonly systems: readonly SystemDefinition[];
}

/** A system that a project gets tests for. */
export interface StarterSystem {
  /** Id of the system. */
  readonly system: string;
  /** Ids of the tiers, from the smallest to the largest. */
  readonly tiers: readonly string[];
  /** Budget of each tier for its cost test in US dollars per month; no entry for a tier whose estimate is incomplete. */
  readonly budgetsUsd: Readonly<Record<string, number>>;
}

/** A first definition with its tests, as data: its first system, and the others. `starterFiles` turns it into files. */
export interface InitAnswer extends StarterSystem {
  /** Folder of the project. */
  readonly folder: string;
  /** The definition to write; absent when the folder already has one. */
  readonly draft?: Draft;
  /** Name of the definition file that the folder already has; absent when there is a draft. */
  readonly definitionFile?: string;
  /** The other systems of the definition; empty for a definition with one. */
  readonly otherSystems: readonly StarterSystem[];
  /** The project before anything is written. */
  readonly project: ProjectState;
}

/** Leeway of a budget over the estimate: a new price of a provider is no failure of a test, a larger instance is. */
const BUDGET_FACTOR = 1.1;
/** Budgets are multiples of this many US dollars. */
const BUDGET_STEP_USD = 10;

interface StarterRequest {
  readonly system: SystemDefinition;
  readonly tier: string;
}

/** Name of a system whose folder has no letters. */
const DEFAULT_NAME = 'shop';

/**
 * A first definition of a system and the budgets of its tests. The definition is validated and estimated, so that what is
 * written works. Throws an InputError for an invalid name, for a source with
 * problems or without components, for a source together with an existing definition, and for a project file that cannot be read.
 */
export function initProject(request: InitRequest, estimate: Estimator): InitAnswer {
  const { folder, existing } = request;
  checkInit(request);
  const project = projectState(folder);
  const draft = existing === undefined ? draftOf(request) : undefined;
  const [first, ...others] = (existing?.systems ?? [draft?.system]).flatMap((each) => (each === undefined ? [] : [each]));
  if (first === undefined) throw new Error('a project has a definition or a draft');
  return {
    folder,
    ...(draft !== undefined && { draft }),
    ...(existing !== undefined && { definitionFile: existing.file }),
    ...starterSystem(first, estimate),
    otherSystems: others.map((system) => starterSystem(system, estimate)),
    project,
  };
}

/** Throws an InputError with every problem of a request whose source is not read yet. */
export function checkInit(request: InitRequest): void {
  const { from, existing } = request;
  allParts({
    name: () => (existing === undefined ? nameOf(request) : requireSystem(request.name, existing)),
    from: () => {
      if (from !== undefined && existing !== undefined) {
        throw new InputError('flags', [
          {
            path: '--from',
            reason: `${existing.file} exists`,
            expected: 'a folder without a definition, because files are never replaced',
          },
        ]);
      }
      if (from !== undefined) requireSource(from);
    },
  });
}

function starterSystem(definition: SystemDefinition, estimate: Estimator): StarterSystem {
  const { id, tiers } = loadSystem(definition);
  const ids = tiers.map((tier) => tier.id);
  const budgets = ids.flatMap((tier) => budgetOf({ system: definition, tier }, estimate));
  return { system: id, tiers: ids, budgetsUsd: Object.fromEntries(budgets) };
}

function draftOf(request: InitRequest): Draft {
  if (request.from === undefined) return webShop(nameOf(request));
  const { name, parts } = readSource(request.from);
  const draft = draftOfParts(nameOf(request, name), parts);
  requireComponents(draft, parts, request.from);
  return draft;
}

/** Throws an InputError for a source of which no part becomes a component, because a definition without components answers nothing. */
function requireComponents({ system }: Draft, parts: readonly Part[], from: string): void {
  if (system.tiers.some(({ components = {} }) => Object.keys(components).length > 0)) return;
  throw new InputError(PATH_SUBJECT, [
    {
      path: from,
      reason: `contains nothing that becomes a component: ${parts.map(({ name }) => name).join(', ')}`,
      expected: 'a source with a service, a data store, a queue or a bucket',
    },
  ]);
}

function budgetOf(request: StarterRequest, estimate: Estimator): [string, number][] {
  const { monthlyUsd, resources } = estimate(blueprintFor({ ...request }));
  if (resources.unpriced > 0) return [];
  const steps = new Decimal(monthlyUsd.mid).times(BUDGET_FACTOR).div(BUDGET_STEP_USD).ceil();
  return [[request.tier, steps.times(BUDGET_STEP_USD).toNumber()]];
}

/** The name is that of the definition that the folder has, because none is written. */
function requireSystem(name: string | undefined, { file, systems }: ExistingDefinition): void {
  const ids = systems.map(({ id }) => id);
  if (name === undefined || ids.includes(name)) return;
  const problem = notOneOf('<name>', name, ids);
  throw new InputError('arguments', [{ ...problem, expected: `${problem.expected} of ${file}, which exists and is not changed` }]);
}

function nameOf({ name, folder }: InitRequest, nameInSource?: string): string {
  if (name === undefined) return idOf(nameInSource ?? basename(resolve(folder))) ?? DEFAULT_NAME;
  if (Id.safeParse(name).success) return name;
  const suggestion = idOf(name);
  throw new InputError('arguments', [
    {
      path: '<name>',
      received: shown(name),
      expected: 'lower-case words joined by hyphens, at most 40 characters',
      ...(suggestion !== undefined && { suggestion }),
    },
  ]);
}
