import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { InputError, type Problem, shown } from '../../core/problems';
import { barePart } from '../bare-part';
import { type GpuCount, gpuCountOf, sumOfGpus } from '../gpu-count';
import { healthPathIn } from '../health-path';
import { imageRole } from '../image-role';
import type { Part, PartRole, ReadSource, UnknownField } from '../part';
import { readApplication } from './application';
import { composeModel } from './compose-model';
import { connectionsOf } from './connections';
import { mountsNotRead } from './mounts';
import { portsOf } from './ports';
import { type ComposeReading, gibOf, interpolated, interpolatedText, numberOf } from './values';
import { wholeSystem } from './whole-system';

const NO_IMAGE = 'no image';

/**
 * Reads a Compose file with the files that it includes and extends: sizes, replicas, ports and connections of their services.
 * Variables have their defaults of the files. Throws an InputError with every problem.
 */
export function readCompose(path: string): ReadSource {
  const subject = `Compose file ${path}`;
  const application = readApplication(path, subject);
  const { problems, first } = application;
  const model = composeModel(application);
  const services = Object.fromEntries([...model.services].map(([id, { fields }]) => [id, fields]));
  const parts = [...model.services].map(([id, { fields, file }]) => {
    const found: Problem[] = [];
    const part = partOf(id, fields, services, found);
    const ofFile = found.map((problem) => ({ ...problem, path: `${file.prefix}${problem.path}` }));
    // A service that cannot be extended has no image for this reason.
    const isExtended = ({ path }: Problem) => problems.some((other) => other.path.startsWith(`${path}.extends`));
    problems.push(...ofFile.filter((problem) => problem.reason !== NO_IMAGE || !isExtended(problem)));
    return part;
  });
  if (parts.length === 0 && problems.length === 0) problems.push(noServices(first.fields));
  if (problems.length > 0) throw new InputError(subject, problems);
  const name = interpolated(own(first.fields, 'name'));
  return { ...(typeof name === 'string' && { name }), parts: [...wholeSystem(parts, services), ...modelParts(model.models)] };
}

function noServices(fields: PlainObject): Problem {
  const services = own(fields, 'services');
  const received = services === undefined ? {} : { received: shown(services) };
  return { path: 'services', ...received, expected: 'the services of a Compose file, by name' };
}

/** Models that a container engine runs. Source: Compose specification, "Define AI models". */
function modelParts(names: ReadonlySet<string>): readonly Part[] {
  return [...names].map((name) => barePart(`model ${name}`, { kind: 'omitted', reason: 'unsupported' }));
}

function partOf(name: string, service: PlainObject, services: Readonly<Record<string, PlainObject>>, problems: Problem[]): Part {
  const path = `services.${name}`;
  const unknown: UnknownField[] = [];
  const reading: ComposeReading = { problems, unknown };
  const deploy = section(service, 'deploy');
  const limits = section(section(deploy, 'resources'), 'limits');
  const reservations = section(section(deploy, 'resources'), 'reservations');
  const vcpu =
    numberOf(own(limits, 'cpus'), `${path}.deploy.resources.limits.cpus`, 0.001, reading) ??
    numberOf(own(service, 'cpus'), `${path}.cpus`, 0.001, reading) ??
    numberOf(own(service, 'cpu_count'), `${path}.cpu_count`, 0.001, reading) ??
    numberOf(own(reservations, 'cpus'), `${path}.deploy.resources.reservations.cpus`, 0.001, reading);
  const memoryGib =
    gibOf(own(limits, 'memory'), `${path}.deploy.resources.limits.memory`, reading) ??
    gibOf(own(service, 'mem_limit'), `${path}.mem_limit`, reading) ??
    gibOf(own(service, 'mem_reservation'), `${path}.mem_reservation`, reading) ??
    gibOf(own(reservations, 'memory'), `${path}.deploy.resources.reservations.memory`, reading);
  const replicas =
    numberOf(own(deploy, 'replicas'), `${path}.deploy.replicas`, 0, reading) ??
    numberOf(own(service, 'scale'), `${path}.scale`, 0, reading) ??
    1;
  const ports = portsOf(service, path, reading);
  const { uses, isBehindProxy, proxyPort } = connectionsOf(name, service, services, problems);
  const healthPath = healthPathOf(service);
  const role = roleOf(name, service, services, { path, replicas, problems });
  const notRead = role.kind === 'service' ? mountsNotRead(service) : [];
  return {
    name,
    role,
    ...(notRead.length > 0 && { notRead }),
    ...(vcpu !== undefined && { vcpu }),
    ...(memoryGib !== undefined && { memoryGib }),
    instances: { min: Math.max(1, Math.round(replicas)), max: Math.max(1, Math.round(replicas)) },
    ports:
      proxyPort === undefined || ports.some(({ port }) => port === proxyPort)
        ? ports
        : [...ports, { port: proxyPort, protocol: 'tcp', isPublic: false, isMain: false }],
    ...(healthPath !== undefined && { healthPath }),
    uses,
    isBehindProxy,
    gpus: gpusOf(service, own(reservations, 'devices')),
    hasSettingsFile: own(service, 'env_file') !== undefined,
    unknown,
  };
}

/** Source: Compose specification, "gpus", and "Enabling GPU access" of the Docker documentation. */
function gpusOf(service: PlainObject, devices: unknown): GpuCount {
  const listed = [devices, own(service, 'gpus')].flatMap((list) => (Array.isArray(list) ? list : []));
  const reserved = listed.filter((device) => isPlainObject(device) && isGpu(device)).map(countOf);
  if (reserved.length > 0) return sumOfGpus(reserved);
  return own(service, 'gpus') !== undefined || own(service, 'runtime') === 'nvidia' ? 'unknown' : 0;
}

/** Entries of `gpus` may omit their capabilities. */
function isGpu(device: PlainObject): boolean {
  const capabilities = own(device, 'capabilities');
  return capabilities === undefined || (Array.isArray(capabilities) && capabilities.includes('gpu'));
}

/** Either a count or the ids of the devices. */
function countOf(device: PlainObject): GpuCount {
  const ids = own(device, 'device_ids');
  return Array.isArray(ids) ? ids.length : gpuCountOf(own(device, 'count'));
}

interface RoleContext {
  readonly path: string;
  readonly replicas: number;
  readonly problems: Problem[];
}

function roleOf(
  name: string,
  service: PlainObject,
  services: Readonly<Record<string, PlainObject>>,
  { path, replicas, problems }: RoleContext,
): PartRole {
  const [image, build] = [own(service, 'image'), own(service, 'build')];
  if (image !== undefined && typeof image !== 'string')
    problems.push({ path: `${path}.image`, received: shown(image), expected: 'an image' });
  const isProvided = isPlainObject(own(service, 'provider'));
  if (image === undefined && build === undefined && !isProvided) problems.push({ path, reason: NO_IMAGE, expected: 'image or build' });
  const profiles = own(service, 'profiles');
  if (Array.isArray(profiles) && profiles.length > 0) return { kind: 'omitted', reason: 'profile' };
  if (replicas === 0) return { kind: 'omitted', reason: 'no-replicas' };
  // Source: Compose specification, "provider": another program runs the service.
  if (isProvided) return { kind: 'omitted', reason: 'unknown-type' };
  const mode = interpolatedText(own(section(service, 'deploy'), 'mode'));
  if (mode.endsWith('-job')) return { kind: 'omitted', reason: 'batch' };
  if (mode === 'global') return { kind: 'omitted', reason: 'every-node' };
  if (Object.values(services).some((other) => waitsForEnd(other, name))) return { kind: 'omitted', reason: 'job' };
  return build === undefined ? imageRole(interpolatedText(image)) : { kind: 'service' };
}

function waitsForEnd(service: PlainObject, name: string): boolean {
  return own(section(section(service, 'depends_on'), name), 'condition') === 'service_completed_successfully';
}

/** The path of a URL in the test of a health check, such as `curl -f http://localhost:8080/health`. */
function healthPathOf(service: PlainObject): string | undefined {
  const test = own(section(service, 'healthcheck'), 'test');
  const text = Array.isArray(test) ? test.map(String).join(' ') : String(test ?? '');
  return healthPathIn(text);
}
