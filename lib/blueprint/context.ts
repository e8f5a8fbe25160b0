import type { Offer, Offers } from '../catalog/offer';
import type { Problem } from '../core/problems';
import type { Component } from '../model/component';
import type { Region } from '../model/options';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { type Choice, NoOffer } from '../selection/choice';
import type { InstanceChoice, ResolvedOptions } from './blueprint';
import { type InputPaths, noOfferProblem } from './no-offer-problem';
import type { ContainerForm } from './resolved-component';

/** The other regions of a primary, or the primary of a standby. */
export interface Place {
  /** Component ids of the data stores and buckets that are replicated. */
  readonly replicates: readonly string[];
  /** Regions with copies; for the primary. */
  readonly copiedTo: readonly Region[];
  /** Region of the originals; for a standby. */
  readonly primary?: Region;
}

/** Input for resolving one component, with collectors of choices and problems. */
export interface Resolving {
  /** The tier. */
  readonly tier: Tier;
  /** Operations, traffic assumptions and tiers of the system. */
  readonly system: Pick<System, 'operations' | 'traffic' | 'tiers'>;
  /** Options with the defaults of the tier. */
  readonly options: ResolvedOptions;
  /** Whether tasks on EC2 node pools have a network interface each. */
  readonly tasksHaveInterfaces: boolean;
  /** Instance types and prices of the region. */
  readonly offers: Offers;
  /** Components of the tier in the form that the options select. */
  readonly components: Readonly<Record<string, Component>>;
  /** Databases that any tier of the system copies to other regions. */
  readonly fixedNames: ReadonlySet<string>;
  /** Role of the region of the tier; absent with one region. */
  readonly place?: Place;
  /** Collects the choices of instance types. */
  readonly choices: InstanceChoice[];
  /** Collects the problems of the input. */
  readonly problems: Problem[];
}

/** The node pool that a component runs in, or undefined: managed, or on Fargate. */
export function poolOf(resolving: Resolving, id: string): string | undefined {
  return Object.keys(resolving.components).find((poolId) => {
    const pool = resolving.components[poolId];
    return pool?.kind === 'node-pool' && pool.runs.includes(id);
  });
}

/** Deployment of a data store or queue: managed by AWS, or in a container of a pool, with its form in a cluster. */
export function deploymentOf(
  resolving: Resolving,
  id: string,
): { readonly deployment: 'managed' } | { readonly deployment: 'container'; readonly form?: ContainerForm; readonly pool: string } {
  const pool = poolOf(resolving, id);
  if (pool === undefined) return { deployment: 'managed' };
  return { deployment: 'container', ...formIn(resolving), pool };
}

/** The form of a data store in a cluster; empty on ECS. */
function formIn({ options }: Resolving): { readonly form?: ContainerForm } {
  const { dataStores } = options;
  return dataStores === undefined || dataStores === 'managed' ? {} : { form: dataStores };
}

/**
 * Makes a choice and records its reasons; a requirement that no instance type meets becomes a problem of the input at `path`, and a
 * pinned type that the region does not sell one at `pinnedPath`, the field with the type.
 */
export function choose<Chosen extends { readonly offer: Offer } = { readonly offer: Offer }>(
  resolving: Resolving,
  component: string,
  { path, pinnedPath }: InputPaths,
  decide: () => Choice<Chosen>,
): Chosen | undefined {
  try {
    const choice = decide();
    resolving.choices.push({
      component,
      requirement: choice.requirement,
      chosen: choice.winner.offer.type,
      because: choice.because,
      rejected: choice.rejected,
    });
    return choice.winner;
  } catch (error) {
    if (!(error instanceof NoOffer)) throw error;
    resolving.problems.push(noOfferProblem(error, { path, pinnedPath }, resolving.offers.region));
    return undefined;
  }
}
