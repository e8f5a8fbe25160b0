import { InputError, type Problem, partProblems } from '../../core/problems';
import { readText } from '../../io/files';
import { parseScore } from '../../io/yaml/parse-score';
import { parseInput } from '../../model/parse';
import { barePart } from '../bare-part';
import type { Part, ReadSource } from '../part';
import { resourceRole } from './resource-role';
import { workloadPart } from './workload-part';
import { ScoreWorkload } from './workload-schema';

const EXPECTED = { expected: 'a Score file', maxBytes: 5_000_000 };

/** A resource of the source, which several workloads may share. */
interface NamedResource {
  /** Unique in the source: with its id, two resources of the same type and class are one. */
  readonly key: string;
  /** Name of its part. */
  readonly name: string;
  /** Name of its part where another part has that name. */
  readonly fullName: string;
  readonly type: string;
  readonly params: readonly string[];
}

/**
 * Reads Score files, each with one workload or several: requests, ports, routes and resources. Score states neither replicas nor
 * sizes of resources. Throws an InputError with every problem.
 */
export function readScore(paths: readonly string[]): ReadSource {
  const workloads = workloadsIn(paths);
  const names = workloads.map(({ metadata }) => metadata.name);
  const resources = new Map(workloads.map((workload) => [workload, resourcesOf(workload)]));
  const distinct = [...new Map([...resources.values()].flat().map((each) => [each.key, each])).values()];
  const nameOf = namesOf(distinct, names);
  const services = workloads.map((workload) => {
    const used = (resources.get(workload) ?? []).flatMap(({ key, type }) => {
      const role = resourceRole(type);
      return role === undefined || role.kind === 'omitted' ? [] : [nameOf(key)];
    });
    return workloadPart(workload, { workloads: names, resources: used });
  });
  const stores = distinct.flatMap(({ key, type, params }): readonly Part[] => {
    const role = resourceRole(type);
    if (role === undefined) return [];
    if (role.kind === 'omitted') return [barePart(`${nameOf(key)} (${type})`, role)];
    const part = barePart(nameOf(key), role);
    const isCounted = role.kind !== 'queue' && role.kind !== 'bucket';
    return [{ ...part, ...(isCounted && { isCountUnstated: true }), ...(params.length > 0 && { notRead: params }) }];
  });
  const [only, second] = names;
  return { ...(only !== undefined && second === undefined && { name: only }), parts: [...services, ...stores] };
}

function workloadsIn(paths: readonly string[]): readonly ScoreWorkload[] {
  const workloads: ScoreWorkload[] = [];
  const failed: InputError[] = [];
  for (const path of paths) {
    const subject = `Score file ${path}`;
    try {
      const documents = parseScore(readText(path, subject, EXPECTED), subject);
      for (const [index, document] of documents.entries()) {
        const part = documents.length > 1 ? `${subject}, document ${index + 1}` : subject;
        try {
          workloads.push(parseInput(ScoreWorkload, document, part));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          failed.push(error);
        }
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed.push(error);
    }
  }
  const [first, another] = failed;
  if (first !== undefined && another === undefined) throw first;
  if (first !== undefined) throw new InputError('Score files', failed.flatMap(partProblems));
  requireDistinct(workloads);
  return workloads;
}

function requireDistinct(workloads: readonly ScoreWorkload[]): void {
  const names = workloads.map(({ metadata }) => metadata.name);
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  const problems = repeated.map(
    (name): Problem => ({ path: 'metadata.name', reason: `several workloads are named ${name}`, expected: 'each name once' }),
  );
  if (problems.length > 0) throw new InputError('Score files', problems);
}

/** Source: Score specification, "id": resources of the same type, class and id are the same in all workloads. */
function resourcesOf({ metadata, resources }: ScoreWorkload): readonly NamedResource[] {
  return Object.entries(resources ?? {}).map(([name, { type, class: specialization = 'default', id, params }]) => ({
    key: `${type}.${specialization}#${id ?? `${metadata.name}.${name}`}`,
    name: id ?? name,
    fullName: id === undefined ? `${metadata.name}/${name}` : `${type}.${specialization}#${id}`,
    type,
    params: Object.keys(params ?? {}).map((param) => `params.${param}`),
  }));
}

/** Names of resources by their keys: the full name where another resource or a workload has the same name. */
function namesOf(resources: readonly NamedResource[], workloads: readonly string[]): (key: string) => string {
  const names = resources.map(({ name }) => name);
  const isTaken = (name: string) => workloads.includes(name) || names.filter((each) => each === name).length > 1;
  const byKey = new Map(resources.map(({ key, name, fullName }) => [key, isTaken(name) ? fullName : name]));
  return (key) => byKey.get(key) ?? key;
}
