import { isPlainObject, own, type PlainObject } from '../../core/plain-object';
import { notOneOf, type Problem, shown } from '../../core/problems';
import { hostsOf } from '../hosts';
import type { Setting } from '../kubernetes/workload-settings';
import { interpolatedText } from './values';

/** The parts of a system that a service connects to, and whether a proxy leads to it. */
export interface Connections {
  /** Names of services, each once. */
  readonly uses: readonly string[];
  /** Whether labels or variables tell a proxy to lead to it. */
  readonly isBehindProxy: boolean;
  /** The port that the proxy uses; absent when no label has it. */
  readonly proxyPort?: number;
}

/** Labels of Traefik, and the variable of nginx-proxy. */
const TRAEFIK_ENABLED = /^traefik\.(?:enable=true$|http\.)/;
const TRAEFIK_PORT = /^traefik\.http\.services\.[^.]+\.loadbalancer\.server\.port=(\d{1,5})$/;
const VIRTUAL_HOST = /^VIRTUAL_HOST=/;

/** Reads `depends_on`, `links`, addresses in `environment`, and labels. A dependency that does not exist is a problem. */
export function connectionsOf(
  name: string,
  service: PlainObject,
  services: Readonly<Record<string, PlainObject>>,
  problems: Problem[],
): Connections {
  const path = `services.${name}`;
  const names = Object.keys(services);
  const links = namesIn(own(service, 'links'), `${path}.links`, problems).map((link) => link.split(':')[0] ?? '');
  const needed = [...namesIn(own(service, 'depends_on'), `${path}.depends_on`, problems), ...links];
  for (const other of needed.filter((each) => !names.includes(each))) problems.push(notOneOf(`${path}.depends_on`, other, names));
  const variables = pairsOf(own(service, 'environment'));
  const labels = [...pairsOf(own(service, 'labels')), ...pairsOf(own(isPlainObject(service.deploy) ? service.deploy : {}, 'labels'))];
  const addressed = names.filter((other) => other !== name && variables.some((pair) => mentions(pair, other)));
  const port = labels.map((label) => TRAEFIK_PORT.exec(label)?.[1]).find((found) => found !== undefined);
  return {
    uses: [...new Set([...needed.filter((each) => names.includes(each)), ...addressed])],
    isBehindProxy: labels.some((label) => TRAEFIK_ENABLED.test(label)) || variables.some((pair) => VIRTUAL_HOST.test(pair)),
    ...(port !== undefined && { proxyPort: Number(port) }),
  };
}

function namesIn(value: unknown, path: string, problems: Problem[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (isPlainObject(value)) return Object.keys(value);
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  problems.push({ path, received: shown(value), expected: 'a list of services, or an object by their names' });
  return [];
}

/** The variables of a service with their values. */
export function settingsOf(service: PlainObject): readonly Setting[] {
  return pairsOf(own(service, 'environment')).map((pair) => {
    const end = pair.indexOf('=');
    return { name: end < 0 ? pair : pair.slice(0, end), value: end < 0 ? '' : pair.slice(end + 1) };
  });
}

/** `KEY=value` of a list or an object. */
function pairsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(interpolatedText);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).map(([key, inner]) => `${key}=${interpolatedText(inner)}`);
}

/** Whether a value is the name of a service, or an address with the name as its host. */
function mentions(pair: string, name: string): boolean {
  const value = pair.slice(pair.indexOf('=') + 1);
  return hostsOf(value).includes(name);
}
