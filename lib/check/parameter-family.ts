import type { TemplateResource } from '../cloudformation/template-resource';
import type { CheckContext } from './check-context';
import { stringAt } from './values';
import type { Violation } from './violation';

/** A parameter group of a server, and the engine that the server runs. */
export interface ServerParameters {
  /** The server or cluster. */
  readonly server: TemplateResource;
  /** Property that names the parameter group. */
  readonly property: string;
  /** Type of the parameter group in CloudFormation. */
  readonly groupType: string;
  /** Property of the group that names its family. */
  readonly familyProperty: string;
  /** Engine of the server, as its families spell it: `aurora-mysql`. */
  readonly engine: string;
}

/** Names of the default groups contain their family: `default.redis7`, `default.redis7.cluster.on`. */
const DEFAULT_GROUP = /^default\.(.+?)(\.cluster\.on)?$/;
/** `aurora-mysql8.0`: an engine and the line of its versions. */
const FAMILY = /^(?<engine>[a-z-]*[a-z])(?<line>\d[\d.]*?)(\.x)?$/;

/** The violation of a server whose parameter group is of another engine or version; undefined when it fits, or is not known. */
export function otherFamily({ server, ...parameters }: ServerParameters, context: CheckContext): Violation | undefined {
  const { property, groupType, familyProperty, engine } = parameters;
  const group = context.targetOf(groupType, server.properties[property]);
  const family = group === undefined ? defaultFamily(stringAt(server.properties, property)) : stringAt(group.properties, familyProperty);
  if (typeof family !== 'string') return undefined;
  const parts = FAMILY.exec(family)?.groups;
  if (parts === undefined) return undefined;
  const version = stringAt(server.properties, 'EngineVersion');
  const isOfVersion = typeof version !== 'string' || isOfLine(version, parts.line ?? '');
  if (parts.engine === engine && isOfVersion) return undefined;
  const runs = typeof version === 'string' ? `${engine} ${version}` : engine;
  return { resource: server, path: `Properties.${property}`, received: `of family ${family}`, expected: `a family of ${runs}` };
}

function defaultFamily(name: unknown): string | undefined {
  return typeof name === 'string' ? DEFAULT_GROUP.exec(name)?.[1] : undefined;
}

/** `8.4.9` is of the line 8.4. `8` may be. */
function isOfLine(version: string, line: string): boolean {
  return version === line || version.startsWith(`${line}.`) || line.startsWith(`${version}.`);
}
